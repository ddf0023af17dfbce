// The worker that ingests: reading, chunking and writing stay off the thread that serves people.
import type { Config } from '../config.ts';
import { embedMissing, ingest, type IngestResult } from '../ingest/ingest.ts';
import { serveWorker } from '../workers/serve.ts';
import { openPassageEmbedder, openStore } from './open.ts';

export interface IngestService {
  /** Notices: `kept` with a ref, for every release that is safe. */
  ingest(inputs: readonly string[]): Promise<IngestResult>;
  /** Notices: `embedded` with the passages done and those there are. */
  embedMissing(): Promise<void>;
  close(): Promise<void>;
}

serveWorker(async (data, notify): Promise<IngestService> => {
  const config = data as Config;
  const store = openStore(config);
  const embedder = await openPassageEmbedder(config);
  return {
    ingest: (inputs) =>
      ingest(
        { store, embedder },
        {
          inputs,
          maxBytes: config.maxFileBytes,
          onKept: (ref) => {
            notify('kept', ref);
          },
        },
      ),
    embedMissing: () =>
      embedMissing({ store, embedder }, (done, total) => {
        notify('embedded', [done, total]);
      }),
    close: async () => {
      await embedder.close();
      store.close();
    },
  };
});
