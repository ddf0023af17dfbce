// Which words a passage holds: what postings tell the other way round. Pure.
import { Column } from './column.ts';

/** The columns as they are kept on disk: the words of passage `i` end where those of `i + 1` begin. */
export interface ForwardState {
  readonly ends: Uint32Array;
  readonly words: Uint32Array;
}

export class ForwardIndex {
  readonly #ends: Column<Uint32Array>;
  readonly #words: Column<Uint32Array>;

  constructor(state?: ForwardState) {
    this.#ends = new Column(Uint32Array, state?.ends);
    this.#words = new Column(Uint32Array, state?.words);
  }

  /** Adds the next passage. */
  add(words: Iterable<number>): void {
    for (const word of words) this.#words.push(word);
    this.#ends.push(this.#words.length);
  }

  /** The words of the passage at `slot`, without a copy. */
  at(slot: number): Uint32Array {
    return this.#words.view().subarray(slot === 0 ? 0 : this.#ends.at(slot - 1), this.#ends.at(slot));
  }

  state(): ForwardState {
    return { ends: this.#ends.view(), words: this.#words.view() };
  }
}
