// The worker that builds a dense index: minutes of work at 100,000 passages.
import { buildDenseIndex, type DenseBuild } from '../search/dense.ts';
import { serveWorker } from '../workers/serve.ts';

export interface IndexingService {
  build(build: DenseBuild): Promise<void>;
}

serveWorker(() => Promise.resolve<IndexingService>({ build: buildDenseIndex }));
