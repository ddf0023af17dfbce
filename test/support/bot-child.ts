// The bot as `rilis bot` runs it, in a process of its own, on answers that take `process.argv[2]` milliseconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { run } from '../../src/cli/run.ts';
import { listenForSignals } from '../../src/cli/signals.ts';
import { openOutput } from '../../src/cli/terminal/output.ts';
import { createStyle } from '../../src/cli/terminal/style.ts';
import { anAnswer } from './answers.ts';
import { openTestGuilds } from './guilds.ts';
import { scriptedApp } from './scripted-app.ts';

const ms = Number(process.argv[2]);
const signals = listenForSignals();
const code = await run(['bot'], {
  results: openOutput(process.stdout),
  notices: process.stderr,
  style: createStyle({ colours: false, columns: undefined }),
  interactive: false,
  config: () => readConfig(),
  open: () =>
    Promise.resolve(
      scriptedApp(async () => {
        await sleep(ms);
        return anAnswer();
      }),
    ),
  openGuilds: () => Promise.resolve(openTestGuilds().guilds),
  signal: signals.signal,
});
signals.end(code);
