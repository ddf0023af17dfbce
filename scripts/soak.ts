// `npm run soak`: a long day of the bot in fast motion; `--engine` asks the real engine.
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from '../src/app.ts';
import { PROJECT_DIR } from '../src/config.ts';
import { openWorkspace } from '../src/eval/workspace.ts';
import { scriptedApp } from '../test/support/scripted-app.ts';
import { soak } from '../test/support/soak.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes an interaction: at a million interactions a day a restart a week would still be early. */
const MAX_HEAP_SLOPE = 20;
const MAX_RSS_SLOPE = 200;
const DEADLINE_MS = 3_000;

const { values } = parseArgs({
  options: {
    interactions: { type: 'string', default: '100000' },
    batch: { type: 'string', default: '2500' },
    engine: { type: 'boolean', default: false },
  },
});

async function openSubject(): Promise<{ readonly app: App; close(): Promise<void> }> {
  if (!values.engine) {
    const app = scriptedApp(undefined, {
      list: () => Promise.resolve([]),
      suggest: () => Promise.resolve([]),
      sources: () => Promise.resolve([]),
    });
    return { app, close: () => app.close() };
  }
  const workspace = await openWorkspace();
  await workspace.app.ingest([path.join(PROJECT_DIR, 'data', 'releases')]);
  return workspace;
}

const subject = await openSubject();
const report = await soak({
  app: subject.app,
  interactions: Number(values.interactions),
  batch: Number(values.batch),
  deadlineMs: DEADLINE_MS,
  onBatch: (done) => process.stderr.write(`${done} `),
});
await subject.close();

const { total } = report;
const megabytes = (samples: readonly number[]): string =>
  [samples[0], samples.at(-1)].map((bytes = 0) => (bytes / MEGABYTE).toFixed(1)).join(' → ');
const rows = [
  ['interactions', total.asked, total.asked === Number(values.interactions)],
  ['exactly one answer', total.once, total.once === total.asked],
  ['no answer', total.unanswered, total.unanswered === 0],
  ['more than one answer', total.twice, total.twice === 0],
  ['faults injected', total.faults, true],
  ['bodies that Discord would refuse', total.violations, total.violations === 0],
  ['memory in use, MiB', megabytes(report.heapBytes), true],
  ['its slope, bytes an interaction', report.heapSlope.toFixed(1), report.heapSlope < MAX_HEAP_SLOPE],
  ['memory of the process, MiB', megabytes(report.rssBytes), true],
  ['its slope, bytes an interaction', report.rssSlope.toFixed(1), report.rssSlope < MAX_RSS_SLOPE],
  [
    "slope of the engine's process",
    report.engineSlope?.toFixed(1) ?? 'not asked',
    (report.engineSlope ?? 0) < MAX_RSS_SLOPE,
  ],
  ['lines of the log', report.logLines, true],
  ['kinds of lines above one a minute', report.loud.length, report.loud.length === 0],
  ['seconds', report.seconds.toFixed(0), true],
] as const;
process.stdout.write(
  `\n${rows.map(([what, value, ok]) => `| ${what.padEnd(34)} | ${String(value).padStart(16)} | ${ok ? 'ok' : 'NOT OK'} |`).join('\n')}\n`,
);
for (const what of total.missing) process.stdout.write(`no answer: ${what}\n`);
for (const line of report.loud) process.stdout.write(`too often: ${line}\n`);
process.exitCode = rows.every(([, , ok]) => ok) ? 0 : 1;
