import { describe, expect, it } from 'vitest';
import { fitLogistic, predict, type Example } from '../../../src/eval/logistic-regression.ts';
import { randomFrom } from '../../../src/eval/random.ts';

const random = randomFrom(7);
/** Drawn from log odds of -1 + 3 x, with a second feature that tells nothing. */
const drawn: readonly Example[] = Array.from({ length: 4000 }, () => {
  const x = random() * 2;
  const label = random() < 1 / (1 + Math.exp(1 - 3 * x)) ? 1 : 0;
  return { features: [x, random()], label, weight: 1 };
});

describe('logistic regression', () => {
  it('finds the odds that the examples were drawn with', () => {
    const { intercept, weights } = fitLogistic(drawn, 0.01);
    expect(intercept).toBeCloseTo(-1, 0);
    expect(weights[0]).toBeCloseTo(3, 0);
    expect(Math.abs(weights[1] ?? 9)).toBeLessThan(0.4);
  });

  it('is calibrated on what it was fitted on', () => {
    const model = fitLogistic(drawn, 0.01);
    const predicted = drawn.reduce((sum, { features }) => sum + predict(model, features), 0);
    const positive = drawn.filter(({ label }) => label === 1).length;
    expect(predicted).toBeCloseTo(positive, 0);
  });

  it('counts an example as often as it weighs', () => {
    const twice = drawn.flatMap((example) => (example.label === 1 ? [example, example] : [example]));
    const weighed = drawn.map((example) => ({ ...example, weight: example.label === 1 ? 2 : 1 }));
    const [one, other] = [fitLogistic(twice, 1), fitLogistic(weighed, 1)];
    expect(one.intercept).toBeCloseTo(other.intercept, 6);
  });

  it('is held back by the ridge', () => {
    expect(Math.abs(fitLogistic(drawn, 1000).weights[0] ?? 9)).toBeLessThan(
      Math.abs(fitLogistic(drawn, 1).weights[0] ?? 0),
    );
  });
});
