// How well each word of a question is met by some word of a passage, whatever their languages.
import type { WordVector } from '../embed/embedder.ts';
import type { LexicalIndex } from './lexical.ts';
import type { WordVectors } from './word-vectors.ts';
import { wordsOf } from './words.ts';

/**
 * Late interaction (Khattab and Zaharia, ColBERT, 2020) on the vectors of words: every word of the question looks for
 * the word of the passage that is nearest to it, and what they find is averaged by how much each word tells. The vector
 * of a whole text blurs its names and figures into one point; this finds them again, and translations of them.
 */
export class LateInteraction {
  readonly #words: readonly WordVector[];
  readonly #total: number;
  readonly #lexical: LexicalIndex;
  readonly #vectors: WordVectors;
  /** Cosines of each word of the question, by the number of the passage's word. */
  readonly #cosines = new Map<number, Float32Array>();

  /** `vectors` must have learned the words of every passage that will be scored. */
  constructor(words: readonly WordVector[], lexical: LexicalIndex, vectors: WordVectors) {
    this.#words = telling(words);
    this.#total = this.#words.reduce((sum, { weight }) => sum + weight, 0);
    this.#lexical = lexical;
    this.#vectors = vectors;
  }

  /** In [0, 1]; 1 where the passage holds every word of the question. */
  score(slot: number): number {
    return this.#meet(this.#lexical.wordsAt(slot));
  }

  /**
   * The same for any text of the passages that were scored: words that were never met count as nothing. Texts of one
   * question compare.
   */
  scoreText(text: string): number {
    return this.#meet(wordsOf(text).flatMap(([surface = '']) => this.#lexical.numberOf(surface) ?? []));
  }

  #meet(numbers: Iterable<number>): number {
    if (this.#total === 0) return 0;
    const best = new Float32Array(this.#words.length);
    for (const number of numbers) {
      const cosines = this.#cosinesOf(number);
      for (let i = 0; i < best.length; i++)
        if ((cosines[i] as number) > (best[i] as number)) best[i] = cosines[i] as number;
    }
    return this.#words.reduce((sum, { weight }, i) => sum + weight * (best[i] as number), 0) / this.#total;
  }

  #cosinesOf(number: number): Float32Array {
    const known = this.#cosines.get(number);
    if (known !== undefined) return known;
    const cosines = Float32Array.from(this.#words, ({ vector }) => this.#vectors.cosine(vector, number));
    this.#cosines.set(number, cosines);
    return cosines;
  }
}

/** Share of the question's weight that its least telling words may have together and be passed over for speed. */
const PASSED_OVER = 0.04;

function telling(words: readonly WordVector[]): readonly WordVector[] {
  const ordered = [...words].sort((one, other) => one.weight - other.weight);
  let left = PASSED_OVER * words.reduce((sum, { weight }) => sum + weight, 0);
  return ordered.filter(({ weight }) => (left -= weight) < 0);
}
