// Which passages hold a term, and how often: compressed rows for what has settled, a linked tail for what is new.
import { Column } from './column.ts';

/** The rows as they are kept on disk. Row `t` is `slots[offsets[t] .. offsets[t + 1]]`, ascending. */
export interface Rows {
  readonly offsets: Uint32Array;
  readonly slots: Uint32Array;
  /** Occurrences, at most 255: BM25 has long stopped growing there. */
  readonly counts: Uint8Array;
}

/** Ranges of slots that ascend and don't overlap, each from its first to its end, exclusive. */
export interface Ranges {
  readonly firsts: readonly number[];
  readonly ends: readonly number[];
}

const MAX_COUNT = 255;
/** The tail is merged once it is half as long as the rows, so that every posting is moved a bounded number of times. */
const TAIL_SHARE = 0.5;
const MIN_TAIL = 262_144;
const NONE = 0xffffffff;

export class Postings {
  #rows: Rows;
  #head = new Column(Uint32Array);
  #next = new Column(Uint32Array);
  #slots = new Column(Uint32Array);
  #counts = new Column(Uint8Array);
  readonly #frequencies: Column<Uint32Array>;

  constructor(
    rows: Rows = { offsets: new Uint32Array(1), slots: new Uint32Array(0), counts: new Uint8Array(0) },
  ) {
    this.#rows = rows;
    this.#frequencies = new Column(
      Uint32Array,
      rows.offsets.slice(1).map((end, term) => end - (rows.offsets[term] ?? 0)),
    );
  }

  /** Passages that hold `term`. */
  frequency(term: number): number {
    return this.#frequencies.at(term);
  }

  /** Adds a posting; the slots of one term must ascend. */
  add(term: number, slot: number, count: number): void {
    while (this.#frequencies.length <= term) this.#frequencies.push(0);
    while (this.#head.length <= term) this.#head.push(NONE);
    this.#frequencies.set(term, this.#frequencies.at(term) + 1);
    this.#next.push(this.#head.at(term));
    this.#head.set(term, this.#slots.length);
    this.#slots.push(slot);
    this.#counts.push(Math.min(count, MAX_COUNT));
  }

  /** Merges the tail when it has grown long; call it between passages. */
  settle(): void {
    if (this.#slots.length > Math.max(MIN_TAIL, this.#rows.slots.length * TAIL_SHARE)) this.#merge();
  }

  /** Everything as rows. */
  rows(): Rows {
    if (this.#slots.length > 0) this.#merge();
    return this.#rows;
  }

  /** Calls `visit` for every passage that holds `term`. */
  forEach(term: number, visit: (slot: number, count: number) => void): void {
    const { offsets, slots, counts } = this.#rows;
    const end = offsets[term + 1] ?? 0;
    for (let i = offsets[term] ?? 0; i < end; i++) visit(slots[i] as number, counts[i] as number);
    if (term >= this.#head.length) return;
    for (let i = this.#head.at(term); i !== NONE; i = this.#next.at(i)) {
      visit(this.#slots.at(i), this.#counts.at(i));
    }
  }

  /** Whether any of the slots from `first` to `end`, exclusive, holds `term`. */
  holds(term: number, first: number, end: number): boolean {
    return this.#rowHolds(term, first, end) || this.#tailHolds(term, first, end);
  }

  /** Marks every range that holds `term` with 1. */
  markHolders(term: number, { firsts, ends }: Ranges, held: Uint8Array): void {
    const { offsets, slots } = this.#rows;
    const last = offsets[term + 1] ?? 0;
    let at = offsets[term] ?? 0;
    for (let i = 0; i < firsts.length && at < last; i++) {
      at = firstNotBelow(slots, firsts[i] as number, { from: at, to: last });
      if (at < last && (slots[at] as number) < (ends[i] as number)) held[i] = 1;
    }
    if (term < this.#head.length) this.#markInTail(term, { firsts, ends }, held);
  }

  /** The tail runs from the newest slot down, and so are the ranges taken. */
  #markInTail(term: number, { firsts, ends }: Ranges, held: Uint8Array): void {
    let i = firsts.length - 1;
    for (let at = this.#head.at(term); at !== NONE; at = this.#next.at(at)) {
      const slot = this.#slots.at(at);
      while (i >= 0 && (firsts[i] as number) > slot) i--;
      if (i < 0) return;
      if (slot < (ends[i] as number)) held[i] = 1;
    }
  }

  /** Looks for the first slot that is not below `first`. */
  #rowHolds(term: number, first: number, end: number): boolean {
    const { offsets, slots } = this.#rows;
    const to = offsets[term + 1] ?? 0;
    const at = firstNotBelow(slots, first, { from: offsets[term] ?? to, to });
    return at < to && (slots[at] as number) < end;
  }

  /** The tail runs from the newest slot down, so it can stop once it is below. */
  #tailHolds(term: number, first: number, end: number): boolean {
    if (term >= this.#head.length) return false;
    for (let i = this.#head.at(term); i !== NONE; i = this.#next.at(i)) {
      const found = this.#slots.at(i);
      if (found < end) return found >= first;
    }
    return false;
  }

  /**
   * 1. lay out the new rows by the frequencies
   * 2. copy each old row to the start of its new one
   * 3. fill the tail in behind, from the back, as its links run backwards
   */
  #merge(): void {
    const terms = this.#frequencies.length;
    const offsets = new Uint32Array(terms + 1);
    for (let term = 0; term < terms; term++)
      offsets[term + 1] = (offsets[term] as number) + this.frequency(term);
    const slots = new Uint32Array(offsets[terms] as number);
    const counts = new Uint8Array(slots.length);
    for (let term = 0; term < terms; term++) {
      const from = this.#rows.offsets[term] ?? 0;
      const to = this.#rows.offsets[term + 1] ?? from;
      slots.set(this.#rows.slots.subarray(from, to), offsets[term]);
      counts.set(this.#rows.counts.subarray(from, to), offsets[term]);
      let at = offsets[term + 1] as number;
      for (let i = term < this.#head.length ? this.#head.at(term) : NONE; i !== NONE; i = this.#next.at(i)) {
        slots[--at] = this.#slots.at(i);
        counts[at] = this.#counts.at(i);
      }
    }
    this.#rows = { offsets, slots, counts };
    this.#head = new Column(Uint32Array);
    this.#next = new Column(Uint32Array);
    this.#slots = new Column(Uint32Array);
    this.#counts = new Column(Uint8Array);
  }
}

/** Where in the ascending `slots` from `from` to `to`, exclusive, the first that is not below `slot` stands: in steps that double, then halve. */
function firstNotBelow(
  slots: Uint32Array,
  slot: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let low = from;
  let high = from;
  for (let step = 1; high < to && (slots[high] as number) < slot; step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, to);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] as number) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}
