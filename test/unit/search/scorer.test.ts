import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { buildDenseIndex } from '../../../src/search/dense.ts';
import { openSearcher } from '../../../src/search/search.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { aPreparedRelease, aVector } from '../../support/builders.ts';

const MODEL = 'four-numbers@1';

/** Knows single words, by vectors that depend on their letters alone. */
const embedder: Embedder = {
  fingerprint: MODEL,
  dimensions: 4,
  embedPassages: (texts) => Promise.resolve(texts.map(aVector)),
  embedQuestions: (texts) => Promise.resolve(texts.map(aVector)),
  embedWords: (words) =>
    Promise.resolve(words.map((word) => ({ vector: aVector(word), weight: 1, pieces: 1 }))),
  close: () => Promise.resolve(),
};

it('a fourth release is read word by word though three others have ten passages each that match better', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'rilis-scorer-'));
  const store = openSqliteStore(':memory:');
  const text = Array.from({ length: 10 }, (_, i) => `Harga beras naik di provinsi ${i}.`).join('\n\n');
  for (const ref of ['satu', 'dua', 'tiga']) store.putRelease(aPreparedRelease({ ref, text }), MODEL);
  store.putRelease(aPreparedRelease({ ref: 'empat', text: 'Stok beras cukup.' }), MODEL);
  const searcher = await openSearcher({
    store,
    embedder,
    directory,
    fingerprint: `${MODEL}/rules-1`,
    buildDense: buildDenseIndex,
  });
  onTestFinished(async () => {
    await searcher.close();
    store.close();
    rmSync(directory, { recursive: true });
  });

  const { ranked } = await searcher.search('harga beras', { limit: 31, toBeRead: true });

  const fourth = ranked.find(({ header }) => header.ref === 'empat');
  expect(fourth?.evidence.interaction).toBeGreaterThan(0);
});
