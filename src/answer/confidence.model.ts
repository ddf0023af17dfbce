// Weights of the confidence model, written by scripts/fit-confidence.ts. Pure data.
import type { Feature } from './confidence.ts';

export interface ConfidenceWeights {
  readonly intercept: number;
  readonly weights: Readonly<Record<Feature, number>>;
}

export interface ConfidenceModel {
  /** Stamp of the embedding model, chunking and text rules it was fitted with. */
  readonly fingerprint: string;
  /** For passages in the question's language. */
  readonly own: ConfidenceWeights;
  /** For passages in another one. */
  readonly other: ConfidenceWeights;
  /** Probability from which a question is answered. */
  readonly threshold: number;
}

export const CONFIDENCE_MODEL: ConfidenceModel = {
  fingerprint: 'rilis-embed-0/rules-1',
  own: {
    intercept: -5.852,
    weights: {
      coverage: 1.816,
      key: 0.563,
      passage: 1.963,
      cosine: 0.55,
      fit: 0.514,
      typed: -0.592,
      names: 1.102,
      named: -1.141,
      margin: 2.363,
      nearer: 0.98,
      agreement: 1.649,
      closeness: 0.665,
      length: 1.034,
    },
  },
  other: {
    intercept: -6.012,
    weights: {
      coverage: 0.654,
      key: 0.628,
      passage: 0.817,
      cosine: 1.397,
      fit: 0.106,
      typed: -0.501,
      names: 1.4,
      named: -0.705,
      margin: 2.304,
      nearer: 1.403,
      agreement: 1.371,
      closeness: 0.281,
      length: 1.165,
    },
  },
  threshold: 0.2,
};
