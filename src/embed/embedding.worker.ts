// A worker that embeds.
import { serveWorker } from '../workers/serve.ts';
import type { Vector } from '../domain/vector.ts';
import { openEmbedder } from './open.ts';

/** What the worker is given. */
export interface EmbeddingWorkerData {
  readonly model: string;
  readonly cacheDir: string;
}

export interface EmbeddingService {
  describe(): { readonly fingerprint: string; readonly dimensions: number };
  embedPassages(texts: readonly string[]): Promise<readonly Vector[]>;
  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]>;
  close(): Promise<void>;
}

serveWorker(async (data): Promise<EmbeddingService> => {
  const { model, cacheDir } = data as EmbeddingWorkerData;
  const embedder = await openEmbedder(model, { cacheDir });
  return {
    describe: () => ({ fingerprint: embedder.fingerprint, dimensions: embedder.dimensions }),
    embedPassages: (texts) => embedder.embedPassages(texts),
    embedQuestions: (texts) => embedder.embedQuestions(texts),
    close: () => embedder.close(),
  };
});
