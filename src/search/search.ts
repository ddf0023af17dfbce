// A question in, ranked passages out: the room's front door.
import { mkdirSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StaleIndexError } from '../domain/errors.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { ReleaseHeader } from '../domain/release.ts';
import { EVERYTHING, type Scope } from '../domain/scope.ts';
import { groupOf, GROUPS } from './catalog.ts';
import { openDenseIndex } from './dense.ts';
import { embedQuestion } from './embed-question.ts';
import { findHolding, type HoldingOptions } from './holding.ts';
import { MemoryIndex } from './memory.ts';
import { NearestPassages } from './nearest.ts';
import { rank, takeByRelease, type Found } from './rank.ts';
import type { Indexes } from './scorer.ts';
import type { Ranking, Searcher, SearcherParts, SearcherStatus, SearchOptions } from './searcher.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { openWordVectors, type WordVectors } from './word-vectors.ts';

const DEFAULT_LIMIT = 10;
/** The snapshot is written again once this share of the passages changed: below, counting them is quicker. */
const SNAPSHOT_CHANGE = 0.05;
/** Words whose vectors are learned in one go: about three milliseconds that a question may have to wait. */
const LEARNED_AT_ONCE = 64;

/**
 * 1. read the snapshot kept on disk, unless it is damaged or not the store's
 * 2. catch up with the store
 * 3. open the graphs in the background, and build those that are missing, damaged or stale
 *
 * Until step 3 is done the passages are scanned: slower, but never wrong.
 */
export async function openSearcher(parts: SearcherParts): Promise<Searcher> {
  mkdirSync(parts.directory, { recursive: true });
  const searcher = new MemorySearcher(parts);
  await searcher.refresh();
  searcher.openGraphs();
  return searcher;
}

class MemorySearcher implements Searcher {
  readonly #parts: SearcherParts;
  readonly #problems: string[] = [];
  #memory: MemoryIndex;
  #nearest: NearestPassages;
  /** They name words by the numbers of one memory. */
  #vectors: WordVectors | undefined;
  /** Words up to this number were learned ahead. */
  #learned = 0;
  #generation = -1;
  /** Passages that the snapshot on disk holds. */
  #kept = 0;
  #background: Promise<void> = Promise.resolve();
  #building = false;
  #opened = false;
  #closed = false;

  constructor(parts: SearcherParts) {
    this.#parts = parts;
    this.#memory = this.#restore() ?? this.#emptyMemory();
    this.#vectors = openWordVectors(this.#parts.embedder);
    this.#kept = this.#memory.catalog.size;
    this.#nearest = new NearestPassages(this.#memory.catalog, this.#memory.matrix);
  }

  #emptyMemory(): MemoryIndex {
    return new MemoryIndex(this.#parts.embedder.dimensions);
  }

