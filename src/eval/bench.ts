// `npm run bench`: speed and memory on a corpus that it makes itself, printed size by size.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { promisify } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import type { App, Timings } from '../app.ts';
import { PROJECT_DIR, type Config } from '../config.ts';
import { benchEmbedding, type EmbedBench } from './bench-embed.ts';
import { benchSearch, type SearchBench } from './bench-search.ts';
import { benchVerify, type VerifyBench } from './bench-verify.ts';
import { mean } from './bootstrap.ts';
import { benchCorpus } from './bench-corpus.ts';
import { PARAGRAPHS, type Corpus } from './corpus.ts';
import { quantile } from './metrics.ts';
import { renderTable } from './table.ts';
import { openWorkspace, writeLines } from './workspace.ts';

const QUESTIONS = 200;
/** Asked before the clock runs, until the code is compiled. */
const WARM_UP = 40;

const run = promisify(execFile);

interface Start {
  /** From the start of the process to its first answer. */
  readonly milliseconds: number;
  /** Bytes of the engine's process. */
  readonly rss: number;
}

/** What was found out about one size; seconds, milliseconds and bytes. */
export interface Bench {
  readonly releases: number;
  readonly passages: number;
  readonly ingestSeconds: number;
  readonly empty: Start;
  readonly full: Start;
  /** Milliseconds of each `ask`, as its caller sees it. */
  readonly asks: readonly number[];
  /** Means of the same. */
  readonly parts: Timings;
  readonly search: SearchBench;
  readonly verify: VerifyBench;
}

/**
 * 1. ingest the corpus
 * 2. start a process on an empty index and on the full one, each up to its first answer
 * 3. ask
 * 4. verify quotes
 * 5. search without embedding, and the bare calls
 */
async function benchSize(corpus: Corpus, passages: number): Promise<Bench> {
  const workspace = await openWorkspace();
  const { app, config, folder } = workspace;
  try {
    const empty = await startUp({ ...config, dataDir: path.join(folder, 'empty') }, corpus.question(0));
    const releases = Math.ceil(passages / PARAGRAPHS);
    const file = path.join(folder, 'corpus.jsonl');
    await writeLines(file, releasesOf(corpus, releases));
    const ingestSeconds = await timeIngest(app, file);
    const held = await app.status();
    const full = await startUp(config, corpus.question(1));
    const questions = Array.from({ length: QUESTIONS }, (_, i) =>
      corpus.question(Math.floor((i * releases) / QUESTIONS)),
    );
    const { asks, parts } = await timeAsks(app, questions);
    const verify = await benchVerify(app, corpus, releases);
    const search = await benchSearch(config, questions);
    return {
      releases: held.releases,
      passages: held.passages,
      ingestSeconds,
      empty,
      full,
      asks,
      parts,
      search,
      verify,
    };
  } finally {
    await workspace.close();
  }
}

function* releasesOf(corpus: Corpus, count: number): Iterable<unknown> {
  for (let n = 0; n < count; n++) yield corpus.release(n);
}

/** Seconds until the last release is safe; the graphs are built after that. */
async function timeIngest(app: App, file: string): Promise<number> {
  const start = performance.now();
  let last = start;
  const { rejected } = await app.ingest([file], {
    onKept: () => {
      last = performance.now();
    },
  });
  if (rejected.length > 0) throw new Error(`The corpus was rejected: ${rejected[0]?.reason ?? ''}`);
  return (last - start) / 1000;
}

async function startUp({ dataDir }: Config, question: string): Promise<Start> {
  const child = fileURLToPath(new URL('./bench-child.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', child, dataDir, question], {
    cwd: PROJECT_DIR,
  });
  return JSON.parse(stdout) as Start;
}

