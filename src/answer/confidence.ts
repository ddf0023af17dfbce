// How probable it is that the first quote answers, and that anything does, from what ranking and reading saw. Pure.
import { sliceSpan } from '../domain/span.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { CONFIDENCE_MODEL } from './confidence.model.ts';
import { opensWith } from './subject.ts';

/** Names of the features, in the order in which they are written down. */
export const FEATURES = [
  'coverage',
  'lexical',
  'key',
  'passage',
  'met',
  'interaction',
  'encounter',
  'cosine',
  'fit',
  'typed',
  'names',
  'named',
  'headed',
  'opens',
  'margin',
  'nearer',
  'agreement',
  'length',
  'brevity',
  'crowd',
] as const;

export type Feature = (typeof FEATURES)[number];
/**
 * About [0, 1] each; `length` is the logarithm of the number of words, `brevity` one over that of the words that say what
 * the question is about. `interaction` is of the first candidate, `encounter` the best of the leading ones.
 */
export type Features = Readonly<Record<Feature, number>>;

/** Logistic regression: log odds are the intercept and the weighted features. */
export interface Weighing {
  readonly intercept: number;
  readonly weights: Readonly<Record<Feature, number>>;
}

/**
 * Two probabilities, for what tells the right candidate from others says little of whether there is one: a foreign
 * question, too, may have a passage that is far ahead of the rest.
 */
export interface LanguageModel {
  /** That the first quote answers: what is told as confidence. */
  readonly confidence: Weighing;
  /** That the passages hold an answer at all. */
  readonly answerability: Weighing;
  /** Answerability from which on a question is answered. */
  readonly threshold: number;
}

export interface ConfidenceModel {
  /** Stamp of the embedding model, chunking and text rules it was fitted with. */
  readonly fingerprint: string;
  /** For passages in the question's language. */
  readonly own: LanguageModel;
  /** For passages in another one. */
  readonly other: LanguageModel;
}

/** Beyond these, being further ahead tells no more. */
const MAX_MARGIN = 0.5;
const MAX_NEARER = 0.4;
/** Up to so many passages of a language, chance is least. */
const FEW_PASSAGES = 100;
/** Doublings from there on that make a crowd: 1,600 passages. */
const CROWDING = 4;
/** Candidates that may be what the question means though another is first. */
const LEADING = 5;
/** The margin of what has no rival. */
const UNRIVALLED = 0.3;
/** Kinds of answers that show in figures, dates or names. */
const LOOSE: ReadonlySet<string> = new Set(['any', 'reason', 'definition', 'expansion']);

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
  const leading = candidates.slice(0, LEADING).map(({ ranked }) => ranked.evidence.interaction ?? 0);
  return {
    coverage: evidence.coverage,
    lexical: evidence.lexical,
    key: first.extract.coverage,
    passage: first.extract.passageCoverage,
    met: first.extract.met,
    interaction: evidence.interaction ?? 0,
    encounter: Math.max(...leading),
    cosine: evidence.cosine,
    fit: typed * first.extract.fit,
    typed,
    names: named * first.names,
    named,
    headed: opensWith(asked, first.release.title),
    opens: opensWith(asked, sliceSpan(first.release.text, first.extract.key)),
    margin: Math.min(MAX_MARGIN, Math.max(0, ahead)),
    nearer: Math.min(MAX_NEARER, Math.max(-MAX_NEARER / 2, nearer)),
    agreement: agreementOf(ranks.dense),
    length: Math.log(Math.max(1, asked.words.length)),
    brevity: 1 / Math.max(1, asked.telling.length),
    crowd: crowdOf(asked.among?.(first.release.language) ?? 0),
  };
}

function cosineOf(candidates: readonly Candidate[]): number {
  return Math.max(-1, ...candidates.map(({ ranked }) => ranked.evidence.cosine));
}

/**
 * Among more passages chance comes nearer, as the logarithm of their number up to 1,600: with more doublings 0.04 fewer of
 * the questions of Detik are answered where as many foreign ones are refused.
 */
function crowdOf(passages: number): number {
  return Math.min(1, Math.max(0, Math.log2(Math.max(1, passages) / FEW_PASSAGES) / CROWDING));
}

/** Whether the vectors lead to the same passage. */
function agreementOf(dense: number | undefined): number {
  if (dense === 1) return 1;
  return dense !== undefined && dense <= 3 ? 0.5 : 0;
}

interface Language {
  /** Whether question and passage are in one language. */
  readonly own: boolean;
}

/** Calibrated probability in [0, 1]. */
export function confidenceOf(features: Features, { own }: Language, model = CONFIDENCE_MODEL): number {
  return probabilityOf(features, (own ? model.own : model.other).confidence);
}

/** Probability in [0, 1], where half of all questions are about something else. */
export function answerabilityOf(features: Features, { own }: Language, model = CONFIDENCE_MODEL): number {
  return probabilityOf(features, (own ? model.own : model.other).answerability);
}

/**
 * Log odds by which another language has to be ahead. What the model knows of it are sets whose questions have no passages
 * in their own language. On the samples, where there are some, right first quotes of 490: 417 at 0.5, 418 at 1.1 and 1.5.
 */
const AHEAD = 1.5;

/** By what the languages that passages of an answer are in are ordered, the higher first. */
export function precedenceOf({ own, confidence }: Language & { readonly confidence: number }): number {
  return own ? confidence : shiftOdds(confidence, -AHEAD);
}

/** Answerability from which a question is answered. */
export function thresholdOf({ own }: Language, model = CONFIDENCE_MODEL): number {
  return (own ? model.own : model.other).threshold;
}

function probabilityOf(features: Features, { intercept, weights }: Weighing): number {
  return logistic(FEATURES.reduce((sum, name) => sum + weights[name] * features[name], intercept));
}

/** A probability with so much more of log odds. */
export function shiftOdds(probability: number, shift: number): number {
  return logistic(Math.log(probability / (1 - probability)) + shift);
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
