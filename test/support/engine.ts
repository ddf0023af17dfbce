// An engine over an empty store in memory, with an embedder that a test chooses.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { Engine } from '../../src/engine/engine.ts';
import { buildDenseIndex } from '../../src/search/dense.ts';
import { openSearcher } from '../../src/search/search.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';

export interface TestEngine {
  readonly store: Store;
  readonly engine: Engine;
  close(): Promise<void>;
}

export async function openTestEngine(embedder: Embedder): Promise<TestEngine> {
  const { fingerprint } = embedder;
  const directory = mkdtempSync(path.join(tmpdir(), 'rilis-engine-'));
  const store = openSqliteStore(':memory:');
  const searcher = await openSearcher({
    store,
    embedder,
    directory,
    fingerprint,
    buildDense: buildDenseIndex,
  });
  const engine = new Engine({ config: readConfig({}), store, embedder, searcher, fingerprint });
  return {
    store,
    engine,
    close: async () => {
      await engine.close();
      rmSync(directory, { recursive: true });
    },
  };
}
