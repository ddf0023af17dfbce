// Weights of the confidence model, written by `npm run fit:confidence`. Pure data.
import type { ConfidenceModel } from './confidence.ts';

export const CONFIDENCE_MODEL: ConfidenceModel = {
  fingerprint: 'rilis-embed-1@4e44e5861820',
  own: {
    threshold: 0.14,
    intercept: -7.629,
    weights: {
      coverage: 2.12,
      key: 0.64,
      passage: 2.666,
      cosine: 1.646,
      fit: 0.773,
      typed: -0.652,
      names: 1.502,
      named: -1.63,
      margin: 2.528,
      nearer: -0.341,
      agreement: 1.232,
      closeness: 0.091,
      length: 1.401,
    },
  },
  other: {
    threshold: 0.06,
    intercept: -8.204,
    weights: {
      coverage: -0.043,
      key: 1.629,
      passage: 0.342,
      cosine: 4.912,
      fit: 0.699,
      typed: -0.939,
      names: 1.013,
      named: -0.351,
      margin: 3.178,
      nearer: -0.221,
      agreement: 2.224,
      closeness: -0.214,
      length: 1.253,
    },
  },
};
