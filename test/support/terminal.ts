// The command line run in this process: what it printed on either side, and what it ended with.
import { Writable } from 'node:stream';
import type { App } from '../../src/app.ts';
import type { Guilds } from '../../src/guilds.ts';
import type { Context, ExitCode } from '../../src/cli/context.ts';
import { run } from '../../src/cli/run.ts';
import { openOutput } from '../../src/cli/terminal/output.ts';
import { createStyle, type StyleOptions } from '../../src/cli/terminal/style.ts';
import { readConfig } from '../../src/config.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What Rilis is opened as; a command that opens it without being given one fails. */
  readonly app?: Partial<App>;
  readonly guilds?: Guilds;
  readonly style?: StyleOptions;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** A stream that keeps what is written. */
export function collect(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** Runs `rilis <args>`. */
export async function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const stdout = collect();
  const stderr = collect();
  const context: Context = {
    results: openOutput(stdout.stream),
    notices: stderr.stream,
    style: createStyle(options.style ?? { colours: false }),
    interactive: false,
    config: () => readConfig(options.env ?? {}),
    open: () =>
      options.app === undefined
        ? Promise.reject(new Error('This command should not open Rilis.'))
        : Promise.resolve({ close: () => Promise.resolve(), ...options.app } as App),
    openGuilds: () =>
      options.guilds === undefined
        ? Promise.reject(new Error('This command should not open what is kept of servers.'))
        : Promise.resolve(options.guilds),
    signal: options.signal ?? new AbortController().signal,
  };
  const code = await run(args, context);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
