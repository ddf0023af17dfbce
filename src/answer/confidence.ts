// How probable it is that the first quote answers, from what ranking and reading saw. Pure.
import { sliceSpan } from '../domain/span.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { closenessOf } from './closeness.ts';
import { CONFIDENCE_MODEL } from './confidence.model.ts';

/** Names of the features, in the order in which they are written down. */
export const FEATURES = [
  'coverage',
  'key',
  'passage',
  'met',
  'interaction',
  'cosine',
  'fit',
  'typed',
  'names',
  'named',
  'margin',
  'nearer',
  'agreement',
  'closeness',
  'length',
  'crowd',
] as const;

export type Feature = (typeof FEATURES)[number];
/** About [0, 1] each; `length` is the logarithm of the number of words. */
export type Features = Readonly<Record<Feature, number>>;

export interface ConfidenceWeights {
  /** Probability from which a question is answered in a small index. */
  readonly threshold: number;
  /** The same among many passages, where what is foreign comes near more often. */
  readonly crowdThreshold: number;
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
}

/** Beyond these, being further ahead tells no more. */
const MAX_MARGIN = 0.5;
const MAX_NEARER = 0.4;
/** Up to so many passages an index is small; twice as many make a crowd. */
const FEW_PASSAGES = 500;
/** The margin of what has no rival. */
const UNRIVALLED = 0.3;
/** Kinds of answers that show in figures, dates or names. */
const LOOSE: ReadonlySet<string> = new Set(['any', 'reason', 'definition']);

/** The evidence for the first of `candidates`, which are of one language, best first. */
export function featuresOf(candidates: readonly Candidate[], asked: Asked): Features | undefined {
  const [first] = candidates;
  if (first === undefined) return undefined;
  const { evidence, ranks } = first.ranked;
  const rivals = candidates.filter(({ release }) => release.ref !== first.release.ref);
  const own = candidates.filter(({ release }) => release.ref === first.release.ref);
  const typed = Number(!LOOSE.has(asked.expected.type));
  const named = Number(asked.names.total > 0);
  const ahead = rivals[0] === undefined ? UNRIVALLED : first.merit - rivals[0].merit;
  const nearer = cosineOf(own) - Math.max(0, cosineOf(rivals));
  const words = `${first.release.title}\n${sliceSpan(first.release.text, first.span)}`;
  return {
    coverage: evidence.coverage,
    key: first.extract.coverage,
    passage: first.extract.passageCoverage,
    met: first.extract.met,
    interaction: evidence.interaction ?? 0,
    cosine: evidence.cosine,
    fit: typed * first.extract.fit,
    typed,
    names: named * first.names,
    named,
    margin: Math.min(MAX_MARGIN, Math.max(0, ahead)),
    nearer: Math.min(MAX_NEARER, Math.max(-MAX_NEARER / 2, nearer)),
    agreement: agreementOf(ranks.dense),
    closeness: closenessOf(asked, words),
    length: Math.log(Math.max(1, asked.words.length)),
    crowd: crowdOf(asked.indexed ?? 0),
  };
}

function cosineOf(candidates: readonly Candidate[]): number {
  return Math.max(-1, ...candidates.map(({ ranked }) => ranked.evidence.cosine));
}

/**
 * Among more passages chance comes nearer: of 0.43 and more was one in twelve foreign questions sure in an index of 3,000
 * passages, of 0.12 and more in one of 475. Beyond a thousand the sets show no further rise.
 */
function crowdOf(passages: number): number {
  return Math.min(1, Math.max(0, Math.log2(Math.max(1, passages) / FEW_PASSAGES)));
}

/** Whether the vectors lead to the same passage. */
function agreementOf(dense: number | undefined): number {
  if (dense === 1) return 1;
  return dense !== undefined && dense <= 3 ? 0.5 : 0;
}

/** Calibrated probability in [0, 1]; `own` where question and passage are in one language. */
export function confidenceOf(
  features: Features,
  { own }: { readonly own: boolean },
  model = CONFIDENCE_MODEL,
): number {
  return logistic(evidenceOf(features, { own }, model));
}

/** Probability from which a question is answered; what comes near in another language is so more often by chance. */
export function thresholdOf(
  { crowd }: Features,
  { own }: { readonly own: boolean },
  model = CONFIDENCE_MODEL,
): number {
  const { threshold, crowdThreshold } = own ? model.own : model.other;
  return threshold + crowd * (crowdThreshold - threshold);
}

/** The same as log odds. */
function evidenceOf(features: Features, { own }: { readonly own: boolean }, model: ConfidenceModel): number {
  const { intercept, weights } = own ? model.own : model.other;
  return FEATURES.reduce((sum, name) => sum + weights[name] * features[name], intercept);
}

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
