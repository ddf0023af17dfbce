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

/** The vectors of a batch, one after the other: one array is cheaper to send than many. */
export type Rows = Float32Array;

export interface EmbeddingService {
  describe(): { readonly fingerprint: string; readonly dimensions: number };
  embedPassages(texts: readonly string[]): Promise<Rows>;
  embedQuestions(texts: readonly string[]): Promise<Rows>;
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
    embedPassages: async (texts) => joinRows(await embedder.embedPassages(texts), embedder.dimensions),
    embedQuestions: async (texts) => joinRows(await embedder.embedQuestions(texts), embedder.dimensions),
    close: () => embedder.close(),
  };
});

function joinRows(vectors: readonly Vector[], dimensions: number): Rows {
  const rows = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, i) => {
    rows.set(vector, i * dimensions);
  });
  return rows;
}
