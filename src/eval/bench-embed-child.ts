// A process of its own for `bench`: embeds the corpus's passages, and says how many a second.
import path from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { readConfig } from '../config.ts';
import { BUNDLED_DIR } from '../embed/models.ts';
import { openEmbedderPool } from '../embed/pool.ts';
import { benchPassages } from './bench-corpus.ts';

/** Share of the passages that is embedded before the clock runs: by then code is compiled and common words are known. */
const WARM_UP = 0.25;
/** How often by workers: further ones start during the first, and each sees a share of the texts. */
const ROUNDS = 4;

/** How it embeds: by so many workers of Rilis, or by the library's `pipeline`. */
const [manner = 'pipeline'] = process.argv.slice(2);
const { embeddingModel, dataDir } = readConfig();

type Embed = (texts: readonly string[]) => Promise<unknown>;

/** As the library's own documentation calls it, one text after the other. */
async function openPipeline(): Promise<Embed> {
  env.allowRemoteModels = false;
  env.localModelPath = BUNDLED_DIR;
  const extract = await pipeline('feature-extraction', path.basename(embeddingModel), { quantized: true });
  return async (texts) => {
    for (const text of texts) await extract(text, { pooling: 'mean', normalize: true });
  };
}

async function openPool(workers: number): Promise<Embed> {
  const pool = await openEmbedderPool({ model: embeddingModel, cacheDir: dataDir, workers });
  return (texts) => pool.embedPassages(texts);
}

const embed = await (manner === 'pipeline' ? openPipeline() : openPool(Number(manner)));
const passages = benchPassages();
const warmUp = Math.floor(passages.length * WARM_UP);
for (let i = 0; i < (manner === 'pipeline' ? 1 : ROUNDS); i++) await embed(passages.slice(0, warmUp));
const start = performance.now();
await embed(passages.slice(warmUp));
const seconds = (performance.now() - start) / 1000;
process.stdout.write(`${JSON.stringify({ speed: (passages.length - warmUp) / seconds })}\n`);
process.exit();
