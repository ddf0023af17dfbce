// Weights of the confidence model, written by `npm run fit:confidence`. Pure data.
import type { ConfidenceModel } from './confidence.ts';

export const CONFIDENCE_MODEL: ConfidenceModel = {
  fingerprint: 'rilis-embed-1@573c8294aeaf',
  own: {
    intercept: -7.555,
    weights: {
      coverage: 2.319,
      key: 0.394,
      passage: 3.091,
      cosine: 0.717,
      fit: 0.855,
      typed: -0.692,
      names: 1.425,
      named: -1.535,
      margin: 2.589,
      nearer: -0.179,
      agreement: 1.315,
      closeness: -0.035,
      length: 1.435,
    },
  },
  other: {
    intercept: -6.748,
    weights: {
      coverage: 0.538,
      key: 1.125,
      passage: -0.24,
      cosine: 4.535,
      fit: 0.926,
      typed: -1.004,
      names: 1.471,
      named: -0.416,
      margin: 1.759,
      nearer: -0.61,
      agreement: 1.698,
      closeness: -0.336,
      length: 0.913,
    },
  },
  threshold: 0.08,
};
