// An embedder that works in processes of its own, so that the thread that calls it never waits.
import pLimit from 'p-limit';
import { startWorker, type Worker } from '../workers/worker.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder } from './embedder.ts';
import type { DownloadProgress } from './fetch-model.ts';
import type { EmbeddingService, EmbeddingWorkerData, Rows } from './embedding.worker.ts';

/** Texts sent to a worker at once: enough to hide the message, few enough to share the work evenly. */
const BATCH = 32;
/** Batches a worker holds at once: one that it embeds, and one that waits, so that it never waits itself. */
const BATCHES_HELD = 2;

export interface PoolOptions extends EmbeddingWorkerData {
  /** At least 1. */
  readonly workers: number;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/**
 * Opens a copy of the model; there will be `workers` of them once there is more to embed than one holds. Rejects as
 * `openEmbedder` does.
 */
export async function openEmbedderPool({ workers, onProgress, ...data }: PoolOptions): Promise<Embedder> {
  const start = (): Promise<Worker<EmbeddingService>> =>
    startWorker<EmbeddingService>(new URL('./embedding.worker.ts', import.meta.url), {
      data,
      onNotice: (_, progress) => onProgress?.(progress as DownloadProgress),
    });
  const first = await start();
  return new PooledEmbedder({ first, others: workers - 1, start }, await first.remote.describe());
}

interface Crew {
  readonly first: Worker<EmbeddingService>;
  /** How many are there to be beside it. */
  readonly others: number;
  readonly start: () => Promise<Worker<EmbeddingService>>;
}

interface Member {
  readonly worker: Worker<EmbeddingService>;
  /** Batches it has and has not answered. */
  held: number;
}

class PooledEmbedder implements Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #crew: Member[];
  readonly #others: number;
  readonly #start: Crew['start'];
  readonly #limit: ReturnType<typeof pLimit>;
  /** Settled once the others have started; undefined while they were not needed. */
  #growing: Promise<unknown> | undefined;

  constructor(
    { first, others, start }: Crew,
    about: { readonly fingerprint: string; readonly dimensions: number },
  ) {
    this.#crew = [{ worker: first, held: 0 }];
    this.#others = others;
    this.#start = start;
    this.#limit = pLimit(BATCHES_HELD * (1 + others));
    this.fingerprint = about.fingerprint;
    this.dimensions = about.dimensions;
  }

  embedPassages(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#share(texts, ({ remote }, batch) => remote.embedPassages(batch));
  }

  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#share(texts, ({ remote }, batch) => remote.embedQuestions(batch));
  }

  /** Batches go to whoever holds fewest: dealt out in turn, one slow worker would have all wait for its pile. */
  async #share(
    texts: readonly string[],
    embed: (worker: Worker<EmbeddingService>, batch: readonly string[]) => Promise<Rows>,
  ): Promise<readonly Vector[]> {
    if (texts.length > BATCH * BATCHES_HELD) this.#grow();
    const batches: Promise<Rows>[] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      const batch = texts.slice(i, i + BATCH);
      batches.push(this.#limit(() => this.#hold((worker) => embed(worker, batch))));
    }
    return (await Promise.all(batches)).flatMap((rows) => this.#part(rows));
  }

  #part(rows: Rows): readonly Vector[] {
    const count = rows.length / this.dimensions;
    return Array.from({ length: count }, (_, i) =>
      rows.slice(i * this.dimensions, (i + 1) * this.dimensions),
    );
  }

  async #hold<T>(work: (worker: Worker<EmbeddingService>) => Promise<T>): Promise<T> {
    const member = this.#crew.reduce((one, other) => (other.held < one.held ? other : one));
    member.held++;
    try {
      return await work(member.worker);
    } finally {
      member.held--;
    }
  }

  /**
   * Starts the others, once, while the first is at work: for a release or two it would take longer than embedding them.
   * What one does that can't be started, the rest does.
   */
  #grow(): void {
    this.#growing ??= Promise.allSettled(
      Array.from({ length: this.#others }, async () => {
        this.#crew.push({ worker: await this.#start(), held: 0 });
      }),
    );
  }

  async close(): Promise<void> {
    await this.#growing;
    await Promise.all(this.#crew.map(({ worker }) => worker.terminate()));
  }
}
