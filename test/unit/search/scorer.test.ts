import { expect, it } from 'vitest';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { aVector } from '../../support/builders.ts';
import { chanceEmbedder, openSearcherOver } from '../../support/searcher.ts';

/** Knows single words, by vectors that depend on their letters alone. */
const embedder: Embedder = {
  ...chanceEmbedder,
  embedWords: (words) =>
    Promise.resolve(words.map((word) => ({ vector: aVector(word), weight: 1, pieces: 1 }))),
};

it('a fourth release is read word by word though three others have ten passages each that match better', async () => {
  const text = Array.from({ length: 10 }, (_, i) => `Harga beras naik di provinsi ${i}.`).join('\n\n');
  const three = ['satu', 'dua', 'tiga'].map((ref) => ({ ref, text }));
  const searcher = await openSearcherOver([...three, { ref: 'empat', text: 'Stok beras cukup.' }], embedder);

  const { ranked } = await searcher.search('harga beras', { limit: 31, toBeRead: true });

  const fourth = ranked.find(({ header }) => header.ref === 'empat');
  expect(fourth?.evidence.interaction).toBeGreaterThan(0);
});
