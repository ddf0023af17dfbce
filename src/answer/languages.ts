// Candidates in several languages: each language by itself, those that may be answered from first. Pure.
import { isOwnLanguage, type Asked } from './asked.ts';
import { spellsOut, type Candidate } from './candidates.ts';
import {
  answerabilityOf,
  confidenceOf,
  featuresOf,
  precedenceOf,
  shiftOdds,
  thresholdOf,
  type Features,
} from './confidence.ts';

export interface LanguageGroup {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Whether it is the question's own language. */
  readonly own: boolean;
  /** The evidence for the first of them. */
  readonly features: Features | undefined;
  /** Probability in [0, 1] that the first of them answers. */
  readonly confidence: number;
  /** Probability in [0, 1] that any of them does. */
  readonly answerability: number;
  /** The least of the latter that is answered from. */
  readonly threshold: number;
}

/** What it adds to the log odds that the first passage spells out the abbreviation asked for. */
const SPELT_OUT = 4;

/**
 * Scores of different languages do not compare, as words seldom match across them; probabilities do.
 * Never empty where there are candidates.
 */
export function groupByLanguage(
  candidates: readonly Candidate[],
  asked: Asked,
  order: (group: readonly Candidate[]) => readonly Candidate[],
): readonly LanguageGroup[] {
  const languages = [...new Set(candidates.map(({ release }) => release.language))];
  return languages
    .map((language) => {
      const group = order(candidates.filter(({ release }) => release.language === language));
      const features = featuresOf(group, asked);
      const own = isOwnLanguage(asked, language);
      const shift = spellsOut(group[0], asked) ? SPELT_OUT : 0;
      return {
        candidates: group,
        own,
        features,
        confidence: features === undefined ? 0 : shiftOdds(confidenceOf(features, { own }), shift),
        answerability: features === undefined ? 0 : shiftOdds(answerabilityOf(features, { own }), shift),
        threshold: thresholdOf({ own }),
      };
    })
    .sort(byLanguage);
}

/** Whether it is answered from. */
export function isAnswerable({ answerability, threshold }: LanguageGroup): boolean {
  return answerability >= threshold;
}

/** Those that are answered from come first, then those that more probably answer, others than the question's own with less. */
export function byLanguage(one: LanguageGroup, other: LanguageGroup): number {
  return Number(isAnswerable(other)) - Number(isAnswerable(one)) || precedenceOf(other) - precedenceOf(one);
}
