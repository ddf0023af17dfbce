// Whether a passage is about a topic, and why. Pure.
import type { MatchReason } from '../domain/follow.ts';
import type { Evidence } from '../domain/passage.ts';
import { formsOf, termsOf, tokensOf } from '../text/terms.ts';

/**
 * A passage is about a topic when it holds 0.7 of the topic's information and is no stranger to it (cosine 0.2, which
 * keeps out passages that mention both words beside the point), or when it is near in meaning alone (cosine 0.45).
 * Across languages neither is often so; there the words of the topic look for their translations one by one, and a
 * passage that is no stranger to it is about it when late interaction and cosine make 0.74.
 *
 * Measured on the 64 topics of `data/eval/topics.jsonl` against every passage of the 47 sample releases, leaving out
 * pairs that may be told either way. Own language, 71 right releases and 1,007 wrong: recall / wrong ones told
 *   0.7, 0.2, 0.45   0.930 /  7
 *   0.6, 0.2, 0.45   0.930 / 11
 *   0.7, 0,   0.45   0.930 / 15
 *   0.7, 0.3, 0.45   0.873 /  5
 *   0.7, 0.2, 0.40   0.930 /  7
 * Another language, 25 right and 1,831 wrong: right / wrong ones told
 *   cosine alone, 0.45                            1 /  1
 *   interaction + cosine 0.74, cosine 0.2         8 / 13
 *   interaction + cosine 0.74                     8 / 17
 *   interaction + 0.7 cosine 0.65, cosine 0.15   10 / 21
 *   interaction + 0.7 cosine 0.65                11 / 25
 *   interaction + 0.7 cosine 0.6                 13 / 54
 * so that of a hundred releases less than one is told wrong, as within a language. On the questions of
 * the same set, taken as topics, cosine 0.40 tells 222 wrong releases, 0.45 tells 132: a topic that is a whole
 * sentence is near to everything, so the higher of the two was taken.
 */
const WORDS = { coverage: 0.7, cosine: 0.2 } as const;
const MEANING = 0.45;
const TRANSLATED = { sum: 0.74, cosine: 0.2 } as const;

/** A passage that may be about a topic. */
export interface Compared {
  readonly text: string;
  readonly evidence: Evidence;
  /** Whether topic and passage are in different languages. */
  readonly isAcross: boolean;
}

/** The reason for which a passage of this evidence is about the topic; undefined where it is not. */
export function matchReason(topic: string, { text, evidence, isAcross }: Compared): MatchReason | undefined {
  const { coverage, cosine, interaction = 0 } = evidence;
  const byWords = coverage >= WORDS.coverage && cosine >= WORDS.cosine;
  const byTranslation = isAcross && cosine >= TRANSLATED.cosine && interaction + cosine >= TRANSLATED.sum;
  if (!byWords && cosine < MEANING && !byTranslation) return undefined;
  return { words: sharedWords(topic, text), coverage, cosine };
}

/** The words of `topic` that `text` holds in some form, as the topic writes them, each once. */
function sharedWords(topic: string, text: string): readonly string[] {
  const held = new Set(termsOf(text));
  const shared = tokensOf(topic)
    .filter(({ term }) => formsOf(term).some((form) => held.has(form)))
    .map(({ start, end }) => topic.slice(start, end).toLowerCase());
  return [...new Set(shared)];
}
