import { describe, expect, it } from 'vitest';
import { matchReason } from '../../../src/follow/match.ts';

const TEXT = 'Produksi beras mencapai 1.250.000 ton.';
const evidence = (coverage: number, cosine: number) => ({ coverage, cosine, lexical: coverage });

describe('whether a passage is about a topic', () => {
  it('is so by its words, unless its meaning is foreign', () => {
    expect(matchReason('produksi beras', TEXT, evidence(1, 0.3))?.words).toEqual(['produksi', 'beras']);
    expect(matchReason('produksi beras', TEXT, evidence(1, 0.1))).toBeUndefined();
    expect(matchReason('produksi beras', TEXT, evidence(0.5, 0.3))).toBeUndefined();
  });

  it('is so by meaning alone, and then names no words', () => {
    expect(matchReason('rice harvest', TEXT, evidence(0, 0.5))).toEqual({
      words: [],
      coverage: 0,
      cosine: 0.5,
    });
  });

  it('names words in the form in which the topic has them, each once', () => {
    expect(matchReason('Beras, beras, memproduksi', TEXT, evidence(1, 0.5))?.words).toEqual([
      'beras',
      'memproduksi',
    ]);
  });
});
