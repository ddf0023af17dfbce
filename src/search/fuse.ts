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
  /** Different words in the question. */
  readonly questionWords: number;
}

/**
 * All constants were fitted on development sets, and each is worth a share of the question's information.
 *
 * Within one language words lead. One standard deviation of cosine above the background is worth 0.03, and less for a
 * question of more than six words: the vector of a long one is a blur.
 */
const OWN_NEARNESS = 0.03;
const SHARP_WORDS = 6;

/**
 * A release that holds all of a question's words is likelier to answer it than one that holds a few of them often; less
 * so for a question of more than twelve words, most of which are beside the point. Headlines and summaries asked of
 * releases in many passages: MRR@10 0.959 -> 0.965, 0.960 -> 0.963 and 0.974 -> 0.975.
 */
const RELEASE_COVERAGE = 0.15;
const FEW_WORDS = 12;

/**
 * Across languages words seldom match, and nearness has to carry the ranking. A passage in another language also has
 * to be ahead by some, so that mere likeness of topic does not displace an answer. Measured with `npm run eval --
 * --mixed` on XQuAD, NTREX and TICO-19 in one index, 250 questions a set, mean MRR@10 over directions, own / other:
 *   0.28 to be ahead   0.977 / 0.628
 *   0.20 to be ahead   0.948 / 0.687
 */
const OTHER_NEARNESS = 0.1;
const OTHER_HANDICAP = 0.24;

/**
 * Comparable between passages of all languages for one question. Mostly in [0, 1]; not clipped, so that a handicap that
 * all candidates share does not make them equal.
 */
export function fuse(signals: Signals): number {
  const { lexical, releaseCoverage, cosine, background, ownLanguage, questionWords } = signals;
  const nearness = (cosine - background.mean) / background.deviation;
  const coverage = RELEASE_COVERAGE * damping(questionWords, FEW_WORDS);
  const words = (lexical + coverage * releaseCoverage) / (1 + RELEASE_COVERAGE);
  return ownLanguage
    ? words + OWN_NEARNESS * damping(questionWords, SHARP_WORDS) * nearness
    : words + OTHER_NEARNESS * nearness - OTHER_HANDICAP;
}

/** 1 up to `enough` words, then falling with the square of their number. */
function damping(words: number, enough: number): number {
  return Math.min(1, enough / words) ** 2;
}
