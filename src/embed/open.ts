// Which embedder a model's name means.
import path from 'node:path';
import type { Embedder } from './embedder.ts';
import { openBundledEmbedder } from './bundled.ts';
import { openHubEmbedder, type DownloadProgress } from './hub.ts';
import { BUNDLED_DIR, holdsModel } from './models.ts';

export interface OpenEmbedderOptions {
  /** Where models of the hub are kept. */
  readonly cacheDir: string;
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
