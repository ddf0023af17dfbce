// One score out of several signals: words that match, here and in the whole release, and vectors that are near. Pure.
import type { Background } from './background.ts';

/** What is known of one passage for one question. */
export interface Signals {
  /** BM25 over its upper bound for the question: the share of the question's information that matched, in [0, 1]. */
  readonly lexical: number;
  /** Share of the question's information that the passage's release holds anywhere, in [0, 1]. */
  readonly releaseCoverage: number;
  readonly cosine: number;
  /** Of the passages in this one's language. */
  readonly background: Background;
  /** Whether question and passage are in one language. */
  readonly ownLanguage: boolean;
  /** How well the question's words are met one by one, in [0, 1]; absent where the model knows no single words. */
  readonly interaction?: number;
  /** BM25 of the translations of its words over its upper bound, in [0, 1]; absent where none were looked for. */
  readonly translated?: number;
  /** Different words in the question. */
  readonly questionWords: number;
}

/** Each is worth a share of the question's information. */
export interface FusionConstants {
  /** What one standard deviation of cosine above the background adds, in the question's own language and in others. */
  readonly ownNearness: number;
  readonly otherNearness: number;
  /** What a passage in another language has to be ahead by, so that mere likeness of topic displaces no answer. */
  readonly otherHandicap: number;
  /** What a release that holds all of the question's words adds. */
  readonly releaseCoverage: number;
  /** Words from which on nearness counts less: the vector of a long question is a blur. */
  readonly sharpWords: number;
  /** What an encounter of every word of the question is worth, in its own language and in others. */
  readonly ownInteraction: number;
  readonly otherInteraction: number;
  /** Where words are met one by one, for passages in another language: their share of what equal words give, ... */
  readonly otherWords: number;
  /** ... of one standard deviation of cosine, ... */
  readonly metNearness: number;
  /** ... of what translations of the question's words give by BM25, ... */
  readonly otherTranslated: number;
  /** ... and what makes up for translations never meeting as closely as a word meets itself. */
  readonly otherAdvance: number;
}

/**
 * Within one language words lead; across languages they seldom match, and nearness has to carry the ranking. What each
 * part is worth, from `npm run fit:fusion` (the samples, IDK-MRC, FacQA, MFA and CCTV releases apart, XQuAD and PANL in
 * one index, 80 questions a set, the rest fitted again without the part; MRR@10 own / mixed own / mixed across):
 *   as it is                             0.918 / 0.981 / 0.671
 *   fitted on all                        0.904 / 0.964 / 0.722
 *   fitted on the other sets             0.916 / 0.948 / 0.722
 *   not centred by language              0.904 / 0.971 / 0.662
 *   one weight for all languages         0.901 / 0.967 / 0.494
 *   no nearness in the own language      0.906 / 0.956 / 0.722
 *   no nearness in other languages       0.905 / 0.977 / 0.314
 *   no handicap of other languages       0.904 / 0.970 / 0.724
 *   no coverage of the release           0.886 / 0.955 / 0.711
 *   no damping for long questions        0.903 / 0.976 / 0.715
 * What is won across languages by fitting costs a question's own language on sets that it has not seen, and more than it
 * wins; so the constants stay where both are safe. Coverage, and what damps nearness, were chosen on up to 1,500
 * questions each of IDK-MRC, FacQA and the Detik, MFA, CCTV and Cipta releases: MRR@10 .853 -> .858 on their mean, higher
 * on five of six. The handicap is for models that know no single words: there it holds the own language up.
 *
 * Where the model knows single words, late interaction carries the ranking across languages. MRR@10, question and passage
 * in one language / in two, before coverage counted so much, on the questions on the sample releases, and on XQuAD, PANL, BBC and AusAID in one index:
 *   nearness alone          0.960 / 0.317    0.898 / 0.473
 *   with late interaction   0.959 / 0.800    0.961 / 0.595
 *
 * With translations of words beside the vectors, as candidates, as likenesses and as a score of their own, MRR@10 across
 * languages rose from 0.864 to 0.882 on 700 questions of XQuAD, the language of the passage given. `otherTranslated` is
 * flat between 0.3 and 0.9; `otherAdvance` shifts places between the own language and others: 0.13 keeps the own where
 * it was.
 */
export const FUSION: FusionConstants = {
  ownNearness: 0.03,
  otherNearness: 0.1,
  otherHandicap: 0.14,
  releaseCoverage: 0.5,
  sharpWords: 5,
  ownInteraction: 1.42,
  otherInteraction: 1.45,
  otherWords: 0.38,
  metNearness: 0.06,
  otherTranslated: 0.4,
  otherAdvance: 0.13,
};

/**
 * Comparable between passages of all languages for one question. Mostly in [0, 1]; not clipped, so that a handicap that
 * all candidates share does not make them equal.
 */
export function fuse(signals: Signals, constants: FusionConstants = FUSION): number {
  const { lexical, cosine, background, ownLanguage, questionWords, interaction, translated = 0 } = signals;
  const nearness = (cosine - background.mean) / background.deviation;
  const words =
    (lexical + constants.releaseCoverage * signals.releaseCoverage) / (1 + constants.releaseCoverage);
  const sharpness = Math.min(1, constants.sharpWords / questionWords);
  const own = words + constants.ownNearness * sharpness * nearness;
  if (interaction === undefined)
    return ownLanguage ? own : words + constants.otherNearness * nearness - constants.otherHandicap;
  const score = ownLanguage
    ? own + constants.ownInteraction * interaction
    : constants.otherWords * words +
      constants.otherInteraction * interaction +
      constants.metNearness * nearness +
      constants.otherTranslated * translated +
      constants.otherAdvance;
  return score / (1 + constants.ownInteraction);
}
