// Embedding against the plain pipeline of the same library, on the same texts with the same model and cores.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT_DIR, type Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import { openQuestionEmbedder } from '../engine/open.ts';
import { quantile } from './metrics.ts';

const run = promisify(execFile);

/** Taken in turns, since a machine that others share may be half as fast a minute later. */
const ROUNDS = 5;

export interface EmbedBench {
  /** Texts a second, at the median of the rounds. */
  readonly plain: number;
  readonly oneCore: number;
  readonly twoCores: number;
  /** Whether processes could be held to their cores, which takes Linux's `taskset`; else the system spreads them. */
  readonly held: boolean;
  /** Milliseconds at the median, in the process that asks. */
  readonly question: number;
}

/** Passages as an ingest gives them, in workers; questions one by one, as they are asked. */
export async function benchEmbedding(config: Config, questions: readonly string[]): Promise<EmbedBench> {
  const cores = usableCores();
  const plain = await speedOf('pipeline', cores?.slice(0, 1));
  const [one, two]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await speedOf('1', cores?.slice(0, 1)));
    two.push(await speedOf('2', cores?.slice(0, 2)));
  }
  const [oneCore = 0, twoCores = 0] = [one, two].map((speeds) => quantile(speeds, 0.5));
  const embedder = await openQuestionEmbedder(config);
  const question = await medianOf(embedder, questions);
  await embedder.close();
  return { plain, oneCore, twoCores, held: cores !== undefined, question };
}

/** Numbers of the cores that this process may use; undefined where they are not known. */
function usableCores(): readonly number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, list = ''] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  const cores = list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return cores.length < 2 ? undefined : cores;
}

/** `manner` as the child takes it; its process and all its workers stay on `cores`. */
async function speedOf(manner: string, cores: readonly number[] | undefined): Promise<number> {
  const child = fileURLToPath(new URL('./bench-embed-child.ts', import.meta.url));
  const command = [process.execPath, '--import', 'tsx', child, manner];
  const held = cores === undefined ? command : ['taskset', '--cpu-list', cores.join(','), ...command];
  const [file = '', ...args] = held;
  const { stdout } = await run(file, args, { cwd: PROJECT_DIR });
  return (JSON.parse(stdout) as { readonly speed: number }).speed;
}

async function medianOf(embedder: Embedder, questions: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    await embedder.embedQuestions([question]);
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5) ?? 0;
}
