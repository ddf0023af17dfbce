// `search` without embedding against the bare calls that it can't do without, on one index and with the same questions.
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import hnswlib from 'hnswlib-node';
import type { Config } from '../config.ts';
import type { Vector } from '../domain/vector.ts';
import { buildDense } from '../engine/indexing.ts';
import { openQuestionEmbedder, openStore } from '../engine/open.ts';
import type { Embedder, WordVector } from '../embed/embedder.ts';
import { GROUPS } from '../search/catalog.ts';
import { bestOfGroups } from '../search/lexical.ts';
import { MemoryIndex } from '../search/memory.ts';
import { weighQuestion } from '../search/question.ts';
import { openSearcher } from '../search/search.ts';
import { Top } from '../search/top.ts';
import { differentWords, wordsOf } from '../search/words.ts';
import { mean } from './bootstrap.ts';

/** Candidates that the bare calls give, as many as Rilis takes of each language. */
const LEXICAL_CANDIDATES = 40;
const DENSE_CANDIDATES = 80;
/** The library's usual values, those of the index too. */
const LINKS = 16;
const EF_CONSTRUCTION = 200;
/** Questions asked before the clock runs, until the code is compiled. */
const WARM_UP = 40;

export interface SearchBench {
  /** Seconds to build what is kept in memory from the store, and the graphs. */
  readonly memorySeconds: number;
  readonly graphSeconds: number;
  /** Milliseconds a question, means over the same questions. */
  readonly search: number;
  readonly bareLexical: number;
  readonly bareDense: number;
  /** Bytes of each part of the index. */
  readonly bytes: Readonly<Record<'vectors' | 'postings' | 'catalog' | 'graphs', number>>;
}

const { HierarchicalNSW } = hnswlib;
type Graph = InstanceType<typeof HierarchicalNSW>;

/** Opens the index in a folder of its own, so that it has to be built, and runs the questions through both. */
export async function benchSearch(config: Config, questions: readonly string[]): Promise<SearchBench> {
  const directory = await mkdtemp(path.join(config.dataDir, 'bench-'));
  const store = openStore(config);
  const embedder = await openQuestionEmbedder(config);
  const vectors = await embedder.embedQuestions(questions);
  const known = await remembering(embedder, questions, vectors);
  const start = performance.now();
  const searcher = await openSearcher({
    store,
    embedder: known,
    directory,
    fingerprint: 'bench',
    buildDense,
  });
  const opened = performance.now();
  await searcher.settle();
  const settled = performance.now();
  const memory = new MemoryIndex(embedder.dimensions);
  memory.catchUp(store, embedder.fingerprint);
  // Settles the postings, as those that are searched are.
  memory.state();
  const times = await timeEach(questions.length, {
    search: (i) => searcher.search(questions[i] ?? ''),
    bareLexical: lexicalCall(memory, questions),
    bareDense: denseCall(openGraphs(memory, directory), vectors),
  });
  const bytes = sizesOf(memory, directory);
  await searcher.close();
  await embedder.close();
  store.close();
  await rm(directory, { recursive: true });
  return { memorySeconds: (opened - start) / 1000, graphSeconds: (settled - opened) / 1000, ...times, bytes };
}

/** An embedder that knows these questions and their words already. */
async function remembering(
  embedder: Embedder,
  questions: readonly string[],
  vectors: readonly Vector[],
): Promise<Embedder> {
  const known = new Map(questions.map((question, i) => [question, vectors[i] as Vector]));
  const surfaces = [...new Set(questions.flatMap((question) => differentWords(wordsOf(question))))];
  const found = (await embedder.embedWords?.(surfaces)) ?? [];
  const words = new Map(surfaces.map((surface, i) => [surface, found[i] as WordVector]));
  return {
    fingerprint: embedder.fingerprint,
    dimensions: embedder.dimensions,
    embedPassages: (texts) => embedder.embedPassages(texts),
    embedQuestions: (texts) => Promise.resolve(texts.map((text) => known.get(text) as Vector)),
    ...(embedder.embedWords === undefined
      ? {}
      : {
          embedWords: (asked) =>
            asked.every((word) => words.has(word))
              ? Promise.resolve(asked.map((word) => words.get(word) as WordVector))
              : (embedder.embedWords?.(asked) ?? Promise.resolve([])),
        }),
    close: () => embedder.close(),
  };
}

type Call = (i: number) => unknown;

/** BM25 over all passages, and the best of each language. */
function lexicalCall(memory: MemoryIndex, questions: readonly string[]): Call {
  const { mask } = memory.catalog.select({});
  const { groups } = memory.catalog;
  const tops = GROUPS.map(() => new Top(LEXICAL_CANDIDATES));
  return (i) => {
    const scores = memory.lexical.score(weighQuestion(wordsOf(questions[i] ?? '')));
    return bestOfGroups(scores, { mask, groups }, tops);
  };
}

function denseCall(graphs: readonly Graph[], vectors: readonly Vector[]): Call {
  return (i) => graphs.map((graph) => graph.searchKnn(Array.from(vectors[i] as Vector), DENSE_CANDIDATES));
}

/** One graph a language: those that Rilis built, and others for languages that it scans. */
function openGraphs(memory: MemoryIndex, directory: string): readonly Graph[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.hnsw'));
  return GROUPS.flatMap((name, group) => {
    const built = files.find((file) => file.startsWith(`dense-${name}-`));
    const graph = new HierarchicalNSW('ip', memory.matrix.dimensions);
    if (built === undefined) link(graph, memory, group);
    else graph.readIndexSync(path.join(directory, built));
    graph.setEf(DENSE_CANDIDATES);
    return graph.getCurrentCount() < DENSE_CANDIDATES ? [] : [graph];
  });
}

function link(graph: Graph, { catalog, matrix }: MemoryIndex, group: number): void {
  const slots = Array.from(catalog.groups, (_, slot) => slot).filter(
    (slot) => catalog.groups[slot] === group,
  );
  graph.initIndex({ maxElements: Math.max(1, slots.length), m: LINKS, efConstruction: EF_CONSTRUCTION });
  for (const slot of slots) {
    graph.addPoint(Array.from(matrix.vector(slot)), slot);
  }
}

/** Mean milliseconds of each call; they take turns, so that what else the machine does hits all alike. */
async function timeEach<K extends string>(
  count: number,
  calls: Readonly<Record<K, Call>>,
): Promise<Readonly<Record<K, number>>> {
  const entries = Object.entries(calls) as [K, Call][];
  const times = entries.map((): number[] => []);
  for (let round = -WARM_UP; round < count; round++) {
    for (const [place, [, call]] of entries.entries()) {
      const start = performance.now();
      await call(Math.abs(round) % count);
      if (round >= 0) times[place]?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(entries.map(([name], place) => [name, mean(times[place] ?? [])])) as Record<
    K,
    number
  >;
}

/** Bytes of the typed arrays in it, however deep. */
function bytesOf(state: unknown): number {
  if (ArrayBuffer.isView(state)) return state.byteLength;
  if (typeof state !== 'object' || state === null) return 0;
  return Object.values(state).reduce<number>((sum, part) => sum + bytesOf(part), 0);
}

function sizesOf({ matrix, lexical, catalog }: MemoryIndex, directory: string): SearchBench['bytes'] {
  const graphs = readdirSync(directory)
    .filter((file) => file.endsWith('.hnsw'))
    .reduce((sum, file) => sum + statSync(path.join(directory, file)).size, 0);
  return {
    vectors: bytesOf(matrix.state()),
    postings: bytesOf(lexical.state()),
    catalog: bytesOf(catalog.state()),
    graphs,
  };
}
