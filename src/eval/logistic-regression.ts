// Logistic regression: weights of features by iteratively reweighted least squares. Pure.
import { Matrix, solve } from 'ml-matrix';

export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  /** How much it counts; above 0. */
  readonly weight: number;
}

export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const ROUNDS = 30;
const CONVERGED = 1e-8;
/** The intercept is not penalised, but a singular matrix has no inverse. */
const NEXT_TO_NOTHING = 1e-9;

/**
 * Newton's method on the penalised likelihood (Hastie, Tibshirani and Friedman 2009, 4.4.1); `ridge` is the penalty on
 * the squared weights, beside a mean weight of 1 an example.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): LogisticModel {
  const rows = examples.map(({ features }) => [1, ...features]);
  const size = rows[0]?.length ?? 1;
  const penalties = Array.from({ length: size }, (_, i) => (i === 0 ? NEXT_TO_NOTHING : ridge));
  const beta = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = beta.map((value, i) => -(penalties[i] ?? 0) * value);
    const hessian = penalties.map((penalty, i) => penalties.map((_, j) => (i === j ? penalty : 0)));
    rows.forEach((row, n) => {
      const { label, weight } = examples[n] as Example;
      const p = sigmoid(dot(row, beta));
      addScaled(gradient, row, weight * (label - p));
      hessian.forEach((sums, i) => {
        addScaled(sums, row, (row[i] ?? 0) * weight * p * (1 - p));
      });
    });
    const step = solve(new Matrix(hessian), Matrix.columnVector(gradient)).to1DArray();
    addScaled(beta, step, 1);
    if (Math.max(...step.map(Math.abs)) < CONVERGED) break;
  }
  const [intercept = 0, ...weights] = beta;
  return { intercept, weights };
}

function addScaled(sum: number[], values: readonly number[], factor: number): void {
  for (let i = 0; i < values.length; i++) sum[i] = (sum[i] ?? 0) + factor * (values[i] ?? 0);
}

/** Probability in [0, 1]. */
export function predict({ intercept, weights }: LogisticModel, features: readonly number[]): number {
  return sigmoid(intercept + dot(weights, features));
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
