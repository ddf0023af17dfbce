import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { buildDenseIndex } from '../../../src/search/dense.ts';
import { openSearcher } from '../../../src/search/search.ts';
import type { Searcher } from '../../../src/search/searcher.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { aPreparedRelease, aVector } from '../../support/builders.ts';

const MODEL = 'four-numbers@1';

/** Knows no word from another: the lexicon alone tells what translates what. */
const embedder: Embedder = {
  fingerprint: MODEL,
  dimensions: 4,
  embedPassages: (texts) => Promise.resolve(texts.map(aVector)),
  embedQuestions: (texts) => Promise.resolve(texts.map(aVector)),
  embedWords: (words) =>
    Promise.resolve(words.map(() => ({ vector: new Float32Array(4), weight: 1, pieces: 2 }))),
  close: () => Promise.resolve(),
};

async function openAmong(texts: Readonly<Record<string, string>>): Promise<Searcher> {
  const directory = mkdtempSync(path.join(tmpdir(), 'rilis-matching-'));
  const store = openSqliteStore(':memory:');
  for (const [ref, text] of Object.entries(texts))
    store.putRelease(aPreparedRelease({ ref, title: ref, text, language: 'id' }), MODEL);
  for (let i = 0; i < 150; i++)
    store.putRelease(
      aPreparedRelease({
        ref: `lain-${i}`,
        title: `Lain ${i}`,
        text: `Rapat ke-${i} dibuka.`,
        language: 'id',
      }),
      MODEL,
    );
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
  return searcher;
}

it('a passage is found by translations of the question, of which its vector and its words tell nothing', async () => {
  const searcher = await openAmong({ banjir: 'Banjir merendam rumah.', beras: 'Harga beras naik.' });
  for (const [question, questionLanguage, ref] of [
    ['Which houses did the flood reach?', 'en', 'banjir'],
    ['洪水淹没了哪些房屋？', 'zh', 'banjir'],
    ['How much is rice?', 'en', 'beras'],
  ] as const) {
    const { ranked } = await searcher.search(question, { questionLanguage });
    expect(ranked[0]?.header.ref, question).toBe(ref);
  }
});

it('translations are of no use to a question in the language of the passages', async () => {
  const searcher = await openAmong({ bank: 'Sang bank tutup.', tepi: 'Tepi sungai longsor.' });
  const { ranked } = await searcher.search('bank', { questionLanguage: 'id' });
  expect(ranked.map(({ ranks }) => ranks.lexical).filter((rank) => rank !== undefined)).toEqual([1]);
});
