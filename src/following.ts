// What somebody can do with the topics they follow: for Discord and for the command line alike.
import { DateTime } from 'luxon';
import type { App } from './app.ts';
import type { Follow, FollowWish, Match } from './domain/follow.ts';
import type { GuildId, Guilds } from './guilds.ts';
import type { FollowOutcome } from './store/follows.ts';

export type { FollowOutcome };

/** Topics that one person, and the channels of one server, may follow; those that are paused count. */
export const FOLLOW_LIMITS = { owner: 25, guild: 50 } as const;
export const PREVIEW_DAYS = 30;

/** What a topic would find: as a follow of it, without one being there. */
export type Preview = Pick<FollowWish, 'topic' | 'source' | 'guild' | 'timeZone'>;

export class Following {
  readonly #app: App;
  readonly #guilds: Guilds;

  constructor(app: App, guilds: Guilds) {
    this.#app = app;
    this.#guilds = guilds;
  }

  follow(wish: FollowWish): Promise<FollowOutcome> {
    return this.#guilds.addFollow(wish, { at: Date.now(), limits: FOLLOW_LIMITS });
  }

  /** What the releases of the last `days` would have sent, best first. */
  async preview({ topic, source, guild, timeZone }: Preview, days = PREVIEW_DAYS): Promise<readonly Match[]> {
    const from = DateTime.now().setZone(timeZone).minus({ days }).toISODate() ?? '';
    const library = this.#app.within(await this.#guilds.scope(guild));
    return library.match({ topic, filter: { from, ...(source === undefined ? {} : { source }) } });
  }

  /** Their own, and all that are told in the channels of a server that they manage; the oldest first. */
  async visibleTo(owner: string, managed?: GuildId): Promise<readonly Follow[]> {
    const [own, there] = await Promise.all([
      this.#guilds.follows({ owner }),
      managed === undefined ? [] : this.#guilds.follows({ guild: managed }),
    ]);
    const all = new Map([...own, ...there].map((follow) => [follow.id, follow]));
    return [...all.values()].sort((one, other) => one.id - other.id);
  }
}
