import { describe, expect, it } from 'vitest';
import { answerabilityOf, confidenceOf, FEATURES, type Features } from '../../../src/answer/confidence.ts';

const FEATURES_OF_MUCH = Object.fromEntries(FEATURES.map((name) => [name, 0.7])) as Features;

describe('confidence', () => {
  it.each([true, false])('is less for the same evidence in a larger index (own language: %s)', (own) => {
    for (const probabilityOf of [confidenceOf, answerabilityOf]) {
      const few = probabilityOf({ ...FEATURES_OF_MUCH, crowd: 0 }, { own });
      const many = probabilityOf({ ...FEATURES_OF_MUCH, crowd: 1 }, { own });
      expect(many).toBeLessThan(few);
    }
  });

  it('grows with the lead of the first passage, which tells less of whether any answers', () => {
    const close = { ...FEATURES_OF_MUCH, margin: 0 };
    const ahead = { ...FEATURES_OF_MUCH, margin: 0.5 };
    const oddsOf = (probability: number): number => Math.log(probability / (1 - probability));
    const gain = (probabilityOf: typeof confidenceOf): number =>
      oddsOf(probabilityOf(ahead, { own: true })) - oddsOf(probabilityOf(close, { own: true }));
    expect(gain(confidenceOf)).toBeGreaterThan(2 * gain(answerabilityOf));
  });
});
