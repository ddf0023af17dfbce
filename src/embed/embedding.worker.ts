// A worker that embeds.
import { serveWorker } from '../workers/serve.ts';
import type { Vector } from '../domain/vector.ts';
import type { Manner } from './models.ts';
import { openEmbedder } from './open.ts';

/** What the worker is given. */
export interface EmbeddingWorkerData {
  readonly model: string;
  readonly cacheDir: string;
  readonly manner?: Partial<Manner>;
}

export interface EmbeddingService {
  describe(): { readonly fingerprint: string; readonly dimensions: number };
  embedPassages(texts: readonly string[]): Promise<readonly Vector[]>;
  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]>;
  close(): Promise<void>;
}

/** Notices: `fetched` with the progress of a download. */
serveWorker(async (data, notify): Promise<EmbeddingService> => {
  const { model, ...options } = data as EmbeddingWorkerData;
  const embedder = await openEmbedder(model, {
    ...options,
    onProgress: (progress) => {
      notify('fetched', progress);
    },
  });
  return {
    describe: () => ({ fingerprint: embedder.fingerprint, dimensions: embedder.dimensions }),
    embedPassages: (texts) => embedder.embedPassages(texts),
    embedQuestions: (texts) => embedder.embedQuestions(texts),
    close: () => embedder.close(),
  };
});
