// The best few of many scores, without sorting the rest. Pure.

export interface Scored {
  readonly slot: number;
  readonly score: number;
}

/** The better one first; of equal scores the lower slot. */
export function byScore(one: Scored, other: Scored): number {
  return other.score - one.score || one.slot - other.slot;
}

/**
 * A bounded heap whose worst entry is on top; of equal scores the lower slot wins. Plain arrays: a question makes several
 * heaps, and typed arrays take longer to make than the few entries to compare.
 */
export class Top {
  readonly #limit: number;
  readonly #slots: number[] = [];
  readonly #scores: number[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  clear(): void {
    this.#size = 0;
  }

  /** What a score has to exceed to come in; -Infinity while there is room. */
  get threshold(): number {
    return this.#size < this.#limit ? -Infinity : (this.#scores[0] as number);
  }

  offer(slot: number, score: number): void {
    if (this.#size < this.#limit) {
      this.#rise(this.#size++, slot, score);
    } else if (this.#limit > 0 && this.#isWorse(0, slot, score)) {
      this.#sink(slot, score);
    }
  }

  /** Best first; empties the heap. */
  drain(): readonly Scored[] {
    const found: Scored[] = [];
    for (let i = 0; i < this.#size; i++)
      found.push({ slot: this.#slots[i] as number, score: this.#scores[i] as number });
    this.#size = 0;
    return found.sort(byScore);
  }

  /** Whether the entry at `i` is worse than the one given. */
  #isWorse(i: number, slot: number, score: number): boolean {
    const own = this.#scores[i] as number;
    return own < score || (own === score && (this.#slots[i] as number) > slot);
  }

  #put(i: number, slot: number, score: number): void {
    this.#slots[i] = slot;
    this.#scores[i] = score;
  }

  #rise(from: number, slot: number, score: number): void {
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#isWorse(parent, slot, score)) break;
      this.#put(i, this.#slots[parent] as number, this.#scores[parent] as number);
      i = parent;
    }
    this.#put(i, slot, score);
  }

  #sink(slot: number, score: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        this.#isWorse(right, this.#slots[child] as number, this.#scores[child] as number)
      ) {
        child = right;
      }
      if (!this.#isWorse(child, slot, score)) break;
      this.#put(i, this.#slots[child] as number, this.#scores[child] as number);
      i = child;
    }
    this.#put(i, slot, score);
  }
}
