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
  const penalty = Matrix.diag(Array.from({ length: size }, (_, i) => (i === 0 ? NEXT_TO_NOTHING : ridge)));
  let beta = Matrix.zeros(size, 1);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Matrix.mul(penalty.mmul(beta), -1);
    const hessian = penalty.clone();
    rows.forEach((row, n) => {
      const { label, weight } = examples[n] as Example;
      const p = sigmoid(dot(row, beta.to1DArray()));
      const column = Matrix.columnVector(row);
      gradient.add(Matrix.mul(column, weight * (label - p)));
      hessian.add(column.mmul(Matrix.rowVector(row)).mul(weight * p * (1 - p)));
    });
    const step = solve(hessian, gradient);
    beta = Matrix.add(beta, step);
    if (Math.max(...step.to1DArray().map(Math.abs)) < CONVERGED) break;
  }
  const [intercept = 0, ...weights] = beta.to1DArray();
  return { intercept, weights };
}

/** Probability in [0, 1]. */
export function predict({ intercept, weights }: LogisticModel, features: readonly number[]): number {
  return sigmoid(intercept + dot(weights, features));
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}
