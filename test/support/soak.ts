// A long day of the bot in fast motion: whether everybody gets one answer, memory stays, and the log stays quiet.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import type { App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { startWorker } from '../../src/workers/worker.ts';
import type { FakeDiscordService } from './fake-discord/fake-discord.worker.ts';
import { openTestGuilds } from './guilds.ts';
import type { MixReport } from './fake-discord/mixed.ts';

const FAKE = new URL('./fake-discord/fake-discord.worker.ts', import.meta.url);
const MINUTE_MS = 60_000;
/** Timers come a little early or late. */
const TOLERANCE_MS = 1_000;
/** Of the samples, from the start: the time in which code is compiled and caches fill. */
const WARM_UP_SHARE = 0.3;

export interface SoakOptions {
  readonly app: App;
  readonly interactions: number;
  /** Interactions between two samples of memory. */
  readonly batch: number;
  readonly deadlineMs: number;
  readonly onBatch?: (done: number) => void;
}

export interface SoakReport {
  readonly total: Omit<MixReport, 'violations'> & { readonly violations: number };
  readonly seconds: number;
  /** Bytes an interaction by which what is in use grows, over the samples after the warm-up. */
  readonly heapSlope: number;
  readonly rssSlope: number;
  /** Bytes that the engine grew by an interaction; undefined where there is none. */
  readonly engineSlope: number | undefined;
  readonly heapBytes: readonly number[];
  readonly rssBytes: readonly number[];
  readonly logLines: number;
  /** Kinds of lines that came twice within a minute. */
  readonly loud: readonly string[];
}

/** Runs the real bot on `app` against a fake Discord in a process of its own. */
export async function soak({
  app,
  interactions,
  batch,
  deadlineMs,
  onBatch,
}: SoakOptions): Promise<SoakReport> {
  const collect = garbageCollector();
  const logged: string[] = [];
  const fake = await startWorker<FakeDiscordService>(FAKE, { data: undefined });
  const { api, token } = await fake.remote.address();
  const config = readConfig({ DISCORD_TOKEN: token, DISCORD_API: api });
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  const bot = await startBot({ app, guilds: openTestGuilds().guilds, config, log });
  // What `rilis bot` does with what nobody caught.
  const uncaught = (error: unknown): void => {
    bot.report('something unexpected went wrong', error);
  };
  process.on('unhandledRejection', uncaught);
  const lines: string[] = [];
  const began = performance.now();
  const reports: MixReport[] = [];
  const [heapBytes, rssBytes, engineBytes]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let done = 0; done < interactions; done += batch) {
      reports.push(
        await fake.remote.mix({ count: Math.min(batch, interactions - done), seed: done + 1, deadlineMs }),
      );
      collect();
      const { heapUsed, rss } = process.memoryUsage();
      heapBytes.push(heapUsed);
      rssBytes.push(rss);
      engineBytes.push(
        await app.status().then(
          ({ memory }) => memory,
          () => 0,
        ),
      );
      onBatch?.(done + batch);
    }
    // A log that is closed tells what it held back; that is not what is judged.
    lines.push(...logged);
  } finally {
    await bot.close();
    process.off('unhandledRejection', uncaught);
    await fake.terminate();
  }
  return {
    total: sum(reports),
    seconds: (performance.now() - began) / 1_000,
    heapSlope: slope(heapBytes) / batch,
    rssSlope: slope(rssBytes) / batch,
    engineSlope: engineBytes.some((bytes) => bytes > 0) ? slope(engineBytes) / batch : undefined,
    heapBytes,
    rssBytes,
    logLines: lines.length,
    loud: loudLines(lines),
  };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function sum(reports: readonly MixReport[]): SoakReport['total'] {
  const add = (key: Exclude<keyof MixReport, 'violations' | 'missing'>): number =>
    reports.reduce((total, report) => total + report[key], 0);
  return {
    asked: add('asked'),
    once: add('once'),
    unanswered: add('unanswered'),
    twice: add('twice'),
    faults: add('faults'),
    missing: reports.flatMap(({ missing }) => missing),
    violations: reports.reduce((total, { violations }) => total + violations.length, 0),
  };
}

/** Least squares over the samples after the warm-up: growth from one to the next. */
function slope(samples: readonly number[]): number {
  const kept = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
  const meanX = (kept.length - 1) / 2;
  const meanY = kept.reduce((total, y) => total + y, 0) / kept.length;
  const over = kept.reduce((total, y, x) => total + (x - meanX) * (y - meanY), 0);
  const under = kept.reduce((total, _, x) => total + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** Kinds of lines of which two are less than a minute apart. */
function loudLines(logged: readonly string[]): readonly string[] {
  const last = new Map<string, number>();
  const loud = new Set<string>();
  for (const line of logged) {
    const { time, pid, hostname, more, ...rest } = JSON.parse(line) as { time: number } & Record<
      string,
      unknown
    >;
    const kind = JSON.stringify(rest);
    const before = last.get(kind);
    if (before !== undefined && time - before < MINUTE_MS - TOLERANCE_MS) loud.add(kind);
    last.set(kind, time);
  }
  return [...loud];
}
