// Embedders of the model hub: fetched once, kept under the data folder, used offline from then on.
import path from 'node:path';
import { env, pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';
import { ModelError } from '../domain/errors.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder } from './embedder.ts';
import { HUB_MODELS, mannerOf, type Manner } from './models.ts';

export interface DownloadProgress {
  readonly file: string;
  /** In percent, 0 to 100. */
  readonly percent: number;
}

export interface HubOptions {
  readonly cacheDir: string;
  /** Base URL of the hub; default is the library's own. */
  readonly host?: string;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

const KNOWN = HUB_MODELS.map(({ name }) => name).join(', ');
/** Batches pay here: these models run a transformer, and padding costs less than the calls saved. */
const BATCH = 16;

/** Opens a model of the hub by name (`owner/model`). Throws `ModelError` naming the alternatives. */
export async function openHubEmbedder(name: string, options: HubOptions): Promise<Embedder> {
  if (!/^[\w.-]+\/[\w.-]+$/.test(name)) {
    throw new ModelError(
      name,
      'it is no bundled model, no folder with a model, and no name of the form owner/model. Unset EMBEDDING_MODEL to use the bundled one.',
    );
  }
  env.allowLocalModels = false;
  env.allowRemoteModels = true;
  env.cacheDir = path.join(options.cacheDir, 'models');
  if (options.host !== undefined) env.remoteHost = options.host;
  try {
    const extract = await pipeline('feature-extraction', name, {
      quantized: true,
      progress_callback: (event: { status: string; file?: string; progress?: number }) => {
        if (event.status === 'progress') {
          options.onProgress?.({ file: event.file ?? name, percent: event.progress ?? 0 });
        }
      },
    });
    const embedder = new HubEmbedder(name, extract);
    return await embedder.probe();
  } catch (error) {
    throw new ModelError(
      name,
      `${(error as Error).message}. Check the name and the network; models known to work are ${KNOWN}. Or unset EMBEDDING_MODEL to use the bundled model, which needs neither.`,
      { cause: error },
    );
  }
}

class HubEmbedder implements Embedder {
  readonly fingerprint: string;
  dimensions = 0;
  readonly #extract: FeatureExtractionPipeline;
  readonly #manner: Manner;

  constructor(name: string, extract: FeatureExtractionPipeline) {
    this.#extract = extract;
    this.#manner = mannerOf(name);
    this.fingerprint = `${name}@quantized/${this.#manner.pooling}`;
  }

  async probe(): Promise<this> {
    const [vector] = await this.embedQuestions(['rilis']);
    this.dimensions = vector?.length ?? 0;
    return this;
  }

  embedPassages(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#embed(texts.map((text) => this.#manner.passage + text));
  }

  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]> {
    return this.#embed(texts.map((text) => this.#manner.question + text));
  }

  async #embed(texts: readonly string[]): Promise<readonly Vector[]> {
    const vectors: Vector[] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      const batch = texts.slice(i, i + BATCH);
      const output = await this.#extract(batch, { pooling: this.#manner.pooling, normalize: true });
      const width = output.data.length / batch.length;
      for (let row = 0; row < batch.length; row++) {
        vectors.push(
          Float32Array.from((output.data as Float32Array).subarray(row * width, (row + 1) * width)),
        );
      }
    }
    return vectors;
  }

  async close(): Promise<void> {
    await this.#extract.dispose();
  }
}
