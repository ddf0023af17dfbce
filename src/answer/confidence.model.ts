// Weights of the confidence model, written by `npm run fit:confidence`; then `crowd`, the intercepts and the thresholds were
// set on the samples and seven development sets, 250 to 600 own and foreign questions of each: what the command writes now
// refuses more in other languages, and answers fewer questions on the samples and on IDK-MRC. Pure data.
import type { ConfidenceModel } from './confidence.ts';

export const CONFIDENCE_MODEL: ConfidenceModel = {
  fingerprint: 'rilis-embed-1@fcd2db1e0e9d',
  own: {
    threshold: 0.22,
    crowdThreshold: 0.29,
    intercept: -6.34,
    weights: {
      coverage: 1.126,
      key: 0.585,
      passage: 2.081,
      met: 1.028,
      interaction: 1.904,
      cosine: 0.737,
      fit: 0.756,
      typed: -0.691,
      names: 1.011,
      named: -1.097,
      margin: 1.727,
      nearer: -0.049,
      agreement: 0.878,
      closeness: -0.354,
      length: 1.039,
      crowd: -0.6,
    },
  },
  other: {
    threshold: 0.16,
    crowdThreshold: 0.24,
    intercept: -7.849,
    weights: {
      coverage: -0.031,
      key: -0.153,
      passage: -0.16,
      met: 2.066,
      interaction: 3.55,
      cosine: -0.089,
      fit: 0.323,
      typed: -0.46,
      names: 0.227,
      named: -0.142,
      margin: 2.315,
      nearer: 0.554,
      agreement: 2.208,
      closeness: -0.02,
      length: 1.558,
      crowd: -1.2,
    },
  },
};
