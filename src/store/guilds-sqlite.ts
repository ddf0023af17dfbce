// Servers' settings and private sources in SQLite.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Scope } from '../domain/scope.ts';
import type {
  Feedback,
  GuildId,
  GuildRecord,
  GuildSettings,
  GuildStore,
  PrivateSource,
  SettingsChange,
} from './guilds.ts';
import { createFollowStore } from './follows-sqlite.ts';
import type { FollowStore } from './follows.ts';
import { createOutbox } from './outbox-sqlite.ts';
import type { Outbox } from './outbox.ts';
import { cacheStatements, type Statements } from './statements.ts';

/** What an older or newer Rilis wrote beside these fields is ignored. */
const settingsSchema = z.object({
  sources: z.array(z.string()).optional(),
  channels: z.array(z.string()).optional(),
  language: z.string().optional(),
  timeZone: z.string().optional(),
  privateAnswers: z.boolean().optional(),
  memberLimit: z.number().optional(),
  guildLimit: z.number().optional(),
});

/** Tables with the column that names the guild. */
const KEPT_OF_GUILD = [
  'guild WHERE id',
  'given_source WHERE guild',
  'private_source WHERE owner',
  'follow WHERE guild',
] as const;

interface PrivateRow {
  readonly source: string;
  readonly owner: string | null;
}

type FeedbackRow = Omit<Feedback, 'useful'> & { readonly useful: number; readonly count: number };

/** The guilds kept in a database that `openGuildsDatabase` opened; closing it closes the database. */
export function createGuildStore(db: Database.Database): GuildStore {
  return Object.assign(new SqliteGuildStore(db), createFollowStore(db), createOutbox(db));
}

