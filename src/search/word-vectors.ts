// The vectors of words that passages and questions hold, remembered by the word's number in the lexical index.
import type { Embedder, WordVector } from '../embed/embedder.ts';
import { VectorMatrix } from './matrix.ts';

/** Words kept, 29 MB at 448 dimensions: the vocabulary of a newspaper year. Beyond it the memory starts anew. */
const MAX_WORDS = 65_536;

type EmbedWords = NonNullable<Embedder['embedWords']>;

export class WordVectors {
  readonly #embed: EmbedWords;
  readonly #dimensions: number;
  readonly #rows = new Map<number, number>();
  #matrix: VectorMatrix;

  constructor(embed: EmbedWords, dimensions: number) {
    this.#embed = embed;
    this.#dimensions = dimensions;
    this.#matrix = new VectorMatrix(dimensions);
  }

  /** The words themselves, not remembered: for those of a question. */
  embed(words: readonly string[]): Promise<readonly WordVector[]> {
    return this.#embed(words);
  }

  /** Learns those of the words that are not known yet. `termOf` gives the word of a number. */
  async learn(numbers: Iterable<number>, termOf: (number: number) => string): Promise<void> {
    const unknown = [...new Set(numbers)].filter((number) => !this.#rows.has(number));
    if (unknown.length === 0) return;
    const found = await this.#embed(unknown.map(termOf));
    if (this.#rows.size + unknown.length > MAX_WORDS) this.#forget();
    unknown.forEach((number, i) => {
      this.#keep(number, found[i] as WordVector);
    });
  }

  #forget(): void {
    this.#rows.clear();
    this.#matrix = new VectorMatrix(this.#dimensions);
  }

  #keep(number: number, { vector }: WordVector): void {
    if (this.#rows.has(number)) return;
    const row = this.#matrix.size;
    this.#matrix.extend(1);
    this.#matrix.set(row, vector);
    this.#rows.set(number, row);
  }

  /** Cosine of a unit vector with the word; 0 for one that was not learned. */
  cosine(vector: Float32Array, number: number): number {
    const row = this.#rows.get(number);
    return row === undefined ? 0 : this.#matrix.cosine(vector, row);
  }
}

/** Undefined where the model knows no single words. */
export function openWordVectors(embedder: Embedder): WordVectors | undefined {
  if (embedder.embedWords === undefined) return undefined;
  return new WordVectors((words) => embedder.embedWords?.(words) ?? Promise.resolve([]), embedder.dimensions);
}
