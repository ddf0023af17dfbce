// What Rilis can do, for the command line and for Discord alike.
import type { Answer, Filter, SearchResult } from './domain/answer.ts';
import type { ReleaseRef } from './domain/release.ts';
import { EVERYTHING, type Scope } from './domain/scope.ts';
import type { Config } from './config.ts';
import type { Engine } from './engine/engine.ts';
import type { SourceSummary } from './engine/headlines.ts';
import type { IngestService, IngestSetup } from './engine/ingest.worker.ts';
import type { GivenDocument, Provenance } from './ingest/given.ts';
import type { IngestResult } from './ingest/ingest.ts';
import { remoteLibrary, type Library } from './library.ts';
import type { DownloadProgress } from './embed/fetch-model.ts';
import { listModels, type ListedModel } from './embed/models.ts';
import type { NumberedRevision } from './store/store.ts';
import { KeptWorker } from './workers/kept.ts';
import { startWorker, type Remote } from './workers/worker.ts';

export type { GivenDocument, ListedModel, NumberedRevision, SourceSummary };

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
  readonly phase: 'fetching' | 'reading' | 'embedding' | 'indexing';
  readonly done: number;
  /** Grows while folders are read. */
  readonly total: number;
}

export interface IngestOptions {
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Called with every release that is safely kept. */
  readonly onKept?: (ref: ReleaseRef) => void;
}

/** `source` is set on everything that comes in; `refPrefix` keeps it from replacing releases of others. */
export interface DocumentOptions extends IngestOptions, Provenance {}

export interface SearchRequest {
  readonly question: string;
  /** Default 10. */
  readonly limit?: number;
  readonly filter?: Filter;
}

export interface AskRequest extends SearchRequest {
  /** What was asked before, newest last: a question that leans on them is completed. The last few are read. */
  readonly earlier?: readonly string[];
  /** What the newest of them was narrowed to: taken over where the question leans on it, unless it says otherwise. */
  readonly earlierFilter?: Filter;
  /** The moment "yesterday" counts from; default now. */
  readonly now?: Date;
  /** IANA zone in which "yesterday" is read; default the configured one. */
  readonly timeZone?: string;
  /** Whether dates and sources named in the question filter; default true. */
  readonly readFilters?: boolean;
}

/** Milliseconds of the parts of one search or ask. */
export interface Timings {
  readonly embed: number;
  readonly lexical: number;
  readonly dense: number;
  /** Looking for each word of the question in the candidates. */
  readonly words: number;
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
  /** Bytes that the engine's process holds in memory. */
  readonly memory: number;
  /** Empty when all is well. */
  readonly problems: readonly string[];
}

/** How the indexes serve at the moment: what is missing of them, or was damaged, is scanned or built anew. */
export interface IndexState extends Readonly<Status['index']> {
  /** Why one of them could not be used, since the engine was started. */
  readonly problems: readonly string[];
}

/** Everything that Rilis can do; what is read through it is limited by nothing. */
export interface App extends Library {
  /** What somebody may read who may see no more than `scope`. */
  within(scope: Scope): Library;
  /** Files, folders and addresses. */
  ingest(inputs: readonly string[], options?: IngestOptions): Promise<IngestSummary>;
  /**
   * One document that a member hands over or points at: bytes, an attachment of Discord's, or a link. It may hold
   * several releases (a feed, JSON lines) or none; why something was not taken is in `rejected`, never thrown.
   */
  ingestDocument(document: GivenDocument, options?: DocumentOptions): Promise<IngestSummary>;
  /** False where the release was not in the index. */
  remove(ref: ReleaseRef): Promise<boolean>;
  status(): Promise<Status>;
  /**
   * Current revisions whose number is above `after`, ascending, at most `limit`, whichever process ingested them. A
   * later one has a higher number; an index that was thrown away begins at 1 again.
   */
  news(after: number, limit: number): Promise<readonly NumberedRevision[]>;
  /** Resolves once the engine answers; starts it where it does not run. */
  ping(): Promise<IndexState>;
  /** The embedding models on disk, and those that can be fetched. */
  models(): Promise<readonly ListedModel[]>;
  /** Embeds what the configured model has not read yet, after the model changed; the old index answers meanwhile. */
  reindex(options?: IngestOptions): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Called while a model of the hub is fetched; `done` and `total` are megabytes of one of its files. */
  readonly onFetch?: (progress: IngestProgress) => void;
  /** For tests, as `FetchOptions.trustedHosts` are. */
  readonly trustedHosts?: readonly string[];
}

/**
 * Opens Rilis on the index in `config.dataDir`. Nothing runs until it is asked for: the engine starts with the
 * first question, and again with the next one after it died; the ingest worker with the first ingest. Methods
 * reject with the errors of `domain/errors.ts`.
 */
