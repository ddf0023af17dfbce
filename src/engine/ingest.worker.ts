// The worker that ingests: reading, chunking and writing stay off the thread that serves people.
import type { Config } from '../config.ts';
import { readGiven, type GivenDocument, type Provenance } from '../ingest/given.ts';
import { embedMissing, ingest, type IngestResult } from '../ingest/ingest.ts';
import { readReleases } from '../ingest/read.ts';
import type { Read } from '../ingest/release.ts';
import { serveWorker } from '../workers/serve.ts';
import { openPassageEmbedder, openStore } from './open.ts';

export interface IngestSetup {
  readonly config: Config;
  /** As `FetchOptions.trustedHosts`. */
  readonly trustedHosts: readonly string[];
}

export interface IngestService {
  /** Notices: `kept` with a ref, for every release that is safe. */
  ingest(inputs: readonly string[]): Promise<IngestResult>;
  /** Notices as `ingest`. */
  ingestDocument(document: GivenDocument, provenance: Provenance): Promise<IngestResult>;
  /** Notices: `embedded` with the passages done and those there are. */
  embedMissing(): Promise<void>;
  close(): Promise<void>;
}

serveWorker(async (data, notify): Promise<IngestService> => {
  const { config, trustedHosts } = data as IngestSetup;
  const store = openStore(config);
  const embedder = await openPassageEmbedder(config, (progress) => {
    notify('fetched', progress);
  });
  const options = { maxBytes: config.maxFileBytes, fetching: { trustedHosts } };
  const keep = (reads: AsyncIterable<Read>): Promise<IngestResult> =>
    ingest(
      { store, embedder },
      {
        reads,
        onKept: (ref) => {
          notify('kept', ref);
        },
      },
    );
  return {
    ingest: (inputs) => keep(readReleases(inputs, options)),
    ingestDocument: (document, provenance) => keep(readGiven(document, provenance, options)),
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
