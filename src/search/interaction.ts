// How well each word of a question is met by some word of a passage, whatever their languages.
import type { Vector } from '../domain/vector.ts';
import type { WordVector } from '../embed/embedder.ts';
import type { LexicalIndex } from './lexical.ts';
import type { Stems } from './stems.ts';
import type { Likenesses } from './translations.ts';
import type { WordVectors } from './word-vectors.ts';
import { wordsOf } from './words.ts';

/** A word of a question. */
export interface AskedWord extends WordVector {
  /** Terms that stand for it in another language or script. */
  readonly likenesses?: Likenesses;
}

/** The words of the passages that are read. */
export interface ReadIndex {
  readonly lexical: LexicalIndex;
  readonly stems: Stems;
}

/**
 * Late interaction (Khattab and Zaharia, ColBERT, 2020) on the vectors of words: every word of the question looks for
 * the word of the passage that is nearest to it, and what they find is averaged by how much each word tells. The vector
 * of a whole text blurs its names and figures into one point; this finds them again, and translations of them.
 */
export class LateInteraction {
  readonly #words: readonly AskedWord[];
  /** By the number of a term: the words that it stands for. */
  readonly #likenesses: ReadonlyMap<number, readonly Standing[]>;
  readonly #total: number;
  readonly #questions: readonly Vector[];
  readonly #lexical: LexicalIndex;
  readonly #stems: Stems;
  readonly #vectors: WordVectors;
  /** Cosines with every word of the question, one passage's word after the other. */
  #cosines = new Float32Array(0);
  #end = 0;
  /** Notes where those of each word begin. */
  readonly #reader: number;

  /** `vectors` must have learned the words of every passage that will be scored. */
  constructor(words: readonly AskedWord[], { lexical, stems }: ReadIndex, vectors: WordVectors) {
    this.#words = telling(words);
    this.#total = this.#words.reduce((sum, { weight }) => sum + weight, 0);
    this.#questions = this.#words.map(({ vector }) => vector);
    this.#likenesses = standingsOf(this.#words);
    this.#lexical = lexical;
    this.#stems = stems;
    this.#vectors = vectors;
    this.#reader = vectors.notes.open();
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

  /** Indexed loops over arrays: this runs for every word of a hundred passages a question. */
  #meet(numbers: ArrayLike<number>): number {
    if (this.#total === 0) return 0;
    const words = this.#words.length;
    const best = new Float32Array(words);
    for (let at = 0; at < numbers.length; at++) {
      const first = this.#firstCosineOf(numbers[at] as number);
      const cosines = this.#cosines;
      for (let i = 0; i < words; i++) {
        const cosine = cosines[first + i] as number;
        if (cosine > (best[i] as number)) best[i] = cosine;
      }
    }
    let sum = 0;
    for (let i = 0; i < words; i++) sum += (this.#words[i]?.weight ?? 0) * (best[i] as number);
    return sum / this.#total;
  }

  #firstCosineOf(number: number): number {
    const { notes } = this.#vectors;
    const known = notes.read(this.#reader, number);
    if (known >= 0) return known;
    const first = this.#end;
    this.#end += this.#words.length;
    this.#makeRoom(this.#end);
    this.#vectors.cosines(this.#questions, number, { into: this.#cosines, at: first });
    if (this.#likenesses.size > 0) {
      this.#raise(number, first);
      this.#raise(this.#stems.of(number), first);
    }
    notes.write(this.#reader, number, first);
    return first;
  }

  /** A word stands for another no less than their vectors say. */
  #raise(number: number, first: number): void {
    for (const { word, likeness } of this.#likenesses.get(number) ?? NONE)
      this.#cosines[first + word] = Math.max(likeness, this.#cosines[first + word] as number);
  }

  #makeRoom(length: number): void {
    if (length <= this.#cosines.length) return;
    const grown = new Float32Array(2 * length);
    grown.set(this.#cosines);
    this.#cosines = grown;
  }
}

/** A word of the question, by position, that some term stands for. */
interface Standing {
  readonly word: number;
  readonly likeness: number;
}

const NONE: readonly Standing[] = [];

function standingsOf(words: readonly AskedWord[]): ReadonlyMap<number, readonly Standing[]> {
  const standings = new Map<number, Standing[]>();
  words.forEach(({ likenesses }, word) => {
    likenesses?.forEach((likeness, number) => {
      const known = standings.get(number);
      if (known === undefined) standings.set(number, [{ word, likeness }]);
      else known.push({ word, likeness });
    });
  });
  return standings;
}

/** Share of the question's weight that its least telling words may have together and be passed over for speed. */
const PASSED_OVER = 0.04;

function telling(words: readonly AskedWord[]): readonly AskedWord[] {
  const ordered = [...words].sort((one, other) => one.weight - other.weight);
  let left = PASSED_OVER * words.reduce((sum, { weight }) => sum + weight, 0);
  return ordered.filter(({ weight }) => (left -= weight) < 0);
}
