// What a command works with: where results and notices go, and how Rilis is opened.
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Guilds } from '../guilds.ts';
import type { Output } from './terminal/output.ts';
import type { Style } from './terminal/style.ts';

/** Done; could not; wrong use. */
export type ExitCode = 0 | 1 | 2;

export interface Context {
  /** Results alone. */
  readonly results: Output;
  /** Everything else. */
  readonly notices: NodeJS.WritableStream;
  readonly style: Style;
  /** Whether a person watches the notices. */
  readonly interactive: boolean;
  /** Throws `ConfigError`. */
  readonly config: () => Config;
  readonly open: (config: Config) => Promise<App>;
  readonly openGuilds: (config: Config) => Promise<Guilds>;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
}

/** Says what the process ends with. */
export type Finish = (code: ExitCode) => void;

/** The user stopped a command that was not done. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** An ingest that is under way can't be called back; what it kept is safe, so nobody need wait for it longer. */
const CLOSE_PATIENCE = 1_500;

/** Runs `work` on an open Rilis and closes it again, whatever happens. Rejects with `InterruptedError` on a signal. */
export async function withApp<T>(context: Context, work: (app: App) => Promise<T>): Promise<T> {
  const app = await context.open(context.config());
  try {
    return await Promise.race([work(app), interruption(context.signal)]);
  } finally {
    if (context.signal.aborted) await Promise.race([app.close(), patience()]);
    else await app.close();
  }
}

/** Never resolves; rejects when `signal` is aborted. */
export function interruption(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      reject(new InterruptedError('Interrupted.'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, CLOSE_PATIENCE);
  });
}

export function notice(context: Context, text: string): void {
  context.notices.write(`${text}\n`);
}

/** One JSON value on one line. */
export function writeJson(context: Context, value: unknown): Promise<void> {
  return context.results.write(`${JSON.stringify(value)}\n`);
}
