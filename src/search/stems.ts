// The stem of every word of an index, both by number. Pure.
import { Column } from './column.ts';
import type { LexicalIndex } from './lexical.ts';
import { wordOf } from './words.ts';

export class Stems {
  readonly #lexical: LexicalIndex;
  /** Of every word that was looked up: the number of its stem, and 1. */
  readonly #known = new Column(Uint32Array);

  constructor(lexical: LexicalIndex) {
    this.#lexical = lexical;
  }

  /** Its own number for a word that is its stem. */
  of(number: number): number {
    const known = this.#known.at(number);
    return (known === 0 ? this.#workOut(number) : known) - 1;
  }

  #workOut(number: number): number {
    const stem = wordOf({ term: this.#lexical.termAt(number) }).at(-1) ?? '';
    const found = 1 + (this.#lexical.numberOf(stem) ?? number);
    if (number >= this.#known.length) this.#known.extend(number + 1 - this.#known.length);
    this.#known.set(number, found);
    return found;
  }
}
