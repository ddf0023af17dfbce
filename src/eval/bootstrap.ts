// How far a mean could be off, by drawing the questions again and again. Pure.
import { randomFrom } from './random.ts';

/** Resamples: enough for the second digit of a 95 % interval. */
const RESAMPLES = 1_000;
const SEED = 20240527;
const TAIL = 0.025;

export interface Estimate {
  readonly mean: number;
  /** Bounds of the 95 % percentile interval (Efron 1979). */
  readonly low: number;
  readonly high: number;
  /** Questions it is a mean of. */
  readonly n: number;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** The mean with its interval; undefined where there is nothing to average. */
export function estimate(values: readonly number[]): Estimate | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const random = randomFrom(SEED);
  const means = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) {
    let sum = 0;
    for (let draw = 0; draw < n; draw++) sum += values[Math.floor(random() * n)] as number;
    means[i] = sum / n;
  }
  means.sort();
  const at = (share: number): number =>
    means[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))] as number;
  return { mean: mean(values), low: at(TAIL), high: at(1 - TAIL), n };
}
