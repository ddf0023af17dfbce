// The words of a question in the languages of other releases: what BM25 looks for, and what each word meets. Pure.
import { ASKING_WORDS } from '../text/asking.ts';
import type { Language } from '../domain/release.ts';
import type { Lexicon } from '../text/lexicon.ts';
import type { LexicalIndex, WeightedTerm, Word } from './lexical.ts';

/** Translations of one word that are looked for, the likeliest of those that releases use. */
const MAX_TRANSLATIONS = 8;
/**
 * The cosine that a translation of probability `p` stands for: `MOST * p ** STEEPNESS`. Probabilities fall quickly with
 * the number of translations, and a word that has ten means each of them no less.
 */
const MOST = 0.9;
const STEEPNESS = 0.3;

/** Words of the index, by number, that translate a word of a question, each with the cosine it stands for. */
export type Likenesses = ReadonlyMap<number, number>;

export interface TranslatedQuestion {
  /** Each weighs what its likeness is; the likeliest of a word counts towards the most a passage can reach. */
  readonly terms: readonly WeightedTerm[];
  /** By the word as the question has it. */
  readonly likenesses: ReadonlyMap<string, Likenesses>;
}

/**
 * Every word as the translations that releases use (Darwish and Oard, Probabilistic Structured Query Methods, 2003).
 * One without any, such as a name or a number, stands for itself; one that only asks is left out.
 */
export function translateQuestion(
  words: readonly Word[],
  lexical: LexicalIndex,
  { lexicon, language }: { readonly lexicon: Lexicon; readonly language: Language },
): TranslatedQuestion {
  const terms = new Map<string, WeightedTerm>();
  const likenesses = new Map<string, Likenesses>();
  for (const word of words) {
    const [surface = ''] = word;
    if (likenesses.has(surface)) continue;
    const found = likenessesOf(lexicon.translationsOf(word.at(-1) ?? '', language), lexical);
    likenesses.set(surface, new Map(found.map(({ number, likeness }) => [number, likeness])));
    if (!ASKING_WORDS.has(surface)) for (const term of weighed(surface, found)) put(terms, term);
  }
  return { terms: [...terms.values()], likenesses };
}

interface Likeness {
  readonly term: string;
  readonly number: number;
  readonly likeness: number;
}

/** Those that the index knows, the likeliest first. */
function likenessesOf(
  translations: ReturnType<Lexicon['translationsOf']>,
  lexical: LexicalIndex,
): readonly Likeness[] {
  return translations
    .flatMap(({ term, probability }) => {
      const number = lexical.numberOf(term);
      return number === undefined ? [] : [{ term, number, likeness: MOST * probability ** STEEPNESS }];
    })
    .sort((one, other) => other.likeness - one.likeness);
}

function weighed(surface: string, found: readonly Likeness[]): readonly WeightedTerm[] {
  if (found.length === 0) return [{ term: surface, weight: 1, bound: 1 }];
  return found
    .slice(0, MAX_TRANSLATIONS)
    .map(({ term, likeness }, i) => ({ term, weight: likeness, bound: i === 0 ? 1 : 0 }));
}

function put(terms: Map<string, WeightedTerm>, { term, weight, bound }: WeightedTerm): void {
  const known = terms.get(term);
  if (known === undefined || known.weight < weight)
    terms.set(term, { term, weight, bound: Math.max(bound, known?.bound ?? 0) });
}
