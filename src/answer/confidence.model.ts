// Weights of the confidence model, written by scripts/fit-confidence.ts. Pure data.
import type { Feature } from './confidence.ts';

export interface ConfidenceModel {
  /** Of the embedding model and the rules it was fitted with; `hand` where it was not fitted. */
  readonly fingerprint: string;
  readonly intercept: number;
  readonly weights: Readonly<Record<Feature, number>>;
  /** Probability from which a question is answered. */
  readonly threshold: number;
}

export const CONFIDENCE_MODEL: ConfidenceModel = {
  fingerprint: 'hand',
  intercept: -4,
  weights: {
    score: 1,
    margin: 1,
    coverage: 5,
    keyCoverage: 1,
    cosine: 1,
    lexical: 1,
    agreement: 0.5,
    fit: 0.5,
    foreign: -1,
    foreignCosine: 8,
  },
  threshold: 0.3,
};
