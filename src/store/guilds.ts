// The interface of what remembers a server's settings, who may see which source, and what members follow and think.
import type { Language, ReleaseRef } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { FollowStore } from './follows.ts';
import type { Outbox } from './outbox.ts';

/** A guild is what Discord's API calls a server; its id is a snowflake, as text. */
export type GuildId = string;

/** What a server's managers set; what is absent is left to the bot. */
export interface GuildSettings {
  /** Exact names of the sources used, those that may be seen at all; absent: all of them. */
  readonly sources?: readonly string[];
  /** Ids of the channels in which the bot answers, threads in them included; absent: all. */
  readonly channels?: readonly string[];
  /** For members whose client speaks none of the bot's languages, and for notices. */
  readonly language?: Language;
  /** IANA zone; absent: the configured one. */
  readonly timeZone?: string;
  /** Whether answers to commands are shown to the one who asks alone, unless the member says otherwise; default false. */
  readonly privateAnswers?: boolean;
  /** Questions a minute that one member may ask; absent: the bot's own limit. */
  readonly memberLimit?: number;
  /** Questions a minute that all members together may ask; absent: the bot's own limit. */
  readonly guildLimit?: number;
}

/** Fields to set; those that are `null` are left to the bot again. */
export type SettingsChange = { readonly [K in keyof GuildSettings]?: GuildSettings[K] | null };

export interface PrivateSource {
  readonly source: string;
  /** The guild whose own releases it holds. */
  readonly owner?: GuildId;
  /** Guilds that may see it, the owner among them. */
  readonly guilds: readonly GuildId[];
}

/** All that is kept of a guild. */
export interface GuildRecord {
  readonly guild: GuildId;
  readonly settings: GuildSettings;
  /** Private sources that it may see. */
  readonly privateSources: readonly string[];
  /** The source of its own releases, where it added any. */
  readonly ownSource?: string;
}

export interface Feedback {
  readonly ref: ReleaseRef;
  readonly revision: string;
  readonly start: number;
  readonly end: number;
  readonly useful: boolean;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export interface GuildStore extends FollowStore, Outbox {
  /** Guilds of which anything is kept. */
  guilds(): readonly GuildId[];
  /** What is kept of `guild`; without anything its settings are empty. */
  read(guild: GuildId): GuildRecord;
  /** Sets what `change` names and leaves the rest; gives what holds now. */
  change(guild: GuildId, change: SettingsChange): GuildSettings;
  /** What members of `guild` may see; without one, or with an unknown one, the public sources. */
  scope(guild?: GuildId): Scope;

  privateSources(): readonly PrivateSource[];
  /** Hides `source` from all who are not given it; nothing changes where it is private already. */
  makePrivate(source: string): void;
  /** Shows it to everybody; false where it was public already. */
  makePublic(source: string): boolean;
  /** Makes it private where it is not, and lets `guild` see it. */
  give(source: string, guild: GuildId): void;
  /** False where it was not given. */
  take(source: string, guild: GuildId): boolean;
  /** The private source of a guild's own releases: made with this name the first time, kept as it is after. */
  ownSource(guild: GuildId, name: string): string;

  /** 32 random bytes of this file, to sign with; the same for all who open it. */
  secret(): Uint8Array;

  addFeedback(feedback: Feedback): void;
  /** How many found it so, by quote and day. */
  feedback(): readonly (Feedback & { readonly count: number })[];

  /** Keeps a question with its day alone, and forgets those of days before `keptFrom` (`YYYY-MM-DD`). */
  logQuestion(question: string, day: string, keptFrom: string): void;
  /** Forgets the questions of days before `keptFrom` (`YYYY-MM-DD`). */
  forgetQuestions(keptFrom: string): void;
  questions(): readonly { readonly day: string; readonly question: string }[];

  /** Guilds that an application was last seen in. */
  joinedGuilds(application: string): readonly GuildId[];
  joinGuilds(application: string, guilds: readonly GuildId[]): void;

  /**
   * Forgets a guild: settings, what it was given, what is followed in it, that it was joined, and its own source,
   * whose releases must be gone from the index before. False where nothing was kept.
   */
  deleteGuild(guild: GuildId): boolean;
  close(): void;
}
