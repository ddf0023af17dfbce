import { describe, expect, it } from 'vitest';
import { randomFrom, sample } from '../../../src/eval/random.ts';

describe('a sample', () => {
  const items = Array.from({ length: 100 }, (_, i) => i);

  it('is drawn without repetition and keeps the order', () => {
    const drawn = sample(items, 20, randomFrom(1));
    expect(new Set(drawn).size).toBe(20);
    expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
  });

  it('is the same for one seed and another for the next', () => {
    expect(sample(items, 20, randomFrom(1))).toEqual(sample(items, 20, randomFrom(1)));
    expect(sample(items, 20, randomFrom(1))).not.toEqual(sample(items, 20, randomFrom(2)));
  });

  it('of fewer items than asked for is all of them', () => {
    expect(sample(items, Infinity, randomFrom(1))).toBe(items);
  });
});
