// An embedder that works in threads of its own, so that the thread that calls it never waits.
import { startThread, type Thread } from '../threads/thread.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder } from './embedder.ts';
import { holdRuntime } from './runtime.ts';
import type { EmbeddingService, EmbeddingThreadData } from './embedding.worker.ts';

/** Texts sent to a thread at once: enough to hide the message, few enough to share the work evenly. */
const BATCH = 32;

export interface ThreadedOptions extends EmbeddingThreadData {
  /** At least 1. */
  readonly threads: number;
}

/** Opens `threads` copies of the model. Rejects as `openEmbedder` does. */
export async function openThreadedEmbedder({ threads, ...data }: ThreadedOptions): Promise<Embedder> {
  const start = (): Promise<Thread<EmbeddingService>> =>
    startThread<EmbeddingService>(new URL('./embedding.worker.ts', import.meta.url), { data });
  await holdRuntime();
  // The first alone: a model that must be fetched is fetched once.
  const first = await start();
  const crew = [first, ...(await Promise.all(Array.from({ length: threads - 1 }, start)))];
  return new ThreadedEmbedder(crew, await first.remote.describe());
}

class ThreadedEmbedder implements Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #crew: readonly Thread<EmbeddingService>[];
  #next = 0;

  constructor(
    crew: readonly Thread<EmbeddingService>[],
    about: { readonly fingerprint: string; readonly dimensions: number },
  ) {
    this.#crew = crew;
    this.fingerprint = about.fingerprint;
    this.dimensions = about.dimensions;
  }

  embedPassages(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#share(texts, (thread, batch) => thread.remote.embedPassages(batch));
  }

  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#share(texts, (thread, batch) => thread.remote.embedQuestions(batch));
  }

  async #share(
    texts: readonly string[],
    embed: (thread: Thread<EmbeddingService>, batch: readonly string[]) => Promise<readonly Vector[]>,
  ): Promise<readonly Vector[]> {
    const batches: Promise<readonly Vector[]>[] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      const thread = this.#crew[this.#next++ % this.#crew.length];
      if (thread !== undefined) batches.push(embed(thread, texts.slice(i, i + BATCH)));
    }
    return (await Promise.all(batches)).flat();
  }

  async close(): Promise<void> {
    await Promise.all(this.#crew.map((thread) => thread.terminate()));
  }
}
