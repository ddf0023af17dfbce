// `rilis bot`: the Discord bot. The one command that may know discord/, and loads it only when it runs.
import type { Command } from 'commander';
import { pino } from 'pino';
import { requireDiscord } from '../config.ts';
import { interruption, type Context, type Finish } from './context.ts';

const STDERR = 2;

/** Runs until it is interrupted, which is how a bot ends well. Throws `ConfigError` without a token. */
async function bot(context: Context): Promise<void> {
  const config = context.config();
  requireDiscord(config);
  const { startBot } = await import('../discord/bot.ts');
  const app = await context.open(config);
  try {
    const log = pino({ level: config.logLevel }, pino.destination(STDERR));
    const running = await startBot({ app, config, log });
    const interrupted = interruption(context.signal).catch(() => undefined);
    try {
      await Promise.race([interrupted, running.failed]);
    } finally {
      await running.close();
    }
  } finally {
    await app.close();
  }
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
