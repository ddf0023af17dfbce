// The worker that answers.
import type { Config } from '../config.ts';
import { CHUNKING_RULES } from '../ingest/rules.ts';
import { openSearcher } from '../search/search.ts';
import { serveWorker } from '../workers/serve.ts';
import { Engine } from './engine.ts';
import { buildDense } from './indexing.ts';
import { indexDir, openQuestionEmbedder, openStore } from './open.ts';

/** Notices: `fetched` with the progress of a download. */
serveWorker(async (data, notify) => {
  const config = data as Config;
  const store = openStore(config);
  const embedder = await openQuestionEmbedder(config, (progress) => {
    notify('fetched', progress);
  });
  const fingerprint = `${embedder.fingerprint}/rules-${CHUNKING_RULES}`;
  const searcher = await openSearcher({
    store,
    embedder,
    directory: indexDir(config),
    fingerprint,
    buildDense,
  });
  return new Engine({ config, store, embedder, searcher, fingerprint });
});
