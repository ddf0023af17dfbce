import { expect, it } from 'vitest';
import type { Embedder } from '../../../src/embed/embedder.ts';
import type { Searcher } from '../../../src/search/searcher.ts';
import { chanceEmbedder, openSearcherOver } from '../../support/searcher.ts';

/** Knows no word from another: the lexicon alone tells what translates what. */
const embedder: Embedder = {
  ...chanceEmbedder,
  embedWords: (words) =>
    Promise.resolve(words.map(() => ({ vector: new Float32Array(4), weight: 1, pieces: 2 }))),
};

function openAmong(texts: Readonly<Record<string, string>>): Promise<Searcher> {
  const given = Object.entries(texts).map(([ref, text]) => ({ ref, title: ref, text }));
  const others = Array.from({ length: 150 }, (_, i) => ({
    ref: `lain-${i}`,
    title: `Lain ${i}`,
    text: `Rapat ke-${i} dibuka.`,
  }));
  return openSearcherOver([...given, ...others], embedder);
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
