import { describe, expect, it } from 'vitest';
import { matchReason } from '../../../src/follow/match.ts';

const TEXT = 'Produksi beras mencapai 1.250.000 ton.';
const passage = (coverage: number, cosine: number, interaction?: number) => ({
  text: TEXT,
  evidence: { coverage, cosine, lexical: coverage, ...(interaction === undefined ? {} : { interaction }) },
  isAcross: interaction !== undefined,
});

describe('whether a passage is about a topic', () => {
  it('is so by its words, unless its meaning is foreign', () => {
    expect(matchReason('produksi beras', passage(1, 0.3))?.words).toEqual(['produksi', 'beras']);
    expect(matchReason('produksi beras', passage(1, 0.1))).toBeUndefined();
    expect(matchReason('produksi beras', passage(0.5, 0.3))).toBeUndefined();
  });

  it('is so by meaning alone, and then names no words', () => {
    expect(matchReason('rice harvest', passage(0, 0.5))).toEqual({
      words: [],
      coverage: 0,
      cosine: 0.5,
    });
  });

  it('is so in another language where its words are met by their translations', () => {
    expect(matchReason('rice harvest', passage(0, 0.24, 0.5))?.words).toEqual([]);
    expect(matchReason('rice harvest', passage(0, 0.24, 0.49))).toBeUndefined();
    expect(matchReason('rice harvest', passage(0, 0.1, 0.9))).toBeUndefined();
    expect(matchReason('rice harvest', { ...passage(0, 0.24, 0.9), isAcross: false })).toBeUndefined();
  });

  it('names words in the form in which the topic has them, each once', () => {
    expect(matchReason('Beras, beras, memproduksi', passage(1, 0.5))?.words).toEqual([
      'beras',
      'memproduksi',
    ]);
  });
});
