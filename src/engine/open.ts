// Which store and which embedder Rilis runs on: the only room that names concrete ones.
import path from 'node:path';
import type { Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { DownloadProgress } from '../embed/fetch-model.ts';
import { openEmbedder } from '../embed/open.ts';
import { openEmbedderPool } from '../embed/pool.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

/** Opens the user's store. Throws `StoreError`. */
export function openStore(config: Config): Store {
  return openSqliteStore(path.join(config.dataDir, 'rilis.sqlite'));
}

/** The embedder for questions, in this process. */
export function openQuestionEmbedder(
  config: Config,
  onProgress?: (progress: DownloadProgress) => void,
): Promise<Embedder> {
  return openEmbedder(config.embeddingModel, {
    cacheDir: config.dataDir,
    manner: config.embeddingManner,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

/** The embedder for an ingest, in processes of its own. */
export function openPassageEmbedder(
  config: Config,
  onProgress?: (progress: DownloadProgress) => void,
): Promise<Embedder> {
  return openEmbedderPool({
    model: config.embeddingModel,
    cacheDir: config.dataDir,
    manner: config.embeddingManner,
    workers: config.embeddingWorkers,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

/** Folder of the cached indexes. */
export function indexDir(config: Config): string {
  return path.join(config.dataDir, 'indexes');
}