export function openApp(config: Config, options: OpenOptions = {}): Promise<App> {
  const app = new WorkerApp(config, options);
  return Promise.resolve(Object.assign(app, app.within(EVERYTHING)));
}

const MEGABYTE = 1024 * 1024;

function megabytesOf({ done, total }: DownloadProgress): IngestProgress {
  return {
    phase: 'fetching',
    done: Math.floor(done / MEGABYTE),
    total: Math.floor(total / MEGABYTE),
  };
}

/** What the engine may be asked a second time when its process died over it: all that changes nothing. */
const REPEATABLE: readonly (keyof Engine)[] = ['read', 'status', 'ping', 'news'];

/** Reads through the library of everything. */
class WorkerApp implements Omit<App, keyof Library> {
  readonly #config: Config;
  readonly #trustedHosts: readonly string[];
  readonly #engine: KeptWorker<Engine>;
  readonly #onFetched: (progress: unknown) => void;
  /** Ingests run one after the other: there is one writer. */
  #ingesting: Promise<unknown> = Promise.resolve();

  constructor(config: Config, { onFetch, trustedHosts = [] }: OpenOptions) {
    this.#config = config;
    this.#trustedHosts = trustedHosts;
    this.#onFetched = (progress) => onFetch?.(megabytesOf(progress as DownloadProgress));
    this.#engine = new KeptWorker<Engine>(new URL('./engine/engine.worker.ts', import.meta.url), {
      data: config,
      repeatable: REPEATABLE,
      onNotice: (_, progress) => {
        this.#onFetched(progress);
      },
    });
  }

  within(scope: Scope): Library {
    return remoteLibrary(scope, this.#engine.remote);
  }

  #remote(): Promise<Remote<Engine>> {
    return Promise.resolve(this.#engine.remote);
  }

  ingest(inputs: readonly string[], options: IngestOptions = {}): Promise<IngestSummary> {
    return this.#ingest(options, (worker) => worker.ingest(inputs));
  }

  ingestDocument(document: GivenDocument, options: DocumentOptions = {}): Promise<IngestSummary> {
    const { onKept: _kept, onProgress: _progress, ...provenance } = options;
    return this.#ingest(options, (worker) => worker.ingestDocument(document, provenance));
  }

  #ingest(
    options: IngestOptions,
    work: (worker: Remote<IngestService>) => Promise<IngestResult>,
  ): Promise<IngestSummary> {
    const run = this.#ingesting.then(() => this.#summarize(options, work));
    this.#ingesting = run.catch(() => undefined);
    return run;
  }

  async #summarize(
    options: IngestOptions,
    work: (worker: Remote<IngestService>) => Promise<IngestResult>,
  ): Promise<IngestSummary> {
    const start = performance.now();
    const result = await this.#write(options, work);
    const { releases, passages } = await this.status();
    return { ...result, releases, passages, seconds: (performance.now() - start) / 1000 };
  }

  reindex(options: IngestOptions = {}): Promise<void> {
    const run = this.#ingesting.then(() => this.#write(options, (worker) => worker.embedMissing()));
    this.#ingesting = run.catch(() => undefined);
    return run;
  }

  /** Runs a worker that writes, then lets the engine catch up and build what is due. */
  async #write<T>(
    { onKept, onProgress }: IngestOptions,
    work: (worker: Remote<IngestService>) => Promise<T>,
  ): Promise<T> {
    let kept = 0;
    const worker = await startWorker<IngestService>(new URL('./engine/ingest.worker.ts', import.meta.url), {
      data: { config: this.#config, trustedHosts: this.#trustedHosts } satisfies IngestSetup,
      onNotice: (name, data) => {
        if (name === 'fetched') {
          this.#onFetched(data);
        } else if (name === 'kept') {
          onKept?.(data as ReleaseRef);
          onProgress?.({ phase: 'reading', done: ++kept, total: kept });
        } else {
          const [done, total] = data as readonly [number, number];
          onProgress?.({ phase: 'embedding', done, total });
        }
      },
    });
    try {
      const result = await work(worker.remote);
      await (await this.#remote()).refresh();
      return result;
    } finally {
      await worker.remote.close();
      await worker.terminate();
    }
  }

  async remove(ref: ReleaseRef): Promise<boolean> {
    return (await this.#remote()).remove(ref);
  }

  async status(): Promise<Status> {
    return (await this.#remote()).status();
  }

  news(after: number, limit: number): Promise<readonly NumberedRevision[]> {
    return this.#engine.remote.news(after, limit);
  }

  async ping(): Promise<IndexState> {
    return (await this.#remote()).ping();
  }

  models(): Promise<readonly ListedModel[]> {
    return listModels(this.#config.dataDir);
  }

  async close(): Promise<void> {
    await this.#ingesting;
    const engine = await this.#engine.current();
    await engine?.remote.close();
    await engine?.terminate();
  }
}
