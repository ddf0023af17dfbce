import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Candidates } from '../../../src/search/candidates.ts';
import type { Scored } from '../../../src/search/top.ts';

/** Rankings of two languages, best first; even slots are of the one, odd slots of the other. */
const aRanking = fc
  .uniqueArray(fc.record({ slot: fc.nat(40), score: fc.integer({ min: 1, max: 9 }) }), {
    selector: ({ slot }) => slot,
  })
  .map((all) => [0, 1].map((rest) => inOrder(all.filter(({ slot }) => slot % 2 === rest))));

function inOrder(entries: readonly Scored[]): readonly Scored[] {
  return [...entries].sort((one, other) => other.score - one.score || one.slot - other.slot);
}

it('holds each passage once, with its place in either ranking and the cosine it was found by', () => {
  fc.assert(
    fc.property(aRanking, aRanking, (lexical, dense) => {
      const candidates = new Candidates(lexical, dense);
      const [words, vectors] = [inOrder(lexical.flat()), inOrder(dense.flat())];
      const slots = new Set([...words, ...vectors].map(({ slot }) => slot));
      expect(candidates.slots).toEqual([...slots].sort((one, other) => one - other));
      candidates.slots.forEach((slot, i) => {
        const byWords = words.findIndex((one) => one.slot === slot) + 1;
        const byVectors = vectors.findIndex((one) => one.slot === slot) + 1;
        expect(candidates.ranksOf(i)).toEqual({
          ...(byWords === 0 ? {} : { lexical: byWords }),
          ...(byVectors === 0 ? {} : { dense: byVectors }),
        });
        expect(candidates.cosines[i]).toBe(vectors[byVectors - 1]?.score ?? NaN);
      });
    }),
  );
});

it('holds what translations found, too, marked, and without a place among words and vectors', () => {
  fc.assert(
    fc.property(aRanking, aRanking, aRanking, (lexical, dense, translated) => {
      const [without, candidates] = [
        new Candidates(lexical, dense),
        new Candidates(lexical, dense, translated),
      ];
      const found = new Set(translated.flat().map(({ slot }) => slot));
      expect(candidates.slots).toEqual([...new Set([...without.slots, ...found])].sort((a, b) => a - b));
      candidates.slots.forEach((slot, i) => {
        expect(candidates.isTranslated(i)).toBe(found.has(slot));
        const before = without.slots.indexOf(slot);
        expect(candidates.ranksOf(i)).toEqual(before === -1 ? {} : without.ranksOf(before));
        expect(candidates.cosines[i]).toBe(before === -1 ? NaN : without.cosines[before]);
      });
    }),
  );
});
