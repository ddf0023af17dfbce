// Embedders of the model hub: fetched once, kept under the data folder, used offline from then on.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline as pipe } from 'node:stream/promises';
import { env, pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';
import { ModelError } from '../domain/errors.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder } from './embedder.ts';
import { fetchModel, type DownloadProgress } from './fetch-model.ts';
import { fetchedFolder, HUB_MODELS, mannerOf, parseHubName, WEIGHTS, type Manner } from './models.ts';

export interface HubOptions {
  readonly cacheDir: string;
  /** Base URL of the hub; default is the library's own. */
  readonly host?: string;
  /** Instead of what is known of the model. */
  readonly manner?: Partial<Manner>;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

const KNOWN = HUB_MODELS.map(({ name }) => name).join(', ');
/** Batches pay here: these models run a transformer, and padding costs less than the calls saved. */
const BATCH = 16;

/**
 * Opens a model of the hub by name (`owner/model`, or `owner/model@revision`); without a revision, the one that is known
 * to work, or else the newest. Throws `ModelError` naming the alternatives.
 */
export async function openHubEmbedder(name: string, options: HubOptions): Promise<Embedder> {
  const hubName = parseHubName(name);
  if (hubName === undefined) {
    throw new ModelError(
      name,
      'it is no bundled model, no folder with a model, and no name of the form owner/model or owner/model@revision. Unset EMBEDDING_MODEL to use the bundled one.',
    );
  }
  const folder = fetchedFolder(options.cacheDir, hubName);
  const manner = { ...mannerOf(hubName.repository), ...options.manner };
  try {
    const { host = env.remoteHost, onProgress } = options;
    await fetchModel(hubName, { folder, host, ...(onProgress === undefined ? {} : { onProgress }) });
    const models = path.join(options.cacheDir, 'models');
    env.allowLocalModels = true;
    env.allowRemoteModels = false;
    env.localModelPath = models;
    const extract = await pipeline('feature-extraction', path.relative(models, folder), { quantized: true });
    const stamp = await stampOf(path.join(folder, WEIGHTS), manner);
    return await new HubEmbedder(`${hubName.repository}@${stamp}`, { extract, manner }).probe();
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? `${message} (${cause.message})` : message;
    throw new ModelError(
      name,
      `${reason}. Check the name and the network; what was fetched is kept, and the next try goes on from there. Models known to work are ${KNOWN}. Or unset EMBEDDING_MODEL to use the bundled model, which needs no network.`,
      { cause: error },
    );
  }
}

/** Of the weights themselves, since a revision such as `main` moves, and of all else that shapes a vector. */
async function stampOf(weights: string, manner: Manner): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([manner.pooling, manner.question, manner.passage]));
  await pipe(createReadStream(weights), hash, { end: false });
  return hash.digest('hex').slice(0, 12);
}

interface Parts {
  readonly extract: FeatureExtractionPipeline;
  readonly manner: Manner;
}

class HubEmbedder implements Embedder {
  readonly fingerprint: string;
  dimensions = 0;
  readonly #extract: FeatureExtractionPipeline;
  readonly #manner: Manner;

  constructor(fingerprint: string, { extract, manner }: Parts) {
    this.fingerprint = fingerprint;
    this.#extract = extract;
    this.#manner = manner;
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
