// Compares what is new in the index with what is followed; the work itself is the engine's and the disk's.
import type { App, NumberedRevision } from './app.ts';
import type { Follow } from './domain/follow.ts';
import type { Scope } from './domain/scope.ts';
import { dueAt } from './follow/schedule.ts';
import type { Guilds } from './guilds.ts';
import type { Finding } from './store/follows.ts';

/** Revisions compared in one go: what a crash makes to be done again. */
const PAGE = 200;
/** Notices of one follow that wait at most: the whole of an archive that is taken in is no news. */
const ROOM = 64;

export class Follower {
  readonly #app: App;
  readonly #guilds: Guilds;
  readonly #now: () => number;
  /** Number of the last revision looked at in this process; what was compared is known to the store alone. */
  #last = 0;

  constructor(app: App, guilds: Guilds, now: () => number = Date.now) {
    this.#app = app;
    this.#guilds = guilds;
    this.#now = now;
  }

  /** Compares what came since, whichever process brought it. After a failure the next call goes on where it stopped. */
  async look(): Promise<void> {
    for (;;) {
      const page = await this.#app.news(this.#last, PAGE);
      const last = page.at(-1);
      if (last === undefined) break;
      await this.#compare(page);
      this.#last = last.number;
    }
    // Where the last one is not there any more the index may be another, whose numbers began at 1 again.
    if (this.#last > 0 && (await this.#app.news(this.#last - 1, 1)).length === 0) this.#last = 0;
  }

  async #compare(page: readonly NumberedRevision[]): Promise<void> {
    const keys = page.map(({ ref, revision }) => ({ ref, revision }));
    const fresh = new Set((await this.#guilds.unlooked(keys)).map(keyOf));
    const revisions = page.filter((one) => fresh.has(keyOf(one)));
    // Somebody may follow something while it is compared; then it is compared again.
    for (let kept = revisions.length === 0; !kept;) {
      const follows = (await this.#guilds.follows()).filter(({ paused }) => paused !== 'wish');
      const at = this.#now();
      kept = await this.#guilds.keepComparison({
        revisions: revisions.map(({ ref, revision }) => ({ ref, revision })),
        follows: follows.map(({ id }) => id),
        found: await this.#find(follows, revisions, at),
        at,
        room: ROOM,
      });
    }
  }

  async #find(
    follows: readonly Follow[],
    revisions: readonly NumberedRevision[],
    at: number,
  ): Promise<readonly Finding[]> {
    const scopes = new Map<string | undefined, Scope>();
    const found: Finding[] = [];
    for (const alike of groupAlike(follows)) {
      const [{ topic, source, guild }] = alike;
      const scope = scopes.get(guild) ?? (await this.#guilds.scope(guild));
      scopes.set(guild, scope);
      const earliest = Math.min(...alike.map(({ createdAt }) => createdAt));
      const news = revisions.filter((one) => isNewTo(one, earliest)).map(({ ref }) => ref);
      if (news.length === 0) continue;
      const filter = source === undefined ? {} : { source };
      for (const { header, span, reason } of await this.#app.within(scope).match({ topic, filter, news })) {
        const { ref, revision } = header;
        const one = revisions.find((known) => known.ref === ref && known.revision === revision);
        for (const follow of alike)
          if (one !== undefined && isNewTo(one, follow.createdAt))
            found.push({ follow: follow.id, ref, revision, span, reason, dueAt: dueAt(follow, at) });
      }
    }
    return found;
  }
}

function keyOf({ ref, revision }: Pick<NumberedRevision, 'ref' | 'revision'>): string {
  return JSON.stringify([ref, revision]);
}

/** What was there before is no news. */
function isNewTo({ readAt }: NumberedRevision, since: number): boolean {
  return Date.parse(readAt) >= since;
}

/** Follows that find the same are searched for once. */
function groupAlike(follows: readonly Follow[]): readonly (readonly [Follow, ...Follow[]])[] {
  const groups = new Map<string, [Follow, ...Follow[]]>();
  for (const follow of follows) {
    const key = JSON.stringify([follow.topic, follow.source, follow.guild]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [follow]);
    else group.push(follow);
  }
  return [...groups.values()];
}
