// Several processes, each with some of the servers, under discord.js's own manager: how they are begun, begun again when
// one dies, and stopped.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { REST, Routes, ShardingManager, type APIGatewayBotInfo, type Shard } from 'discord.js';
import type { Logger } from 'pino';
import { requireDiscord, type Config, type DiscordConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { isUnauthorized } from './failure.ts';

/** What a process is told when it is to stop, as `cli/signals.ts` knows it; one whose manager is gone stops as well. */
const STOP = 'rilis: stop';

/** Milliseconds between two shards: Discord lets one begin in five seconds. */
const SPAWN_DELAY_MS = 5_500;
/** Milliseconds before a shard that died is begun again, and how often that is tried within ten minutes. */
const RESPAWN_MS = 5_000;
const MAX_DEATHS = 5;
const DEATHS_MS = 600_000;
/** Answers under way have eight seconds, leaving the gateway has two. */
const STOP_MS = 12_000;
const PROGRAM = fileURLToPath(new URL('../cli/rilis.js', import.meta.url));

export interface Shards {
  /** Rejects when a shard dies over and over. Never resolves. */
  readonly failed: Promise<never>;
  /** Lets every shard finish what is under way. */
  close(): Promise<void>;
}

export interface ShardsOptions {
  readonly config: Config;
  /** How many; `auto` is what Discord recommends. */
  readonly count: number | 'auto';
  readonly log: Logger;
}

/** Begins them one after the other and resolves when all are begun. Rejects with `ConfigError` for a refused token. */
export async function startShards({ config, count, log }: ShardsOptions): Promise<Shards> {
  const discord = requireDiscord(config);
  const totalShards = count === 'auto' ? await recommended(discord) : count;
  const manager = new ShardingManager(PROGRAM, {
    totalShards,
    token: discord.token,
    respawn: false,
    shardArgs: ['bot'],
    execArgv: [],
  });
  const stopping = new AbortController();
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  manager.on('shardCreate', (shard) => {
    keep(shard, { log, fail, signal: stopping.signal });
  });
  log.info({ shards: totalShards }, 'starting the shards');
  const begun = manager.spawn({ delay: SPAWN_DELAY_MS, timeout: -1 });
  begun.catch(fail);
  return {
    failed,
    close: async () => {
      stopping.abort();
      await Promise.all(manager.shards.map(stop));
    },
  };
}

async function recommended({ token, api }: DiscordConfig): Promise<number> {
  const rest = new REST({ version: '10', ...(api === undefined ? {} : { api }) }).setToken(token);
  try {
    const { shards } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    return shards;
  } catch (error) {
    if (isUnauthorized(error))
      throw new ConfigError(['DISCORD_TOKEN is refused by Discord: reset it and copy the new one into .env']);
    throw error;
  }
}

interface Keeping {
  readonly log: Logger;
  readonly fail: (error: Error) => void;
  readonly signal: AbortSignal;
}

/** Begins a shard again when it dies: discord.js would do so at once and for ever, and spend the day's sessions. */
function keep(shard: Shard, { log, fail, signal }: Keeping): void {
  const deaths: number[] = [];
  shard.on('death', () => {
    if (signal.aborted) return;
    deaths.push(Date.now());
    const recent = deaths.filter((at) => at > Date.now() - DEATHS_MS).length;
    log.error({ shard: shard.id, deaths: recent }, 'a shard ended by itself');
    if (recent >= MAX_DEATHS) {
      fail(new Error(`Shard ${shard.id} ended ${recent} times within ten minutes; its own log says why.`));
      return;
    }
    sleep(RESPAWN_MS, undefined, { signal })
      .then(() => shard.spawn(-1))
      .catch((error: unknown) => {
        if (!signal.aborted) fail(error as Error);
      });
  });
}

async function stop(shard: Shard): Promise<void> {
  const child = shard.process;
  if (child === null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // A signal would be the second one where a terminal sent the first to all processes, and end it at once.
  if (child.connected) child.send(STOP);
  await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
  if (child.exitCode === null) child.kill('SIGKILL');
}
