// A question as lexical search sees it: terms with weights. Pure.
import type { Variant, Variants } from '../domain/variant.ts';
import { ASKING_WORDS } from '../text/asking.ts';
import { ASKING_WEIGHT, wordsOf } from './words.ts';
import type { WeightedTerm, Word } from './lexical.ts';

/** The share of a word's weight that its surface form carries; its stems share the rest. Best of 0.3, 0.5 and 0.7. */
const SURFACE_SHARE = 0.3;

/**
 * Of the weight of a word: what its other way of writing gives, of two words each. On IDK-MRC .3, .55 and .9 find as
 * much; rarer than the usual way as it is, the other one should not lead.
 */
const COMPOUND_WEIGHT = 0.55;

/** What the releases teach about the words of one question. */
export interface Learned {
  readonly respellings: Variants;
  /** Names as releases in another script have them; of no word that has a respelling. */
  readonly transliterations: Variants;
  /** Words that releases write together where the question has them apart, and the other way round. */
  readonly compounds: Variants;
  /** Other forms of abbreviations, which stand for several words together. */
  readonly expansions: readonly Variant[];
}

/** Whatever else a word may stand as. */
export function variantsOf({ respellings, transliterations, compounds }: Learned): Variants {
  const all = new Map<string, readonly Variant[]>();
  for (const [word, variants] of [...respellings, ...compounds, ...transliterations]) {
    all.set(word, [...(all.get(word) ?? []), ...variants]);
  }
  return all;
}

const NOTHING: Learned = {
  respellings: new Map(),
  transliterations: new Map(),
  compounds: new Map(),
  expansions: [],
};

/**
 * Every word counts once, however often it is asked and however many forms it has: a word with a stem must not weigh
 * twice a name without one.
 */
export function weighQuestion(words: readonly Word[], learned: Learned = NOTHING): readonly WeightedTerm[] {
  const terms = new Map<string, WeightedTerm>();
  const put = (term: string, weight: number, bound: number): void => {
    const known = terms.get(term);
    if (known === undefined) terms.set(term, { term, weight, bound });
    else if (known.weight < weight) terms.set(term, { term, weight, bound: Math.max(bound, known.bound) });
  };
  for (const word of words) {
    const [surface = ''] = word;
    const share = ASKING_WORDS.has(surface) ? ASKING_WEIGHT : 1;
    const guesses = learned.respellings.get(surface);
    if (guesses === undefined) putForms(word, share, put);
    else putGuesses(word, { guesses, share }, put);
    learned.transliterations.get(surface)?.forEach(({ term, weight }) => {
      put(term, share * weight, 0);
    });
  }
  for (const { term, weight } of learned.expansions) put(term, weight, 0);
  for (const { term } of [...learned.compounds.values()].flat()) {
    for (const word of term.split(' ')) put(word, COMPOUND_WEIGHT, 0);
  }
  return [...terms.values()];
}

type Put = (term: string, weight: number, bound: number) => void;

function putForms(word: Word, share: number, put: Put): void {
  word.forEach((form, i) => {
    const part = word.length === 1 ? 1 : i === 0 ? SURFACE_SHARE : (1 - SURFACE_SHARE) / (word.length - 1);
    put(form, share * part, share * part);
  });
}

/**
 * The guesses share what the word would weigh, each as far as it is trusted. The word itself, which no release has, still
 * counts towards what could be found: a name that is merely like another is not covered by it.
 */
function putGuesses(
  [surface = '']: Word,
  { guesses, share }: { readonly guesses: readonly Variant[]; readonly share: number },
  put: Put,
): void {
  put(surface, share, share);
  for (const { term, weight } of guesses) {
    const part = (share * weight) / guesses.length;
    putForms(wordsOf(term)[0] ?? [term], part, (form, formWeight) => {
      put(form, formWeight, 0);
    });
  }
}
