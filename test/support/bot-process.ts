// The bot in a process of its own, for what can be seen from outside alone: signals, exit codes, what it prints.
import { spawn, type ChildProcess } from 'node:child_process';
import { PROJECT_DIR } from '../../src/config.ts';
import type { FakeDiscord } from './fake-discord/fake-discord.ts';

export interface BotProcess {
  readonly child: ChildProcess;
  /** All that it printed so far. */
  readonly printed: () => string;
  /** What it ends with; a signal's name where one ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts it on `discord`, with answers that take `answerMs`, and waits until it is connected. */
export async function startBotProcess(
  discord: FakeDiscord,
  answerMs = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/bot-child.ts', String(answerMs)], {
    cwd: PROJECT_DIR,
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      RILIS_LOG_LEVEL: 'debug',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  await discord.until(
    'the process to be connected',
    () => text.includes('connected to Discord') || child.exitCode !== null,
    60_000,
  );
  return { child, printed: () => text, ended };
}
