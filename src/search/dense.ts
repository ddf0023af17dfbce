// The HNSW index of one language: built and proven aside, opened only when its sidecar vouches for it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import hnswlib from 'hnswlib-node';
import { z } from 'zod';
import { StaleIndexError } from '../domain/errors.ts';
import { asidePath, commitAside, hashFile } from './durable.ts';

const { HierarchicalNSW } = hnswlib;
type Graph = InstanceType<typeof HierarchicalNSW>;

/** Links a node, and candidates while linking: the library's usual values, whose recall at 10 measured 1.0. */
const LINKS = 16;
const EF_CONSTRUCTION = 200;
/** Passages that must find in the saved index what they found in the one built, before it is trusted. */
const PROBES = 32;
/** Neighbours that each is asked for. */
const PROBED = 10;
const FORMAT = 1;

const sidecarSchema = z.object({
  format: z.literal(FORMAT),
  /** Name of the index file, beside the sidecar. */
  file: z.string(),
  /** The store's generation that the index was built from. */
  generation: z.number(),
  fingerprint: z.string(),
  dimensions: z.number(),
  count: z.number(),
  bytes: z.number(),
  sha256: z.string(),
});
type Sidecar = z.infer<typeof sidecarSchema>;

/** What an index is built of; can be posted to a worker thread. */
export interface DenseBuild {
  readonly directory: string;
  /** Tells the indexes of one folder apart: the language. */
  readonly name: string;
  readonly generation: number;
  /** Stamp of model and rules; an index of another stamp is never opened. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Passage ids, ascending. */
  readonly ids: Uint32Array;
  /** One row of `dimensions` a passage, to be multiplied with its scale. */
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

export interface Stamp {
  readonly fingerprint: string;
  readonly dimensions: number;
}

const sidecarPath = (directory: string, name: string): string => path.join(directory, `dense-${name}.json`);

/**
 * 1. build the graph and save it aside (saving reports no failure)
 * 2. open what was saved and prove it: count, and passages that find what they found before
 * 3. hash, sync, rename
 * 4. write the sidecar, last: only what it names is ever opened
 * 5. remove the index that it named before
 *
 * Blocks its thread for minutes at 100,000 passages: meant for a worker. Throws `StaleIndexError` when the saved file is
 * not what was built.
 */
export async function buildDenseIndex(build: DenseBuild): Promise<void> {
  const { directory, name, generation, fingerprint, dimensions } = build;
  const file = `dense-${name}-${generation}.hnsw`;
  const target = path.join(directory, file);
  const aside = asidePath(target);
  const graph = link(build);
  graph.writeIndexSync(aside);
  prove(build, aside, probe(graph, build));
  const sidecar: Sidecar = {
    format: FORMAT,
    file,
    generation,
    fingerprint,
    dimensions,
    count: build.ids.length,
    bytes: statSync(aside).size,
    sha256: await hashFile(aside),
  };
  commitAside(target);
  const named = sidecarPath(directory, name);
  writeFileSync(asidePath(named), `${JSON.stringify(sidecar, null, 2)}\n`);
  commitAside(named);
  removeOthers(directory, { name, keep: file });
}

function link({ dimensions, ids, codes, scales }: DenseBuild): Graph {
  const graph = new HierarchicalNSW('ip', dimensions);
  graph.initIndex({ maxElements: Math.max(1, ids.length), m: LINKS, efConstruction: EF_CONSTRUCTION });
  ids.forEach((id, i) => {
    graph.addPoint(rowOf({ codes, scales, dimensions }, i), id);
  });
  return graph;
}

function rowOf(rows: Pick<DenseBuild, 'codes' | 'scales' | 'dimensions'>, i: number): number[] {
  const scale = rows.scales[i] ?? 0;
  const codes = rows.codes.subarray(i * rows.dimensions, (i + 1) * rows.dimensions);
  return Array.from(codes, (code) => code * scale);
}

function prove(build: DenseBuild, aside: string, expected: readonly string[]): void {
  const failed = (what: string, cause?: unknown): StaleIndexError =>
    new StaleIndexError(
      `The dense index could not be saved to ${path.dirname(aside)}: ${what}. Check the free space and the permissions of that folder.`,
      { cause },
    );
  const graph = new HierarchicalNSW('ip', build.dimensions);
  try {
    if (!existsSync(aside) || !statSync(aside).isFile()) throw new Error('no file was written');
    graph.readIndexSync(aside);
  } catch (error) {
    throw failed((error as Error).message, error);
  }
  if (graph.getCurrentCount() !== build.ids.length) {
    throw failed(`${graph.getCurrentCount()} of ${build.ids.length} passages are in it`);
  }
  const found = probe(graph, build);
  const missed = found.filter((one, i) => one !== expected[i]).length;
  if (missed > 0)
    throw failed(`${missed} of ${found.length} passages don't find in it what they found before`);
}

/** What passages spread evenly over the index find; that they find themselves is not said, for they may have twins. */
function probe(graph: Graph, build: DenseBuild): readonly string[] {
  const step = Math.max(1, Math.floor(build.ids.length / PROBES));
  const found: string[] = [];
  for (let i = 0; i < build.ids.length; i += step)
    found.push(graph.searchKnn(rowOf(build, i), Math.min(PROBED, build.ids.length)).neighbors.join());
  return found;
}

function removeOthers(directory: string, { name, keep }: { name: string; keep: string }): void {
  const others = new RegExp(`^dense-${name}-\\d+\\.hnsw$`);
  for (const file of readdirSync(directory)) {
    if (others.test(file) && file !== keep) rmSync(path.join(directory, file), { force: true });
  }
}

/** Passages by their ids, and 1 minus the cosine of each. */
export interface Neighbours {
  readonly neighbors: readonly number[];
  readonly distances: readonly number[];
}

/** An index that was found sound. */
export interface DenseIndex {
  readonly generation: number;
  /** Ids of the passages in it, in no order. */
  ids(): readonly number[];
  /** The `limit` passages nearest to `question`, best first; fewer when there are no more. */
  nearest(question: number[], limit: number): Neighbours;
}

/**
 * Opens the index called `name`, or gives undefined where none was ever built. Throws `StaleIndexError` for one that
 * is of another stamp, or damaged: nothing is read into memory before size and hash are those of the sidecar, since
 * the library itself serves a file with holes, and one of other dimensions, without complaint.
 */
export async function openDenseIndex(
  directory: string,
  name: string,
  stamp: Stamp,
): Promise<DenseIndex | undefined> {
  mkdirSync(directory, { recursive: true });
  if (!existsSync(sidecarPath(directory, name))) return undefined;
  const sidecar = readSidecar(directory, name, stamp);
  const file = path.join(directory, sidecar.file);
  const graph = new HierarchicalNSW('ip', sidecar.dimensions);
  try {
    if (statSync(file).size !== sidecar.bytes) throw new Error('its size is not that of the file built');
    if ((await hashFile(file)) !== sidecar.sha256) throw new Error('its hash is not that of the file built');
    await graph.readIndex(file);
    if (graph.getCurrentCount() !== sidecar.count) throw new Error('its count is not that of the file built');
  } catch (error) {
    throw stale(file, (error as Error).message, error);
  }
  return new GraphIndex(graph, sidecar);
}

function readSidecar(directory: string, name: string, stamp: Stamp): Sidecar {
  const file = sidecarPath(directory, name);
  let sidecar: Sidecar;
  try {
    sidecar = sidecarSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw stale(file, 'its sidecar can not be read', error);
  }
  if (sidecar.fingerprint !== stamp.fingerprint) throw stale(file, 'it is of another model or other rules');
  if (sidecar.dimensions !== stamp.dimensions) throw stale(file, 'its vectors have another length');
  return sidecar;
}

function stale(file: string, why: string, cause?: unknown): StaleIndexError {
  return new StaleIndexError(`The dense index ${file} is not used: ${why}. It is built again.`, { cause });
}

class GraphIndex implements DenseIndex {
  readonly generation: number;
  readonly #graph: Graph;
  readonly #count: number;
  #ef = 0;

  constructor(graph: Graph, sidecar: Sidecar) {
    this.#graph = graph;
    this.#count = sidecar.count;
    this.generation = sidecar.generation;
  }

  ids(): readonly number[] {
    return this.#graph.getIdsList();
  }

  nearest(question: number[], limit: number): Neighbours {
    const wanted = Math.min(limit, this.#count);
    if (wanted === 0) return { neighbors: [], distances: [] };
    if (wanted > this.#ef) {
      this.#ef = wanted;
      this.#graph.setEf(wanted);
    }
    return this.#graph.searchKnn(question, wanted);
  }
}
