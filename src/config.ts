// The environment as one checked value. The only reader of process.env.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { config as loadDotenv } from 'dotenv';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { ConfigError } from './domain/errors.ts';

const MEGABYTE = 1024 * 1024;

/** The folder that holds `package.json`. */
export const PROJECT_DIR = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id of 17 to 20 digits');

/** Every setting with its rule and default; `.env.example` names exactly these keys. */
export const SETTINGS = {
  RILIS_DATA_DIR: z.string().default(path.join(PROJECT_DIR, 'data', 'index')),
  RILIS_TIME_ZONE: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone such as Asia/Jakarta')
    .default('Asia/Jakarta'),
  RILIS_MAX_FILE_MB: z.coerce.number('must be a number of megabytes').positive('must be above 0').default(20),
  RILIS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  RILIS_SHARDS: z
    .union([z.literal('auto'), z.coerce.number().int().min(1).max(1_000)], 'must be auto or a number')
    .optional(),
  RILIS_HEALTH_PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).optional(),
  RILIS_LOG_QUESTIONS_DAYS: z.coerce.number('must be a number of days').int().min(1).max(365).optional(),
  RILIS_HEALTH_HOST: z.string().default('127.0.0.1'),
  EMBEDDING_MODEL: z.string().default('rilis-embed-1'),
  EMBEDDING_POOLING: z.enum(['mean', 'cls'], 'must be mean or cls').optional(),
  EMBEDDING_QUESTION_PREFIX: z.string().optional(),
  EMBEDDING_PASSAGE_PREFIX: z.string().optional(),
  EMBEDDING_WORKERS: z.coerce.number('must be a number').int().min(1).max(16).default(2),
  DISCORD_TOKEN: z
    .string()
    .min(50, 'is too short to be a bot token')
    .regex(/^\S+$/, 'must not hold spaces')
    .optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_API: z.url('must be a URL').optional(),
  DISCORD_MESSAGE_CONTENT: z.enum(['on', 'off'], 'must be on or off').default('off'),
} as const;

export interface DiscordConfig {
  readonly token: string;
  readonly applicationId: string | undefined;
  /** Commands are registered in this guild alone, at once, instead of everywhere. */
  readonly guildId: string | undefined;
  /** Base URL of the REST API; undefined is Discord's own. */
  readonly api: string | undefined;
  /** Whether the privileged intent is asked for by which the bot reads what is written in its threads. */
  readonly messageContent: boolean;
}

/** Where /healthz and /metrics are served. */
export interface HealthAddress {
  readonly host: string;
  /** Of the first shard; each further one takes the next. */
  readonly port: number;
}

export interface Config {
  /** Absolute folder of the user's index and of everything derived. */
  readonly dataDir: string;
  /** IANA zone in which "yesterday" and "last week" are read. */
  readonly timeZone: string;
  readonly maxFileBytes: number;
  readonly logLevel: string;
  /** Processes that share the servers, `auto` is what Discord recommends; undefined in one alone, and in each of them. */
  readonly shards: number | 'auto' | undefined;
  /** Days that questions of members are kept; undefined keeps none. */
  readonly logQuestionsDays: number | undefined;
  /** `rilis-embed-1` and the like (bundled), a folder, or a hub name. */
  readonly embeddingModel: string;
  /** How a model of the hub wants its texts, where that is not known of it. */
  readonly embeddingManner: {
    readonly pooling?: 'mean' | 'cls';
    readonly question?: string;
    readonly passage?: string;
  };
  /** Processes that embed during an ingest. */
  readonly embeddingWorkers: number;
  readonly discord: DiscordConfig | undefined;
  /** Undefined where no port is set. */
  readonly health: HealthAddress | undefined;
}

/** `KEY=` in a .env file means that the key is not set. */
function withoutBlanks(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** Reads `.env` and the environment. Throws `ConfigError` naming every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env === process.env) loadDotenv({ quiet: true });
  const result = z.object(SETTINGS).safeParse(withoutBlanks(env));
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const set = result.data;
  return {
    dataDir: path.resolve(set.RILIS_DATA_DIR),
    timeZone: set.RILIS_TIME_ZONE,
    maxFileBytes: set.RILIS_MAX_FILE_MB * MEGABYTE,
    logLevel: set.RILIS_LOG_LEVEL,
    // The manager of the shards sets this for each of them.
    shards: env['SHARDING_MANAGER'] === undefined ? set.RILIS_SHARDS : undefined,
    logQuestionsDays: set.RILIS_LOG_QUESTIONS_DAYS,
    embeddingModel: set.EMBEDDING_MODEL,
    embeddingManner: {
      ...(set.EMBEDDING_POOLING === undefined ? {} : { pooling: set.EMBEDDING_POOLING }),
      ...(set.EMBEDDING_QUESTION_PREFIX === undefined ? {} : { question: set.EMBEDDING_QUESTION_PREFIX }),
      ...(set.EMBEDDING_PASSAGE_PREFIX === undefined ? {} : { passage: set.EMBEDDING_PASSAGE_PREFIX }),
    },
    embeddingWorkers: set.EMBEDDING_WORKERS,
    health:
      set.RILIS_HEALTH_PORT === undefined
        ? undefined
        : { host: set.RILIS_HEALTH_HOST, port: set.RILIS_HEALTH_PORT },
    discord:
      set.DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: set.DISCORD_TOKEN,
            applicationId: set.DISCORD_APPLICATION_ID,
            guildId: set.DISCORD_GUILD_ID,
            api: set.DISCORD_API,
            messageContent: set.DISCORD_MESSAGE_CONTENT === 'on',
          },
  };
}

/**
 * Whether the user asks for colours, or for none, by the terminal's own conventions (https://no-color.org and
 * FORCE_COLOR, which wins); undefined where it is left to us. No settings of Rilis, so they are not in `.env`.
 */
export function colourWish(env: NodeJS.ProcessEnv = process.env): boolean | undefined {
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return (env['NO_COLOR'] ?? '') === '' ? undefined : false;
}

/** The Discord part, or a `ConfigError` that says how to get a token. */
export function requireDiscord(config: Config): DiscordConfig {
  if (config.discord !== undefined) return config.discord;
  throw new ConfigError([
    'DISCORD_TOKEN is not set: create an application at https://discord.com/developers/applications and copy its bot token into .env',
  ]);
}
