// What a misspelt word of a question may have been meant to be, out of the words that releases use.
import type { LexicalIndex, Word } from './lexical.ts';
import type { Variant } from '../domain/variant.ts';

/** Shorter words have too many neighbours to guess from. */
const FEWEST_LETTERS = 4;
/** From this length on two slips are looked for. */
const LETTERS_FOR_TWO = 8;
/** Share of the weight of a word that a guess keeps, by its edits. */
const WEIGHTS: readonly number[] = [1, 0.8, 0.6];
/** Guesses followed; they share the weight of the word. */
const MAX_GUESSES = 3;
const LATIN = /^[a-z]+$/;

interface Bucket {
  readonly terms: string[];
  /** One bit for every letter that the term holds, by term. */
  readonly letters: number[];
}

/**
 * Terms by their length and first letter. A word is compared with those of about its length that begin with its first
 * or its second letter (slips at the very front are rare, but for swapped and doubled letters) and hold about its
 * letters: each edit changes at most two of them, so nearly all are passed over by one comparison of bits.
 */
export class Spelling {
  readonly #lexical: LexicalIndex;
  readonly #buckets = new Map<string, Bucket>();
  /** Terms already in a bucket. */
  #read = 0;

  constructor(lexical: LexicalIndex) {
    this.#lexical = lexical;
  }

  /**
   * The nearest words that are known, of few edits and many passages first; empty where a form of the word is known,
   * and for numbers and words of other scripts.
   */
  correct(word: Word): readonly Variant[] {
    const [surface = ''] = word;
    if (surface.length < FEWEST_LETTERS || !LATIN.test(surface)) return [];
    if (word.some((form) => this.#lexical.knows(form))) return [];
    this.#readTerms();
    const guesses = this.#near(surface, surface.length >= LETTERS_FOR_TWO ? 2 : 1);
    const fewest = Math.min(...guesses.map(({ edits }) => edits));
    return guesses
      .filter(({ edits }) => edits === fewest)
      .sort((one, other) => this.#lexical.frequency(other.term) - this.#lexical.frequency(one.term))
      .slice(0, MAX_GUESSES)
      .map(({ term, edits }) => ({ term, weight: WEIGHTS[edits] ?? 0 }));
  }

  /** Takes in the terms that are new; the vocabulary only grows. */
  #readTerms(): void {
    if (this.#read === this.#lexical.termCount) return;
    let number = 0;
    for (const term of this.#lexical.terms()) {
      if (number++ < this.#read || term.length < FEWEST_LETTERS - 1 || !LATIN.test(term)) continue;
      const bucket = this.#bucket(term.length, term.charAt(0));
      bucket.terms.push(term);
      bucket.letters.push(lettersOf(term));
    }
    this.#read = number;
  }

  #near(word: string, limit: number): readonly { readonly term: string; readonly edits: number }[] {
    const letters = lettersOf(word);
    const found: { term: string; edits: number }[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const initial of new Set(word.slice(0, 2))) {
        const bucket = this.#bucket(length, initial);
        bucket.terms.forEach((term, i) => {
          if (countBits(letters ^ (bucket.letters[i] ?? 0)) > 2 * limit) return;
          const edits = countEdits(word, term, limit);
          if (edits <= limit) found.push({ term, edits });
        });
      }
    }
    return found;
  }

  #bucket(length: number, initial: string): Bucket {
    const key = `${length}${initial}`;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = { terms: [], letters: [] };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }
}

function lettersOf(term: string): number {
  let letters = 0;
  for (let i = 0; i < term.length; i++) letters |= 1 << (term.charCodeAt(i) - 97);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Optimal string alignment distance (Damerau 1964, each stretch edited once): insertions, deletions, replacements and
 * swaps of neighbours. Gives `limit + 1` for all that is farther than `limit`.
 */
export function countEdits(one: string, other: string, limit: number): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = nextRow({ one, other, i }, above, before);
    if (Math.min(...row) > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[other.length] ?? 0, limit + 1);
}

/** Edits between the first `i` letters of `one` and each beginning of `other`, from the two rows above. */
function nextRow(
  { one, other, i }: { readonly one: string; readonly other: string; readonly i: number },
  above: readonly number[],
  before: readonly number[],
): readonly number[] {
  const row = [i];
  for (let j = 1; j <= other.length; j++) {
    const replaced = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
    const isSwap = j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
    const swapped = isSwap ? (before[j - 2] ?? Infinity) + 1 : Infinity;
    row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
  }
  return row;
}
