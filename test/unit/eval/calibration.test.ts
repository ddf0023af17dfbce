import { describe, expect, it } from 'vitest';
import { expectedCalibrationError, reliability, tradeoffs } from '../../../src/eval/calibration.ts';

const judged = (confidence: number, right: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ confidence, correct: i < right }));

describe('calibration', () => {
  it('is without error when a confidence is right as often as it says', () => {
    const bins = reliability([...judged(0.8, 8, 10), ...judged(0.2, 2, 10)]);
    expect(bins).toHaveLength(2);
    expect(expectedCalibrationError(bins)).toBeCloseTo(0);
  });

  it('weighs the error of each bin by its answers', () => {
    const bins = reliability([...judged(1, 0, 10), ...judged(0.5, 15, 30)]);
    expect(expectedCalibrationError(bins)).toBeCloseTo(0.25);
  });

  it('of nothing has no error', () => {
    expect(expectedCalibrationError(reliability([]))).toBe(0);
  });
});

describe('a threshold', () => {
  it('answers less and refuses more the higher it is', () => {
    const all = tradeoffs([0.9, 0.6, 0.4], [0.1, 0.5]);
    expect(all[0]).toMatchObject({ threshold: 0, answered: 1, refused: 0 });
    expect(all.at(-1)).toMatchObject({ threshold: 1, answered: 0, refused: 1 });
    for (const [i, { answered, refused }] of all.slice(1).entries()) {
      expect(answered).toBeLessThanOrEqual(all[i]?.answered ?? 1);
      expect(refused).toBeGreaterThanOrEqual(all[i]?.refused ?? 0);
    }
  });
});
