import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Top } from '../../../src/search/top.ts';

it('keeps what sorting everything would put first, lower slots first among equals', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 20 }), (all, limit) => {
      const top = new Top(limit);
      all.forEach((score, slot) => {
        top.offer(slot, score);
      });
      const sorted = all
        .map((score, slot) => ({ slot, score }))
        .sort((one, other) => other.score - one.score || one.slot - other.slot);
      expect(top.drain()).toEqual(sorted.slice(0, limit));
      expect(top.drain()).toEqual([]);
    }),
  );
});

it('tells what a score has to exceed once it is full', () => {
  const top = new Top(2);
  top.offer(0, 5);
  expect(top.threshold).toBe(-Infinity);
  top.offer(1, 3);
  expect(top.threshold).toBe(3);
});
