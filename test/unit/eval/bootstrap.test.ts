import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/eval/bootstrap.ts';

describe('an estimate', () => {
  it('lies within its interval, and the interval within the values', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const { mean, low, high } = estimate(given) ?? { mean: NaN, low: NaN, high: NaN };
        // Sums of fractions are off in the last digits.
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same every time', () => {
    const values = [0, 1, 1, 0, 1];
    expect(estimate(values)).toEqual(estimate(values));
  });

  it('narrows with more questions, about as theory says', () => {
    const values = Array.from({ length: 400 }, (_, i) => i % 2);
    const { low = 0, high = 0 } = estimate(values) ?? {};
    // 1.96 * sqrt(0.25 / 400) is 0.049.
    expect(high - low).toBeCloseTo(0.098, 2);
  });

  it('of nothing is nothing', () => {
    expect(estimate([])).toBeUndefined();
  });
});
