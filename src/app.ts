// What Rilis can do, for the command line and for Discord alike.
import type { Answer, Filter, SearchResult } from './domain/answer.ts';
import type { Release, ReleaseHeader, ReleaseRef } from './domain/release.ts';
import type { Revision } from './store/store.ts';

export interface Rejection {
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly reason: string;
}

export interface IngestSummary {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejection[];
  /** In the index after the ingest. */
  readonly releases: number;
  readonly passages: number;
  readonly seconds: number;
}

export interface IngestProgress {
  readonly phase: 'reading' | 'indexing';
  readonly done: number;
  /** Grows while folders are read. */
  readonly total: number;
}

export interface IngestOptions {
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Called with every release that is safely kept. */
  readonly onKept?: (ref: ReleaseRef) => void;
}

export interface SearchRequest {
  readonly question: string;
  /** Default 10. */
  readonly limit?: number;
  readonly filter?: Filter;
}

export interface AskRequest extends SearchRequest {
  /** The moment "yesterday" counts from; default now. */
  readonly now?: Date;
  /** Whether dates and sources named in the question filter; default true. */
  readonly readFilters?: boolean;
}

/** Milliseconds of the parts of one search or ask. */
export interface Timings {
  readonly embed: number;
  readonly lexical: number;
  readonly dense: number;
  readonly extract: number;
  readonly total: number;
}

export interface SearchResponse {
  readonly results: readonly SearchResult[];
  readonly timings: Timings;
}

export interface AskResponse {
  readonly answer: Answer;
  readonly timings: Timings;
}

export interface Status {
  readonly dataDir: string;
  readonly releases: number;
  readonly passages: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly model: string;
  readonly dimensions: number;
  /** Stamp of model, chunking and text rules. */
  readonly fingerprint: string;
  readonly index: {
    /** Passages the HNSW index serves; the rest is scanned exactly. */
    readonly dense: number;
    readonly scanned: number;
    readonly building: boolean;
  };
  /** Empty when all is well. */
  readonly problems: readonly string[];
}

export interface App {
  ingest(inputs: readonly string[], options?: IngestOptions): Promise<IngestSummary>;
  search(request: SearchRequest): Promise<SearchResponse>;
  ask(request: AskRequest): Promise<AskResponse>;
  /** Undefined for an unknown release or revision. */
  show(ref: ReleaseRef, revision?: string): Promise<Release | undefined>;
  revisions(ref: ReleaseRef): Promise<readonly Revision[]>;
  /** Newest first. */
  list(filter?: Filter): Promise<readonly ReleaseHeader[]>;
  /** False where the release was not in the index. */
  remove(ref: ReleaseRef): Promise<boolean>;
  status(): Promise<Status>;
  close(): Promise<void>;
}