class SqliteGuildStore implements Omit<GuildStore, keyof FollowStore | keyof Outbox> {
  readonly #db: Database.Database;
  readonly #sql: Statements;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#sql = cacheStatements(db);
  }

  #atOnce<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  guilds(): readonly GuildId[] {
    return this.#sql(
      `SELECT id FROM guild UNION SELECT guild FROM given_source
       UNION SELECT guild FROM follow WHERE guild IS NOT NULL ORDER BY 1`,
    )
      .pluck()
      .all() as GuildId[];
  }

  read(guild: GuildId): GuildRecord {
    return this.#db.transaction(() => {
      const own = this.#ownSource(guild);
      return {
        guild,
        settings: this.#settings(guild),
        privateSources: this.#given(guild),
        ...(own === undefined ? {} : { ownSource: own }),
      };
    })();
  }

  #settings(guild: GuildId): GuildSettings {
    const kept = this.#sql('SELECT settings FROM guild WHERE id = ?').pluck().get(guild) as
      string | undefined;
    // JSON has no undefined, so every field that is there has a value.
    return kept === undefined ? {} : (settingsSchema.parse(JSON.parse(kept)) as GuildSettings);
  }

  #given(guild: GuildId): readonly string[] {
    return this.#sql('SELECT source FROM given_source WHERE guild = ? ORDER BY source')
      .pluck()
      .all(guild) as string[];
  }

  change(guild: GuildId, change: SettingsChange): GuildSettings {
    return this.#atOnce(() => {
      const changed = Object.entries({ ...this.#settings(guild), ...change }).filter(
        ([, value]) => value !== null,
      );
      const settings = settingsSchema.parse(Object.fromEntries(changed)) as GuildSettings;
      this.#sql(
        'INSERT INTO guild VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
      ).run(guild, JSON.stringify(settings));
      return settings;
    });
  }

  scope(guild?: GuildId): Scope {
    return this.#db.transaction((): Scope => {
      const given = new Set(guild === undefined ? [] : this.#given(guild));
      const hidden = this.#privateRows()
        .map(({ source }) => source)
        .filter((source) => !given.has(source));
      const only = guild === undefined ? undefined : this.#settings(guild).sources;
      return only === undefined ? { except: hidden } : { only, except: hidden };
    })();
  }

  #privateRows(): readonly PrivateRow[] {
    return this.#sql('SELECT source, owner FROM private_source ORDER BY source').all() as PrivateRow[];
  }

  privateSources(): readonly PrivateSource[] {
    return this.#db.transaction(() =>
      this.#privateRows().map(({ source, owner }) => ({
        source,
        ...(owner === null ? {} : { owner }),
        guilds: this.#sql('SELECT guild FROM given_source WHERE source = ? ORDER BY guild')
          .pluck()
          .all(source) as GuildId[],
      })),
    )();
  }

  makePrivate(source: string): void {
    this.#sql('INSERT OR IGNORE INTO private_source VALUES (?, NULL)').run(source);
  }

  makePublic(source: string): boolean {
    return this.#sql('DELETE FROM private_source WHERE source = ?').run(source).changes > 0;
  }

  give(source: string, guild: GuildId): void {
    this.#atOnce(() => {
      this.makePrivate(source);
      this.#sql('INSERT OR IGNORE INTO given_source VALUES (?, ?)').run(source, guild);
    });
  }

  take(source: string, guild: GuildId): boolean {
    return (
      this.#sql('DELETE FROM given_source WHERE source = ? AND guild = ?').run(source, guild).changes > 0
    );
  }

  ownSource(guild: GuildId, name: string): string {
    return this.#atOnce(() => {
      const known = this.#ownSource(guild);
      if (known !== undefined) return known;
      this.#sql('INSERT INTO private_source VALUES (?, ?)').run(name, guild);
      this.#sql('INSERT INTO given_source VALUES (?, ?)').run(name, guild);
      return name;
    });
  }

  #ownSource(guild: GuildId): string | undefined {
    return this.#sql('SELECT source FROM private_source WHERE owner = ?').pluck().get(guild) as
      string | undefined;
  }

  secret(): Uint8Array {
    return Uint8Array.from(this.#sql('SELECT value FROM secret').pluck().get() as Buffer);
  }

  addFeedback({ ref, revision, start, end, useful, day }: Feedback): void {
    this.#sql(
      `INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, 1)
       ON CONFLICT (ref, revision, start, "end", useful, day) DO UPDATE SET count = count + 1`,
    ).run(ref, revision, start, end, useful ? 1 : 0, day);
  }

  feedback(): readonly (Feedback & { readonly count: number })[] {
    const rows = this.#sql('SELECT * FROM feedback ORDER BY day, ref, start, useful').all() as FeedbackRow[];
    return rows.map((row) => ({ ...row, useful: row.useful === 1 }));
  }

  logQuestion(question: string, day: string, keptFrom: string): void {
    this.#atOnce(() => {
      this.#sql('INSERT INTO question_log (day, question) VALUES (?, ?)').run(day, question);
      this.forgetQuestions(keptFrom);
    });
  }

  forgetQuestions(keptFrom: string): void {
    this.#sql('DELETE FROM question_log WHERE day < ?').run(keptFrom);
  }

  questions(): readonly { readonly day: string; readonly question: string }[] {
    return this.#sql('SELECT day, question FROM question_log ORDER BY id').all() as {
      day: string;
      question: string;
    }[];
  }

  joinedGuilds(application: string): readonly GuildId[] {
    return this.#sql('SELECT guild FROM joined WHERE application = ? ORDER BY guild')
      .pluck()
      .all(application) as GuildId[];
  }

  joinGuilds(application: string, guilds: readonly GuildId[]): void {
    this.#atOnce(() => {
      for (const guild of guilds)
        this.#sql('INSERT OR IGNORE INTO joined VALUES (?, ?)').run(application, guild);
    });
  }

  deleteGuild(guild: GuildId): boolean {
    return this.#atOnce(() => {
      this.#sql('DELETE FROM joined WHERE guild = ?').run(guild);
      const gone = KEPT_OF_GUILD.map((rows) => this.#sql(`DELETE FROM ${rows} = ?`).run(guild).changes);
      return gone.some((changes) => changes > 0);
    });
  }

  close(): void {
    this.#db.close();
  }
}
