// Which embedder a model's name means.
import path from 'node:path';
import type { Embedder } from './embedder.ts';
import { openBundledEmbedder } from './bundled.ts';
import type { DownloadProgress } from './fetch-model.ts';
import { openHubEmbedder } from './hub.ts';
import { BUNDLED_DIR, holdsModel, type Manner } from './models.ts';

export interface OpenEmbedderOptions {
  /** Where models of the hub are kept. */
  readonly cacheDir: string;
  /** How a model of the hub wants its texts, instead of what is known of it. */
  readonly manner?: Partial<Manner>;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/**
 * Opens the model called `name` in this process: a bundled one (`rilis-embed-1`), one in a folder of the same form, or
 * one of the model hub (`Xenova/multilingual-e5-small`). Throws `ModelError`.
 */
export async function openEmbedder(name: string, options: OpenEmbedderOptions): Promise<Embedder> {
  for (const folder of [path.join(BUNDLED_DIR, name), path.resolve(name)]) {
    if (holdsModel(folder)) return openBundledEmbedder(folder);
  }
  return openHubEmbedder(name, options);
}
