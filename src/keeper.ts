// What those who manage a server can do with what is kept of it: for `/admin` and for `rilis server` alike.
import type { App, GivenDocument, IngestSummary } from './app.ts';
import type { Follow } from './domain/follow.ts';
import type { Release, ReleaseHeader, ReleaseRef } from './domain/release.ts';
import type { GuildId, GuildRecord, Guilds } from './guilds.ts';
import { canonicalize } from './text/normalize.ts';

/** What came of a document; how much else the index holds is not the server's to know. */
export type Added = Pick<IngestSummary, 'added' | 'updated' | 'unchanged' | 'rejected'>;

/** All that is kept of a server, its own releases included. */
export interface GuildExport extends GuildRecord {
  readonly follows: readonly Follow[];
  readonly releases: readonly Release[];
}

/** Characters of a server's name that stand in its citations. */
const MAX_NAME = 60;

export class Keeper {
  readonly #app: App;
  readonly #guilds: Guilds;

  constructor(app: App, guilds: Guilds) {
    this.#app = app;
    this.#guilds = guilds;
  }

  /** The sources that `guild` may use, whether it chose them or not. */
  async usableSources(guild: GuildId): Promise<readonly string[]> {
    const { except = [] } = await this.#guilds.scope(guild);
    return (await this.#app.within({ except }).sources()).map(({ source }) => source);
  }

  /** Takes in a document as the server's own; nobody else will see it. `name` is the server's. */
  async add(guild: GuildId, name: string, document: GivenDocument): Promise<Added> {
    const source = await this.#guilds.ownSource(guild, ownName(guild, name));
    const { settings } = await this.#guilds.read(guild);
    if (settings.sources?.includes(source) === false)
      await this.#guilds.change(guild, { sources: [...settings.sources, source] });
    const { added, updated, unchanged, rejected } = await this.#app.ingestDocument(document, {
      source,
      refPrefix: `guild/${guild}/`,
    });
    // The server may have left meanwhile: what it brought must not stay behind.
    if ((await this.#guilds.read(guild)).ownSource === undefined) await this.#removeAll(source);
    return { added, updated, unchanged, rejected };
  }

  /** Newest first. */
  async ownReleases(guild: GuildId): Promise<readonly ReleaseHeader[]> {
    const { ownSource } = await this.#guilds.read(guild);
    return ownSource === undefined ? [] : this.#app.within({ only: [ownSource] }).list();
  }

  /** False where the release is none of the server's own. */
  async remove(guild: GuildId, ref: ReleaseRef): Promise<boolean> {
    const own = await this.ownReleases(guild);
    return own.some((header) => header.ref === ref) && this.#app.remove(ref);
  }

  async export(guild: GuildId): Promise<GuildExport> {
    const [record, follows, own] = await Promise.all([
      this.#guilds.read(guild),
      this.#guilds.follows({ guild }),
      this.ownReleases(guild),
    ]);
    const releases = await Promise.all(own.map(({ ref }) => this.#app.show(ref)));
    return { ...record, follows, releases: releases.filter((release) => release !== undefined) };
  }

  /**
   * Forgets a server: first its own releases, while their source is still private, then all else. False where nothing
   * was kept.
   */
  async delete(guild: GuildId): Promise<boolean> {
    const { ownSource } = await this.#guilds.read(guild);
    if (ownSource !== undefined) await this.#removeAll(ownSource);
    return this.#guilds.deleteGuild(guild);
  }

  async #removeAll(source: string): Promise<void> {
    for (const { ref } of await this.#app.within({ only: [source] }).list()) await this.#app.remove(ref);
  }
}

/** The server's name, and its id: no other source may ever have the same. */
function ownName(guild: GuildId, name: string): string {
  const canonical = Array.from(canonicalize(name).replace(/\s+/g, ' ').trim());
  return `${canonical.slice(0, MAX_NAME).join('').trim()} · ${guild}`.trim();
}
