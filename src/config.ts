// The environment as one checked value. The only reader of process.env.
import { homedir } from 'node:os';
import path from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { ConfigError } from './domain/errors.ts';

const MEGABYTE = 1024 * 1024;

/** `KEY=` in a .env file means "not set". */
const optional = <T extends z.ZodType>(schema: T): z.ZodPipe<z.ZodTransform, z.ZodOptional<T>> =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id of 17 to 20 digits');

/** Every setting with its rule; `.env.example` names exactly these keys. */
export const SETTINGS = {
  RILIS_DATA_DIR: optional(z.string()),
  RILIS_TIME_ZONE: optional(
    z.string().refine(IANAZone.isValidZone, 'must be an IANA time zone such as Asia/Jakarta'),
  ),
  RILIS_MAX_FILE_MB: optional(z.coerce.number().positive('must be a number of megabytes above 0')),
  RILIS_LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])),
  EMBEDDING_MODEL: optional(z.string()),
  EMBEDDING_WORKERS: optional(
    z.coerce.number().int().min(1, 'must be at least 1').max(16, 'must be at most 16'),
  ),
  DISCORD_TOKEN: optional(
    z.string().min(50, 'is too short to be a bot token').regex(/^\S+$/, 'must not hold spaces'),
  ),
  DISCORD_APPLICATION_ID: optional(snowflake),
  DISCORD_GUILD_ID: optional(snowflake),
  DISCORD_API: optional(z.url('must be a URL')),
} as const;

export type SettingName = keyof typeof SETTINGS;

export interface DiscordConfig {
  readonly token: string;
  readonly applicationId: string | undefined;
  /** Commands are registered in this guild alone, at once, instead of everywhere. */
  readonly guildId: string | undefined;
  /** Base URL of the REST API; undefined is Discord's own. */
  readonly api: string | undefined;
}

export interface Config {
  /** Absolute folder of the user's index and of everything derived. */
  readonly dataDir: string;
  /** IANA zone in which "yesterday" and "last week" are read. */
  readonly timeZone: string;
  readonly maxFileBytes: number;
  readonly logLevel: string;
  /** `rilis-embed-0` and the like (bundled), a folder, or a hub name. */
  readonly embeddingModel: string;
  /** Threads that embed during an ingest. */
  readonly embeddingWorkers: number;
  readonly discord: DiscordConfig | undefined;
}

/** Reads `.env` and the environment. Throws `ConfigError` naming every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env === process.env) loadDotenv({ quiet: true });
  const result = z.object(SETTINGS).safeParse(env);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const set = result.data;
  return {
    dataDir: path.resolve(set.RILIS_DATA_DIR ?? path.join(homedir(), '.rilis')),
    timeZone: set.RILIS_TIME_ZONE ?? 'Asia/Jakarta',
    maxFileBytes: (set.RILIS_MAX_FILE_MB ?? 20) * MEGABYTE,
    logLevel: set.RILIS_LOG_LEVEL ?? 'info',
    embeddingModel: set.EMBEDDING_MODEL ?? 'rilis-embed-0',
    embeddingWorkers: set.EMBEDDING_WORKERS ?? 2,
    discord:
      set.DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: set.DISCORD_TOKEN,
            applicationId: set.DISCORD_APPLICATION_ID,
            guildId: set.DISCORD_GUILD_ID,
            api: set.DISCORD_API,
          },
  };
}

/** The Discord part, or a `ConfigError` that says how to get a token. */
export function requireDiscord(config: Config): DiscordConfig {
  if (config.discord !== undefined) return config.discord;
  throw new ConfigError([
    'DISCORD_TOKEN is not set: create an application at https://discord.com/developers/applications, copy its bot token into .env',
  ]);
}
