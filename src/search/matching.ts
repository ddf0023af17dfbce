// Passages by the words of a question, as they are and translated: candidates, and how much of it each holds.
import type { Language } from '../domain/release.ts';
import type { Lexicon } from '../text/lexicon.ts';
import type { Groups } from './candidates.ts';
import { GROUPS, type Selection } from './catalog.ts';
import type { EmbeddedQuestion } from './embed-question.ts';
import { bestOfGroups, type WeightedTerm } from './lexical.ts';
import type { MemoryIndex } from './memory.ts';
import { weighQuestion, type Learned } from './question.ts';
import { Top } from './top.ts';
import { translateQuestion, type TranslatedQuestion } from './translations.ts';

/** Passages of each language that are put forward by the question's own words, and by translations of them. */
const LEXICAL_CANDIDATES = 40;
const TRANSLATED_CANDIDATES = 20;

export interface Matching {
  readonly selection: Selection;
  readonly learned: Learned;
  /** Absent where nothing is in another language. */
  readonly lexicon: Lexicon | undefined;
  /** Passages of each language; default as few as are quick. */
  readonly limit: number | undefined;
}

/** What words say of passages. */
export interface WordMatch {
  /** The best of each language. */
  readonly groups: Groups;
  /** BM25 of a passage over its upper bound, in [0, 1]; holds until the next question. */
  readonly shareOf: (slot: number) => number;
}

export interface MatchedWords {
  readonly own: WordMatch;
  /** Of the other languages; absent where there are none. */
  readonly translated?: WordMatch & Pick<TranslatedQuestion, 'likenesses'>;
  readonly terms: readonly WeightedTerm[];
  /** The language of the question: the one that was told, or whose passages its words match best. */
  readonly ownGroup: number;
  readonly severalLanguages: boolean;
}

/** `question.group`: its language group, where it is known. */
export function matchWords(
  memory: MemoryIndex,
  question: Pick<EmbeddedQuestion, 'forms'> & { readonly group?: number },
  { selection, learned, lexicon, limit }: Matching,
): MatchedWords {
  const { lexical } = memory;
  const terms = weighQuestion(question.forms, learned);
  const scores = lexical.score(terms);
  const own = matchTerms(memory, terms, { scores, selection, limit: limit ?? LEXICAL_CANDIDATES });
  const ownGroup = question.group ?? bestGroup(own.groups);
  const severalLanguages = selection.counts.some((count, group) => count > 0 && group !== ownGroup);
  const known = { own, terms, ownGroup, severalLanguages };
  if (!severalLanguages || lexicon === undefined) return known;
  const language = languageOf(ownGroup);
  const { terms: others, likenesses } = translateQuestion(question.forms, lexical, { lexicon, language });
  const { groups, shareOf } = matchTerms(memory, others, {
    scores: lexical.scoreBeside(others),
    selection,
    limit: limit ?? TRANSLATED_CANDIDATES,
  });
  const foreign = groups.map((group, i) => (i === ownGroup ? [] : group));
  return { ...known, translated: { groups: foreign, shareOf, likenesses } };
}

function languageOf(group: number): Language {
  return GROUPS[group] ?? 'und';
}

interface Scores {
  readonly scores: Float32Array;
  readonly selection: Selection;
  readonly limit: number;
}

function matchTerms(
  { catalog, lexical }: MemoryIndex,
  terms: readonly WeightedTerm[],
  { scores, selection, limit }: Scores,
): WordMatch {
  const bound = lexical.upperBound(terms) || 1;
  return {
    groups: bestOfGroups(
      scores,
      { mask: selection.mask, groups: catalog.groups },
      GROUPS.map(() => new Top(limit)),
    ),
    shareOf: (slot) => Math.min(1, (scores[slot] as number) / bound),
  };
}

/** The language whose passages the words match best. */
function bestGroup(lexical: Groups): number {
  let best = 0;
  lexical.forEach(([first], group) => {
    if ((first?.score ?? 0) > (lexical[best]?.[0]?.score ?? 0)) best = group;
  });
  return best;
}
