// Builds indexes beside the worker that answers.
import type { DenseBuild } from '../search/dense.ts';
import { startWorker } from '../workers/worker.ts';
import type { IndexingService } from './indexing.worker.ts';

/** Builds one dense index in a worker that lives as long as the build. Rejects as `buildDenseIndex` does. */
export async function buildDense(build: DenseBuild): Promise<void> {
  const { remote, terminate } = await startWorker<IndexingService>(
    new URL('./indexing.worker.ts', import.meta.url),
    {
      data: undefined,
    },
  );
  try {
    await remote.build(build);
  } finally {
    await terminate();
  }
}
