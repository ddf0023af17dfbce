// `npm run bench:discord`: a flood of /ask from a fake Discord in a process of its own, answered by the real bot.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { PROJECT_DIR } from '../src/config.ts';
import { openGuilds } from '../src/guilds.ts';
import { startBot } from '../src/discord/bot.ts';
import { quantile } from '../src/eval/metrics.ts';
import { openWorkspace } from '../src/eval/workspace.ts';
import { startWorker } from '../src/workers/worker.ts';
import type { FakeDiscordService } from '../test/support/fake-discord/fake-discord.worker.ts';

const MEGABYTE = 1024 * 1024;
const NANOSECONDS = 1e6;
const WARM_UP = 20;
/** Discord gives up an interaction that was not acknowledged by then. */
const DEADLINE_MS = 3_000;
/** The longest that everybody may wait for one thing. */
const MAX_STALL_MS = 500;
const PATIENCE_SECONDS = 300;

const { values } = parseArgs({ options: { questions: { type: 'string', default: '1000' } } });
const count = Number(values.questions);
const known = readFileSync(path.join(PROJECT_DIR, 'data', 'eval', 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { readonly question: string }).question);
const questions = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, at) => known[at % known.length] ?? '');

const workspace = await openWorkspace();
const { app, config } = workspace;
await app.ingest([path.join(PROJECT_DIR, 'data', 'releases')]);
const fake = await startWorker<FakeDiscordService>(
  new URL('../test/support/fake-discord/fake-discord.worker.ts', import.meta.url),
  { data: undefined },
);
const { api, token } = await fake.remote.address();
const guilds = openGuilds(config);
const bot = await startBot({
  app,
  guilds,
  config: {
    ...config,
    discord: { token, api, applicationId: undefined, messageContent: false, guildId: undefined },
  },
  log: pino({ level: 'silent' }),
});

await fake.remote.flood(questions(WARM_UP), PATIENCE_SECONDS);
const before = process.memoryUsage().rss;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const report = await fake.remote.flood(questions(count), PATIENCE_SECONDS);
delay.disable();
const after = process.memoryUsage().rss;

const late = report.acknowledged.filter((ms) => ms > DEADLINE_MS).length;
const once = report.answers.filter((answers) => answers === 1).length;
const at = (q: number): string => (quantile(report.acknowledged, q) ?? 0).toFixed(0);
process.stdout.write(
  [
    `${report.asked} /ask at once, on the sample releases`,
    `acknowledged       ${report.acknowledged.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms; ${late} after 3 s`,
    `answered once      ${once}; others: ${report.asked - once}; bodies that Discord would refuse: ${report.violations.length}`,
    `last answer        after ${report.seconds.toFixed(1)} s`,
    `event-loop delay   p50 ${(delay.percentile(50) / NANOSECONDS).toFixed(1)} ms, p99 ${(delay.percentile(99) / NANOSECONDS).toFixed(1)} ms, max ${(delay.max / NANOSECONDS).toFixed(1)} ms`,
    `memory of the bot  ${(before / MEGABYTE).toFixed(0)} MiB before, ${(after / MEGABYTE).toFixed(0)} MiB after`,
    '',
  ].join('\n'),
);
await bot.close();
await guilds.close();
await fake.terminate();
await workspace.close();
const stalled = delay.max > MAX_STALL_MS * NANOSECONDS;
process.exitCode = late + (report.asked - once) + report.violations.length === 0 && !stalled ? 0 : 1;
