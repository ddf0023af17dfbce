// An embedder that works in processes of its own, so that the thread that calls it never waits.
import { startWorker, type Worker } from '../workers/worker.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder } from './embedder.ts';
import type { DownloadProgress } from './fetch-model.ts';
import type { EmbeddingService, EmbeddingWorkerData } from './embedding.worker.ts';

/** Texts sent to a worker at once: enough to hide the message, few enough to share the work evenly. */
const BATCH = 32;

export interface PoolOptions extends EmbeddingWorkerData {
  /** At least 1. */
  readonly workers: number;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/** Opens `workers` copies of the model. Rejects as `openEmbedder` does. */
export async function openEmbedderPool({ workers, onProgress, ...data }: PoolOptions): Promise<Embedder> {
  const start = (): Promise<Worker<EmbeddingService>> =>
    startWorker<EmbeddingService>(new URL('./embedding.worker.ts', import.meta.url), {
      data,
      onNotice: (_, progress) => onProgress?.(progress as DownloadProgress),
    });
  // The first alone: a model that must be fetched is fetched once.
  const first = await start();
  const crew = [first, ...(await Promise.all(Array.from({ length: workers - 1 }, start)))];
  return new PooledEmbedder(crew, await first.remote.describe());
}

class PooledEmbedder implements Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #crew: readonly Worker<EmbeddingService>[];
  #next = 0;

  constructor(
    crew: readonly Worker<EmbeddingService>[],
    about: { readonly fingerprint: string; readonly dimensions: number },
  ) {
    this.#crew = crew;
    this.fingerprint = about.fingerprint;
    this.dimensions = about.dimensions;
  }

  embedPassages(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#share(texts, (worker, batch) => worker.remote.embedPassages(batch));
  }

  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#share(texts, (worker, batch) => worker.remote.embedQuestions(batch));
  }

  async #share(
    texts: readonly string[],
    embed: (worker: Worker<EmbeddingService>, batch: readonly string[]) => Promise<readonly Vector[]>,
  ): Promise<readonly Vector[]> {
    const batches: Promise<readonly Vector[]>[] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      const worker = this.#crew[this.#next++ % this.#crew.length];
      if (worker !== undefined) batches.push(embed(worker, texts.slice(i, i + BATCH)));
    }
    return (await Promise.all(batches)).flat();
  }

  async close(): Promise<void> {
    await Promise.all(this.#crew.map((worker) => worker.terminate()));
  }
}