async function timeAsks(app: App, questions: readonly string[]): Promise<Pick<Bench, 'asks' | 'parts'>> {
  for (const question of questions.slice(0, WARM_UP)) await app.ask({ question });
  const asks: number[] = [];
  const timings: Timings[] = [];
  for (const question of questions) {
    const start = performance.now();
    const response = await app.ask({ question });
    asks.push(performance.now() - start);
    timings.push(response.timings);
  }
  const part = (name: keyof Timings): number => mean(timings.map((timing) => timing[name]));
  return {
    asks,
    parts: {
      embed: part('embed'),
      lexical: part('lexical'),
      dense: part('dense'),
      words: part('words'),
      extract: part('extract'),
      total: part('total'),
    },
  };
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const quantiles = (times: readonly number[]): string =>
  `p50 ${ms(quantile(times, 0.5) ?? 0)}, p95 ${ms(quantile(times, 0.95) ?? 0)}`;
const seconds = (value: number): string => `${value.toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** The figures of one size, each with what it means. */
export function renderBench(bench: Bench): string {
  const { releases, passages, ingestSeconds, empty, full, asks, search, verify } = bench;
  const grown = full.rss - empty.rss;
  const rows: [string, string][] = [
    [
      'ingest',
      `${seconds(ingestSeconds)}, ${(passages / ingestSeconds).toFixed(0)} passages/s (read, chunk, embed, store)`,
    ],
    [
      'index build',
      `${seconds(search.memorySeconds)} lexical and vectors, ${seconds(search.graphSeconds)} graphs`,
    ],
    ['start to first answer', `${ms(full.milliseconds)} (${ms(empty.milliseconds)} on an empty index)`],
    ['ask', quantiles(asks)],
    ...Object.entries(verify).map(([kind, times]): [string, string] => [`verify, ${kind}`, quantiles(times)]),
    [
      'memory',
      `${megabytes(full.rss)}; ${megabytes(grown)} above an empty index, ${(grown / passages).toFixed(0)} bytes a passage`,
    ],
  ];
  return [
    `${passages} passages of ${releases} releases\n`,
    renderTable(['', ''], rows).split('\n').slice(2).join('\n'),
    `\nOne ask\n`,
    renderParts(bench),
    `\nsearch without embedding\n`,
    renderSearch(search),
    `\nMemory a passage\n`,
    renderMemory(bench, grown),
    '',
  ].join('\n');
}

function renderParts({ parts, asks }: Bench): string {
  const sum = parts.embed + parts.lexical + parts.dense + parts.words + parts.extract;
  const whole = mean(asks);
  const row = (name: string, value: number): string[] => [
    name,
    ms(value),
    `${((100 * value) / whole).toFixed(0)} %`,
  ];
  return renderTable(
    ['part', 'mean', 'of ask'],
    [
      row('embed', parts.embed),
      row('lexical', parts.lexical),
      row('dense', parts.dense),
      row('words', parts.words),
      row('extract', parts.extract),
      row('sum of the parts', sum),
      row('ask inside the engine', parts.total),
      row('ask as its caller sees it', whole),
      ['ask / sum of the parts', (whole / sum).toFixed(2), ''],
    ],
  );
}

function renderSearch({ search, bareLexical, bareDense }: SearchBench): string {
  const bare = bareLexical + bareDense;
  return renderTable(
    ['call', 'mean'],
    [
      ['BM25, bare', ms(bareLexical)],
      ['hnswlib-node, bare', ms(bareDense)],
      ['both', ms(bare)],
      ['search', ms(search)],
      ['search / both', (search / bare).toFixed(2)],
    ],
  );
}

function renderMemory({ passages, search }: Bench, grown: number): string {
  const { vectors, postings, catalog, graphs } = search.bytes;
  const rest = grown - vectors - postings - catalog - graphs;
  const row = (name: string, bytes: number, what: string): string[] => [
    name,
    `${(bytes / passages).toFixed(0)} B`,
    what,
  ];
  return renderTable(
    ['part', 'bytes', ''],
    [
      row('graphs', graphs, 'hnswlib: a vector of floats and its links'),
      row('vectors', vectors, 'one byte a dimension, for exact cosines'),
      row('postings', postings, 'which terms stand in it, and how often'),
      row('catalog', catalog, 'where it stands, its role and its release'),
      row('rest', rest, 'terms, headers, caches of SQLite, room to grow'),
      row('all', grown, 'what the process grew by'),
    ],
  );
}

async function benchModel(corpus: Corpus): Promise<string> {
  const workspace = await openWorkspace();
  const questions = Array.from({ length: QUESTIONS }, (_, n) => corpus.question(n));
  const bench = await benchEmbedding(workspace.config, questions);
  await workspace.close();
  return renderEmbedding(bench, workspace.config.embeddingModel);
}

function renderEmbedding({ plain, oneCore, twoCores, held, question }: EmbedBench, model: string): string {
  const row = (name: string, speed: number, beside: number): string[] => [
    name,
    `${speed.toFixed(0)} passages/s`,
    `${(speed / beside).toFixed(2)} times`,
  ];
  return [
    `Embedding with ${model}${held ? '' : ' (processes could not be held to their cores)'}\n`,
    renderTable(
      ['', 'speed', 'beside the line above'],
      [
        row('pipeline(…) of the library, one core', plain, plain),
        row('Rilis, one worker on one core', oneCore, plain),
        row('Rilis, two workers on two cores', twoCores, oneCore),
      ],
    ),
    `\nA question: p50 ${ms(question)}\n`,
  ].join('\n');
}

function parseSizes(value: string): readonly number[] {
  return value.split(',').map((size) => {
    const [, number, thousand] = /^(\d+)(k?)$/.exec(size.trim()) ?? [];
    if (number === undefined || Number(number) === 0)
      throw new InvalidArgumentError('Give sizes such as 10k,100k.');
    return Number(number) * (thousand === 'k' ? 1000 : 1);
  });
}

/** Runs the command line `args`; prints each size when it is done. */
export async function bench(args: readonly string[]): Promise<void> {
  const { sizes } = new Command('bench')
    .description('Measures speed and memory on a corpus that it makes itself.')
    .option('--sizes <list>', 'passages, such as 10k,100k', parseSizes, [10_000, 100_000])
    .parse(args, { from: 'user' })
    .opts<{ readonly sizes: readonly number[] }>();
  const corpus = benchCorpus();
  process.stdout.write(`${await benchModel(corpus)}\n`);
  for (const size of sizes) {
    process.stderr.write(`Measuring ${size} passages …\n`);
    process.stdout.write(`${renderBench(await benchSize(corpus, size))}\n`);
  }
}
