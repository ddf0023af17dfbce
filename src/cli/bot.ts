// `rilis bot`: the Discord bot. The one command that may know discord/, and loads it only when it runs.
import type { Command } from 'commander';
import { pino } from 'pino';
import { requireDiscord, type Config } from '../config.ts';
import { serveHealth, type HealthOptions, type HealthServer } from '../ops/health.ts';
import { interruption, type Context, type Finish } from './context.ts';

const STDERR = 2;

/** Runs until it is interrupted, which is how a bot ends well. Throws `ConfigError` without a token. */
async function bot(context: Context): Promise<void> {
  const config = context.config();
  requireDiscord(config);
  if (config.shards !== undefined) {
    await manageShards(context, config, config.shards);
    return;
  }
  const { startBot } = await import('../discord/bot.ts');
  const app = await context.open(config);
  const guilds = await context.openGuilds(config);
  const interrupted = interruption(context.signal).catch(() => undefined);
  try {
    const log = pino({ level: config.logLevel }, pino.destination(STDERR));
    const starting = startBot({ app, guilds, config, log, signal: context.signal });
    const running = await Promise.race([starting, interrupted]);
    if (running === undefined) return;
    const pages = await watch(running, config.health);
    // An event that discord.js can't read rejects where nobody listens, and must not end the bot.
    const uncaught = (error: unknown): void => {
      running.report('something unexpected went wrong', error);
    };
    process.on('unhandledRejection', uncaught);
    try {
      await Promise.race([interrupted, running.failed]);
    } finally {
      process.off('unhandledRejection', uncaught);
      await running.close();
      await pages?.close();
    }
  } finally {
    await app.close();
    await guilds.close();
  }
}

/** Runs shards, each a process that does what `bot` does in one. */
async function manageShards(
  context: Context,
  config: Config,
  count: NonNullable<Config['shards']>,
): Promise<void> {
  const { startShards } = await import('../discord/sharding.ts');
  const log = pino({ level: config.logLevel }, pino.destination(STDERR));
  const shards = await startShards({ config, count, log });
  try {
    await Promise.race([interruption(context.signal).catch(() => undefined), shards.failed]);
  } finally {
    await shards.close();
  }
}

interface Watched extends Pick<HealthOptions, 'metrics'> {
  readonly shard: number;
  readonly health: HealthOptions['check'];
}

/** Each shard is a process with pages of its own. */
async function watch(running: Watched, address: Config['health']): Promise<HealthServer | undefined> {
  if (address === undefined) return undefined;
  return serveHealth({
    host: address.host,
    port: address.port + running.shard,
    check: () => running.health(),
    metrics: () => running.metrics(),
  });
}

export function addBot(program: Command, context: Context, finish: Finish): void {
  program
    .command('bot')
    .description('run the Discord bot until it is stopped')
    .action(async () => {
      await bot(context);
      finish(0);
    });
}
