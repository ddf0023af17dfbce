import { describe, expect, it } from 'vitest';
import { confidenceOf, FEATURES, type Features } from '../../../src/answer/confidence.ts';

const FEATURES_OF_MUCH = Object.fromEntries(FEATURES.map((name) => [name, 0.7])) as Features;

describe('confidence', () => {
  it.each([true, false])('is less for the same evidence in a larger index (own language: %s)', (own) => {
    const few = confidenceOf({ ...FEATURES_OF_MUCH, crowd: 0 }, { own });
    const many = confidenceOf({ ...FEATURES_OF_MUCH, crowd: 1 }, { own });
    expect(many).toBeLessThan(few);
  });
});
