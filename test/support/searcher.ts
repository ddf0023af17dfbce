// A searcher over given releases, and a model for it that knows nothing of meaning.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Release } from '../../src/domain/release.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { buildDenseIndex } from '../../src/search/dense.ts';
import { openSearcher } from '../../src/search/search.ts';
import type { Searcher } from '../../src/search/searcher.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { aPreparedRelease, aVector } from './builders.ts';

export const FOUR_NUMBERS = 'four-numbers@1';

/** Vectors that depend on the text alone: what is near is left to chance. */
export const chanceEmbedder: Embedder = {
  fingerprint: FOUR_NUMBERS,
  dimensions: 4,
  embedPassages: (texts) => Promise.resolve(texts.map(aVector)),
  embedQuestions: (texts) => Promise.resolve(texts.map(aVector)),
  close: () => Promise.resolve(),
};

/** Closed, with all it holds, when the test is over. */
export async function openSearcherOver(
  releases: readonly Partial<Release>[],
  embedder: Embedder = chanceEmbedder,
): Promise<Searcher> {
  const directory = mkdtempSync(path.join(tmpdir(), 'rilis-searcher-'));
  const store = openSqliteStore(':memory:');
  for (const release of releases) store.putRelease(aPreparedRelease(release), embedder.fingerprint);
  const searcher = await openSearcher({
    store,
    embedder,
    directory,
    fingerprint: `${embedder.fingerprint}/rules-1`,
    buildDense: buildDenseIndex,
  });
  onTestFinished(async () => {
    await searcher.close();
    store.close();
    rmSync(directory, { recursive: true });
  });
  return searcher;
}
