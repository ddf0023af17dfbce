// Words that are written together by one and apart by another: `kerjasama`, `kerja sama`; `ibukota`, `ibu kota`.
import type { Variant, Variants } from '../domain/variant.ts';
import { ASKING_WORDS } from '../text/asking.ts';
import type { LexicalIndex, Word } from './lexical.ts';

/** How far the other way of writing is trusted: two words may stand side by side by chance. */
const TRUST = 0.9;
/** Letters of either part: shorter ones are syllables, and part of any word. */
const FEWEST_LETTERS = 3;
const LATIN = /^[a-z]+$/;
/**
 * How many times as often as chance has it both parts have to stand in one passage. With 1.5 "kerja sama" passes, and
 * "kan ada" of Kanada and "dari pada" do not.
 */
const LEAST_LIFT = 1.5;

/** Reads the words that releases use; the vocabulary may grow meanwhile. */
export class Compounds {
  readonly #lexical: LexicalIndex;

  constructor(lexical: LexicalIndex) {
    this.#lexical = lexical;
  }

  /** By words of the question in order, how releases have them; a term of two words has a space between. */
  find(words: readonly Word[]): Variants {
    const surfaces = words.map(([surface = '']) => surface);
    const found = new Map<string, Variant[]>();
    const put = (word: string, term: string): void => {
      found.set(word, [...(found.get(word) ?? []), { term, weight: TRUST }]);
    };
    surfaces.forEach((surface, i) => {
      for (const apart of this.#apart(surface)) put(surface, apart);
      const next = surfaces[i + 1] ?? '';
      if (!isPart(surface) || !isPart(next) || !this.#lexical.knows(surface + next)) return;
      put(surface, surface + next);
      put(next, surface + next);
    });
    return found;
  }

  /** The two words that releases have for `word`. */
  #apart(word: string): readonly string[] {
    if (!LATIN.test(word) || ASKING_WORDS.has(word)) return [];
    const cuts = Array.from(
      { length: Math.max(0, word.length - 2 * FEWEST_LETTERS + 1) },
      (_, i) => i + FEWEST_LETTERS,
    );
    return cuts
      .map((cut) => [word.slice(0, cut), word.slice(cut)] as const)
      .filter(([one, other]) => this.#belong(one, other, word))
      .map((parts) => parts.join(' '));
  }

  /** Whether the parts stand together more than by chance, and at least as often as `whole` is written. */
  #belong(one: string, other: string, whole: string): boolean {
    const both = this.#lexical.frequencyOfBoth(one, other);
    const chance = (this.#lexical.frequency(one) * this.#lexical.frequency(other)) / this.#lexical.size;
    return both > 0 && both >= this.#lexical.frequency(whole) && both >= LEAST_LIFT * chance;
  }
}

function isPart(word: string): boolean {
  return word.length >= FEWEST_LETTERS && LATIN.test(word) && !ASKING_WORDS.has(word);
}
