// Embedding against the plain pipeline of the same library, on the same texts with the same model.
import path from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import type { Config } from '../config.ts';
import { BUNDLED_DIR } from '../embed/models.ts';
import type { Embedder } from '../embed/embedder.ts';
import { openEmbedderPool } from '../embed/pool.ts';
import { openQuestionEmbedder } from '../engine/open.ts';
import { quantile } from './metrics.ts';

/** Embedded before the clock runs, until the code is compiled. */
const WARM_UP = 200;

export interface EmbedBench {
  readonly texts: number;
  /** Texts a second. */
  readonly plain: number;
  readonly oneWorker: number;
  readonly twoWorkers: number;
  /** Milliseconds at the median, in the process that asks. */
  readonly question: number;
}

/** Passages as an ingest gives them, in workers; questions one by one, as they are asked. */
export async function benchEmbedding(
  config: Config,
  { passages, questions }: { readonly passages: readonly string[]; readonly questions: readonly string[] },
): Promise<EmbedBench> {
  const pool = async (workers: number): Promise<number> => {
    const embedder = await openEmbedderPool({
      model: config.embeddingModel,
      cacheDir: config.dataDir,
      workers,
    });
    const speed = await speedOf(passages, (texts) => embedder.embedPassages(texts));
    await embedder.close();
    return speed;
  };
  const oneWorker = await pool(1);
  const twoWorkers = await pool(2);
  const plain = await plainSpeed(config, passages);
  const embedder = await openQuestionEmbedder(config);
  const question = await medianOf(embedder, questions);
  await embedder.close();
  return { texts: passages.length, plain, oneWorker, twoWorkers, question };
}

async function speedOf(texts: readonly string[], embed: (texts: readonly string[]) => Promise<unknown>) {
  await embed(texts.slice(0, WARM_UP));
  const start = performance.now();
  await embed(texts);
  return (1000 * texts.length) / (performance.now() - start);
}

/** As the library's own documentation calls it, one text after the other. */
async function plainSpeed({ embeddingModel }: Config, passages: readonly string[]): Promise<number> {
  env.allowRemoteModels = false;
  env.localModelPath = BUNDLED_DIR;
  const extract = await pipeline('feature-extraction', path.basename(embeddingModel), { quantized: true });
  const speed = await speedOf(passages, async (texts) => {
    for (const text of texts) await extract(text, { pooling: 'mean', normalize: true });
  });
  await extract.dispose();
  return speed;
}

async function medianOf(embedder: Embedder, questions: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    await embedder.embedQuestions([question]);
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5) ?? 0;
}
