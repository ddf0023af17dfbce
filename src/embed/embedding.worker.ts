// A thread that embeds.
import { serveThread } from '../threads/serve.ts';
import type { Vector } from '../domain/vector.ts';
import { openEmbedder } from './open.ts';

/** What the thread is given. */
export interface EmbeddingThreadData {
  readonly model: string;
  readonly cacheDir: string;
}

export interface EmbeddingService {
  describe(): { readonly fingerprint: string; readonly dimensions: number };
  embedPassages(texts: readonly string[]): Promise<readonly Vector[]>;
  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]>;
  close(): Promise<void>;
}

await serveThread(async (data): Promise<EmbeddingService> => {
  const { model, cacheDir } = data as EmbeddingThreadData;
  const embedder = await openEmbedder(model, { cacheDir });
  return {
    describe: () => ({ fingerprint: embedder.fingerprint, dimensions: embedder.dimensions }),
    embedPassages: (texts) => embedder.embedPassages(texts),
    embedQuestions: (texts) => embedder.embedQuestions(texts),
    close: () => embedder.close(),
  };
});
