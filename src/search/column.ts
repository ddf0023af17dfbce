// A typed array that grows at its end: what the indexes keep instead of one object a passage. Pure.

/** The element types in use; each is one typed array class. */
export type Numbers = Uint8Array | Int8Array | Uint32Array | Float32Array;

interface NumbersClass<T extends Numbers> {
  new (length: number): T;
}

/** Room is made in steps of a half: amortised constant cost, at most a third of the memory unused. */
const GROWTH = 1.5;
const FIRST_CAPACITY = 1_024;

export class Column<T extends Numbers> {
  readonly #class: NumbersClass<T>;
  #array: T;
  #length: number;

  /** Starts as `initial`, which the column then owns. */
  constructor(type: NumbersClass<T>, initial: T = new type(0)) {
    this.#class = type;
    this.#array = initial;
    this.#length = initial.length;
  }

  get length(): number {
    return this.#length;
  }

  /** The element at `index`, 0 beyond the end. */
  at(index: number): number {
    return this.#array[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#array[index] = value;
  }

  push(value: number): void {
    this.#reserve(this.#length + 1);
    this.#array[this.#length++] = value;
  }

  /** Appends `count` zeros. */
  extend(count: number): void {
    this.#reserve(this.#length + count);
    this.#length += count;
  }

  /** The elements without a copy; stays valid until the next `push` or `extend`. */
  view(): T {
    return this.#array.subarray(0, this.#length) as T;
  }

  /** The same with the room behind them, for loops that stay within `length`: a view costs as much as reading 100 elements. */
  get elements(): T {
    return this.#array;
  }

  #reserve(length: number): void {
    if (length <= this.#array.length) return;
    const grown = new this.#class(Math.max(FIRST_CAPACITY, length, Math.ceil(this.#array.length * GROWTH)));
    grown.set(this.view());
    this.#array = grown;
  }
}
