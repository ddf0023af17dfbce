import { describe, expect, it } from 'vitest';
import {
  holdsAnswer,
  isSameQuote,
  judgeList,
  quantile,
  rankOfFirst,
  recallAt,
  reciprocalRank,
} from '../../../src/eval/metrics.ts';

describe('a ranking', () => {
  it('is worth the place of its first right passage', () => {
    const rank = rankOfFirst(['a', 'b', 'c', 'b'], new Set(['b', 'c']));
    expect(rank).toBe(2);
    expect(recallAt(1, rank)).toBe(0);
    expect(recallAt(5, rank)).toBe(1);
    expect(reciprocalRank(rank)).toBe(0.5);
  });

  it('without a right passage among the first ten is worth nothing', () => {
    expect(rankOfFirst(['a'], new Set(['b']))).toBeUndefined();
    expect(recallAt(10, undefined)).toBe(0);
    expect(reciprocalRank(undefined)).toBe(0);
    expect(reciprocalRank(11)).toBe(0);
  });
});

describe('a quote', () => {
  it('holds an answer whatever its case, width and spacing', () => {
    expect(holdsAnswer('Dibuka pada Hari\n Senin.', ['hari senin'])).toBe(true);
    expect(holdsAnswer('共１２人', ['12人'])).toBe(true);
    expect(holdsAnswer('Dibuka pada hari Selasa.', ['hari Senin'])).toBe(false);
  });

  it('is the same with a little more around it, not with much more', () => {
    expect(isSameQuote('Pertama, kerja sama.', 'pertama,  kerja sama')).toBe(true);
    expect(isSameQuote('Pertama, kerja sama.', `Pertama, kerja sama. ${'Kedua, hal lain. '.repeat(5)}`)).toBe(
      false,
    );
    expect(isSameQuote('', 'Pertama')).toBe(false);
  });
});

describe('a list', () => {
  const points = ['Pertama, kerja sama.', 'Kedua, perdagangan.', 'Ketiga, budaya.'];

  it('is complete when every point is quoted in order, in one quote or in several', () => {
    expect(judgeList(points, points)).toBe('complete');
    expect(judgeList([points.join(' ')], points)).toBe('complete');
    expect(judgeList(['Pembukaan.', ...points], points)).toBe('complete');
  });

  it('is incomplete when a point is missing', () => {
    expect(judgeList(points.slice(0, 2), points)).toBe('incomplete');
    expect(judgeList([], points)).toBe('incomplete');
  });

  it('is out of order when a point comes before its forerunner', () => {
    expect(judgeList([...points].reverse(), points)).toBe('out-of-order');
    expect(judgeList([[...points].reverse().join(' ')], points)).toBe('out-of-order');
  });
});

describe('a quantile', () => {
  it('is the value below which that share lies', () => {
    expect(quantile([3, 1, 2, 4], 0.5)).toBe(3);
    expect(quantile([3, 1, 2, 4], 1)).toBe(4);
    expect(quantile([], 0.5)).toBeUndefined();
  });
});
