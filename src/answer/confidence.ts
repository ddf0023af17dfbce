// How probable it is that the first quote answers, from what ranking and reading saw. Pure.
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { CONFIDENCE_MODEL } from './confidence.model.ts';

/** Names of the features, in the order of the model's weights. */
export const FEATURES = [
  'score',
  'margin',
  'coverage',
  'keyCoverage',
  'cosine',
  'lexical',
  'agreement',
  'fit',
  'foreign',
  'foreignCosine',
] as const;

export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** The evidence for the first of `candidates`; all features lie near [0, 1]. */
export function featuresOf(candidates: readonly Candidate[], asked: Asked): Features {
  const [first] = candidates;
  if (first === undefined) return Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;
  const { evidence, score, ranks, header } = first.ranked;
  const rival = candidates.find(({ release }) => release.ref !== first.release.ref);
  const foreign = header.language !== asked.reading.questionLanguage && header.language !== 'und' ? 1 : 0;
  const best = Math.max(...candidates.map(({ ranked }) => ranked.evidence.cosine));
  return {
    score,
    margin: first.merit - (rival?.merit ?? 0),
    coverage: evidence.coverage,
    keyCoverage: first.extract.coverage,
    cosine: evidence.cosine,
    lexical: evidence.lexical,
    agreement: ((ranks.lexical ?? 99) === 1 ? 0.5 : 0) + ((ranks.dense ?? 99) <= 3 ? 0.5 : 0),
    fit: first.extract.fit,
    foreign,
    foreignCosine: foreign * best,
  };
}

/** Calibrated probability in [0, 1]. */
export function confidenceOf(features: Features): number {
  const { intercept, weights } = CONFIDENCE_MODEL;
  const sum = FEATURES.reduce((total, name) => total + weights[name] * features[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}