  #restore(): MemoryIndex | undefined {
    const { directory, fingerprint, store, embedder } = this.#parts;
    try {
      const state = readSnapshot(directory, fingerprint);
      if (state === undefined) return undefined;
      const memory = new MemoryIndex(embedder.dimensions, state);
      if (memory.matches(store)) return memory;
      throw new StaleIndexError(`The index kept in ${directory} is not of this store. It is built again.`);
    } catch (error) {
      if (!(error instanceof StaleIndexError)) throw error;
      this.#problems.push(error.message);
      return undefined;
    }
  }

  refresh(): Promise<void> {
    const { store, embedder } = this.#parts;
    const generation = store.generation();
    if (generation === this.#generation) return Promise.resolve();
    this.#memory.catchUp(store, embedder.fingerprint);
    if (this.#memory.isWorn) this.#startAnew();
    this.#generation = generation;
    this.#nearest.update();
    this.#keep();
    this.#learnWords();
    this.#buildDue();
    return Promise.resolve();
  }

  /** Builds the memory without what was removed; graphs name passages by id and stay good. */
  #startAnew(): void {
    this.#memory = this.#emptyMemory();
    this.#vectors = openWordVectors(this.#parts.embedder);
    this.#learned = 0;
    this.#memory.catchUp(this.#parts.store, this.#parts.embedder.fingerprint);
    this.#nearest = this.#nearest.over(this.#memory.catalog, this.#memory.matrix);
    this.#kept = 0;
  }

  #keep(): void {
    const { catalog } = this.#memory;
    if (Math.abs(catalog.size - this.#kept) <= SNAPSHOT_CHANGE * this.#kept) return;
    try {
      writeSnapshot(
        this.#parts.directory,
        { fingerprint: this.#parts.fingerprint, generation: this.#generation },
        this.#memory.state(),
      );
      this.#kept = catalog.size;
    } catch (error) {
      this.#problems.push(`The index could not be kept: ${(error as Error).message}`);
    }
  }

  /** Learns the vectors of words ahead of the questions that will want them, a few at a time: questions come between. */
  #learnWords(): void {
    const { lexical } = this.#memory;
    const vectors = this.#vectors;
    if (vectors === undefined) return;
    this.#run(async () => {
      while (this.#learned < lexical.termCount && this.#vectors === vectors && !this.#closed) {
        const first = this.#learned;
        const count = Math.min(LEARNED_AT_ONCE, lexical.termCount - first);
        const numbers = Array.from({ length: count }, (_, i) => first + i);
        this.#learned += count;
        // The model's runtime resolves before any message is read: without a turn of the loop, questions would wait for all.
        await nextTurn();
        await vectors.learn(numbers, (number) => lexical.termAt(number));
      }
    });
  }

  /** Opens what was built before; then builds what is due. */
  openGraphs(): void {
    this.#run(async () => {
      for (const name of GROUPS) await this.#openGraph(name);
      // Only now is it known what is missing: a refresh before this moment must build nothing.
      this.#opened = true;
      this.#buildDue();
    });
  }

  async #openGraph(name: string): Promise<void> {
    const { directory, fingerprint, embedder } = this.#parts;
    try {
      const graph = await openDenseIndex(directory, name, { fingerprint, dimensions: embedder.dimensions });
      if (graph !== undefined && !this.#closed) this.#nearest.attach(name, graph);
    } catch (error) {
      if (!(error instanceof StaleIndexError)) throw error;
      this.#problems.push(error.message);
    }
  }

  #buildDue(): void {
    if (!this.#opened) return;
    this.#run(async () => {
      for (const name of this.#nearest.due()) {
        if (this.#closed) return;
        this.#building = true;
        const { directory, fingerprint, embedder, buildDense } = this.#parts;
        await buildDense({
          directory,
          name,
          generation: this.#generation,
          fingerprint,
          dimensions: embedder.dimensions,
          ...this.#nearest.buildOf(name),
        });
        await this.#openGraph(name);
      }
    });
  }

  /** Runs `work` after what runs already; its failure is a problem to report, and the scan goes on serving. */
  #run(work: () => Promise<void>): void {
    this.#background = this.#background
      .then(work)
      .catch((error: unknown) => {
        this.#problems.push((error as Error).message);
      })
      .finally(() => {
        this.#building = false;
      });
  }

  /**
   * 1. embed the question
   * 2. rank the passages that the filter lets through
   * 3. take the best, release by release
   */
  async search(question: string, options: SearchOptions = {}): Promise<Ranking> {
    const start = performance.now();
    const embedding = await embedQuestion(question, this.#parts.embedder);
    const embedded = performance.now();
    if (embedding === undefined)
      return {
        ranked: [],
        variants: new Map(),
        respellings: new Map(),
        among: () => 0,
        timings: { embed: embedded - start, lexical: 0, dense: 0, words: 0 },
      };
    const {
      filter = {},
      scope = EVERYTHING,
      limit = DEFAULT_LIMIT,
      perRelease = 1,
      questionLanguage,
      toBeRead = false,
      refs,
      candidates,
    } = options;
    const { found, timings, meets, among, variants, respellings } = await rank(
      this.#indexes(),
      {
        ...embedding,
        toBeRead,
        ...(questionLanguage === undefined ? {} : { group: groupOf(questionLanguage) }),
      },
      { filter, scope, refs, candidates },
    );
    const taken = takeByRelease(found, this.#memory.catalog, { limit, perRelease });
    const ranked = taken.map((one) => this.#show(one));
    return {
      ranked,
      variants,
      respellings,
      among,
      ...(meets === undefined ? {} : { meets }),
      timings: { embed: embedded - start, ...timings },
    };
  }

  holding(text: string, options: HoldingOptions): readonly ReleaseHeader[] {
    return findHolding(this.#memory, text, options);
  }

  #indexes(): Indexes {
    const vectors = this.#vectors;
    return {
      memory: this.#memory,
      nearest: this.#nearest,
      ...(vectors === undefined ? {} : { vectors }),
    };
  }

  #show(found: Found): RankedPassage {
    const { slot, score } = found;
    const { catalog } = this.#memory;
    return {
      passage: catalog.passageAt(slot),
      header: catalog.releaseAt(slot).header,
      score,
      ranks: found.ranks(),
      evidence: found.evidence(),
    };
  }

  async settle(): Promise<void> {
    // What runs may have queued more.
    for (let seen; seen !== this.#background;) await (seen = this.#background);
  }

  sources(scope?: Scope): readonly string[] {
    return this.#memory.catalog.sources(scope);
  }

  status(scope: Scope = EVERYTHING): SearcherStatus {
    return {
      ...this.#memory.catalog.count(scope),
      generation: this.#generation,
      ...this.#nearest.counts(),
      building: this.#building,
      problems: this.#problems,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    // A build may take minutes and loses nothing when it is cut short: the next opening begins it anew.
    if (!this.#building) await this.settle();
  }
}
