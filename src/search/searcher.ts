// What search takes and gives: the room as others see it. Types alone.
import type { Filter } from '../domain/answer.ts';
import type { Among, Meets, RankedPassage } from '../domain/passage.ts';
import type { Language, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
import type { Variants } from '../domain/variant.ts';
import type { Scope } from '../domain/scope.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { Store } from '../store/store.ts';
import type { DenseBuild } from './dense.ts';
import type { HoldingOptions } from './holding.ts';

/** Builds an index on a thread of its own; `buildDenseIndex` is what it has to run there. */
export type BuildDense = (build: DenseBuild) => Promise<void>;

export interface SearcherParts {
  readonly store: Store;
  readonly embedder: Embedder;
  /** Folder of the cached indexes; made when missing. */
  readonly directory: string;
  /** Stamp of model, chunking and text rules: indexes of another stamp are built anew. */
  readonly fingerprint: string;
  readonly buildDense: BuildDense;
}

export interface SearchOptions {
  /** Passages wanted; default 10. */
  readonly limit?: number;
  /** Passages of one release that may come before those of others; default 1. */
  readonly perRelease?: number;
  readonly filter?: Filter;
  /** Default: everything. */
  readonly scope?: Scope;
  /** These releases alone; default all. */
  readonly refs?: ReadonlySet<ReleaseRef>;
  /** Passages of each language that either ranking puts forward, all of them to be read; default few enough to be quick. */
  readonly candidates?: number;
  /** Whether what is found will be read for an answer, which `meets` is for; default false. */
  readonly toBeRead?: boolean;
  /** Default: the language whose passages the question's words match best. */
  readonly questionLanguage?: Language;
}

export interface SearchTimings {
  /** Milliseconds. */
  readonly embed: number;
  readonly lexical: number;
  readonly dense: number;
  /** Looking for each word of the question in the candidates. */
  readonly words: number;
}

export interface Ranking {
  /** Best first; of one release no more than asked for come before the others'. */
  readonly ranked: readonly RankedPassage[];
  /** Reads the texts of the passages ranked; absent where the model knows no single words. */
  readonly meets?: Meets;
  readonly among: Among;
  /** Words that stand for words of the question: what misspelt ones were taken for, names in another script. */
  readonly variants: Variants;
  /** Those of words that no release has: what they may have been meant to be. */
  readonly respellings: Variants;
  readonly timings: SearchTimings;
}

export interface SearcherStatus {
  readonly releases: number;
  readonly passages: number;
  /** The store's generation that is served. */
  readonly generation: number;
  /** Passages found through graphs; the rest is scanned. */
  readonly dense: number;
  readonly scanned: number;
  readonly building: boolean;
  /** Why an index could not be used or built, in the order it happened. */
  readonly problems: readonly string[];
}

export interface Searcher {
  search(question: string, options?: SearchOptions): Promise<Ranking>;
  /** The releases that hold most of the words of `text`, best first: without its meaning, so without embedding it. */
  holding(text: string, options: HoldingOptions): readonly ReleaseHeader[];
  /** Follows what was written to the store, by this process or another. */
  refresh(): Promise<void>;
  /** Waits until the indexes that are being opened or built are served. */
  settle(): Promise<void>;
  /** The sources of the current releases that may be seen, each once. */
  sources(scope?: Scope): readonly string[];
  /** Counts releases and passages that may be seen. */
  status(scope?: Scope): SearcherStatus;
  close(): Promise<void>;
}
