// The vectors of words that passages and questions hold, remembered by the word's number in the lexical index.
import type { Vector } from '../domain/vector.ts';
import type { Embedder, WordVector } from '../embed/embedder.ts';
import { Column } from './column.ts';
import { VectorMatrix, type Written } from './matrix.ts';

/** Words kept, 34 MB at 128 dimensions: several newspaper years. Beyond it the memory starts anew. */
const MAX_WORDS = 262_144;

type EmbedWords = NonNullable<Embedder['embedWords']>;

/**
 * For each number one value, and which reader wrote it. All readers share it, for a map of its own for every question
 * would take three times as long: who finds another's note works the value out again.
 */
export class Notes {
  #readers = new Uint32Array(0);
  #values = new Uint32Array(0);
  #last = 0;

  /** A reader's own number. */
  open(): number {
    this.#last = (this.#last + 1) >>> 0 || 1;
    return this.#last;
  }

  /** -1 where this reader has not written any. */
  read(reader: number, number: number): number {
    return this.#readers[number] === reader ? (this.#values[number] as number) : -1;
  }

  write(reader: number, number: number, value: number): void {
    if (number >= this.#readers.length) this.#grow(number + 1);
    this.#readers[number] = reader;
    this.#values[number] = value;
  }

  #grow(length: number): void {
    const [readers, values] = [new Uint32Array(2 * length), new Uint32Array(2 * length)];
    readers.set(this.#readers);
    values.set(this.#values);
    this.#readers = readers;
    this.#values = values;
  }
}

export class WordVectors {
  readonly #embed: EmbedWords;
  /** Of every number: 0 where the word is not known, otherwise its row and 1. */
  #places = new Column(Uint32Array);
  /** Made with the first word, whose vector tells how long they are. */
  #matrix: VectorMatrix | undefined;
  readonly #notes = new Notes();

  constructor(embed: EmbedWords) {
    this.#embed = embed;
  }

  /** Adds those of the numbers whose words are not known yet to `unknown`. */
  addUnknown(numbers: ArrayLike<number>, unknown: Set<number>): void {
    for (let at = 0; at < numbers.length; at++)
      if (this.#placeOf(numbers[at] as number) === 0) unknown.add(numbers[at] as number);
  }

  /** Learns those of the words that are not known yet. `termOf` gives the word of a number. */
  async learn(numbers: Iterable<number>, termOf: (number: number) => string): Promise<void> {
    const unknown = [...new Set(numbers)].filter((number) => this.#placeOf(number) === 0);
    if (unknown.length === 0) return;
    const found = await this.#embed(unknown.map(termOf));
    if ((this.#matrix?.size ?? 0) + unknown.length > MAX_WORDS) this.#forget();
    unknown.forEach((number, i) => {
      this.#keep(number, found[i] as WordVector);
    });
  }

  #forget(): void {
    this.#places = new Column(Uint32Array);
    this.#matrix = undefined;
  }

  #keep(number: number, { vector }: WordVector): void {
    if (this.#placeOf(number) !== 0) return;
    const matrix = (this.#matrix ??= new VectorMatrix(vector.length));
    const row = matrix.size;
    matrix.extend(1);
    matrix.set(row, vector);
    if (this.#places.length <= number) this.#places.extend(number + 1 - this.#places.length);
    this.#places.set(number, row + 1);
  }

  #placeOf(number: number): number {
    return number < this.#places.length ? this.#places.at(number) : 0;
  }

  /** A place to note, for the words of every number, where one question keeps what it knows of them. */
  get notes(): Notes {
    return this.#notes;
  }

  /**
   * Cosines of words with the word of that number, as `VectorMatrix.cosines` writes them; nothing is written for a word
   * that was not learned.
   */
  cosines(questions: readonly Vector[], number: number, written: Written): void {
    const place = this.#placeOf(number);
    if (place === 0) return;
    this.#matrix?.cosines(questions, place - 1, written);
  }
}

/** Undefined where the model knows no single words. */
export function openWordVectors(embedder: Embedder): WordVectors | undefined {
  if (embedder.embedWords === undefined) return undefined;
  return new WordVectors((words) => embedder.embedWords?.(words) ?? Promise.resolve([]));
}
