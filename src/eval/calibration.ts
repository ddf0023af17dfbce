// Whether a confidence of 0.8 is right eight times in ten, and what a threshold on it would refuse. Pure.
import { mean } from './bootstrap.ts';

/** The usual number of equal-width bins. */
const BINS = 10;

export interface Judged {
  /** In [0, 1]. */
  readonly confidence: number;
  readonly correct: boolean;
}

export interface Bin {
  /** Mean confidence of the answers in it. */
  readonly confidence: number;
  /** Share of them that is right. */
  readonly accuracy: number;
  readonly n: number;
}

/** Reliability table; bins without answers are left out. */
export function reliability(judged: readonly Judged[]): readonly Bin[] {
  const bins = Array.from({ length: BINS }, (): Judged[] => []);
  for (const answer of judged) bins[Math.min(BINS - 1, Math.floor(answer.confidence * BINS))]?.push(answer);
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      confidence: mean(bin.map(({ confidence }) => confidence)),
      accuracy: mean(bin.map(({ correct }) => Number(correct))),
      n: bin.length,
    }));
}

/** Expected calibration error (Naeini et al. 2015): distance of confidence and accuracy, weighted by bin. */
export function expectedCalibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce(
    (sum, { confidence, accuracy, n }) => sum + (n / (all || 1)) * Math.abs(confidence - accuracy),
    0,
  );
}

export interface Tradeoff {
  readonly threshold: number;
  /** Share of the answerable questions at or above the threshold. */
  readonly answered: number;
  /** Share of the foreign ones below it. */
  readonly refused: number;
}

/** What thresholds from 0 to 1 would answer and refuse. */
export function tradeoffs(answerable: readonly number[], foreign: readonly number[]): readonly Tradeoff[] {
  const share = (values: readonly number[], test: (value: number) => boolean): number =>
    values.filter(test).length / (values.length || 1);
  return Array.from({ length: 51 }, (_, i) => i / 50).map((threshold) => ({
    threshold,
    answered: share(answerable, (confidence) => confidence >= threshold),
    refused: share(foreign, (confidence) => confidence < threshold),
  }));
}
