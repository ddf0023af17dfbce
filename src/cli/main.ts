// Where the command line begins: gives the program its terminal and signals, and the process its exit code.
import { isatty } from 'node:tty';
import { colourWish, readConfig } from '../config.ts';
import type { Context } from './context.ts';
import { run } from './run.ts';
import { showFetch } from './terminal/fetching.ts';
import { listenForSignals } from './signals.ts';
import { openOutput } from './terminal/output.ts';
import { createStyle } from './terminal/style.ts';

const signals = listenForSignals();

// Node.js leaves `isTTY` undefined on a pipe, which picocolors would take for its own guess.
const isTerminal = isatty(1);
const context: Context = {
  results: openOutput(process.stdout),
  notices: process.stderr,
  style: createStyle({
    colours: colourWish() ?? (isTerminal && process.stdout.hasColors()),
    columns: isTerminal ? process.stdout.columns : undefined,
  }),
  interactive: process.stderr.isTTY,
  config: () => readConfig(),
  open: async (config) => {
    const { openApp } = await import('../app.ts');
    return openApp(config, { onFetch: showFetch(context) });
  },
  openGuilds: async (config) => {
    const { openGuilds } = await import('../guilds.ts');
    return openGuilds(config);
  },
  signal: signals.signal,
};

signals.end(await run(process.argv.slice(2), context));
