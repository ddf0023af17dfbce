// BM25 over columns held in memory: words of passages in, scores of a question out.
import { Column } from './column.ts';
import { ForwardIndex, type ForwardState } from './forward.ts';
import { Postings, type Ranges, type Rows } from './postings.ts';
import type { Top } from './top.ts';
import { type Scored } from './top.ts';

/** Saturation of repeated terms and strength of length normalisation: the usual values, best on the sets tried too. */
export const K1 = 1.2;
export const B = 0.75;
/**
 * What a term gives for being there at all, however long the passage: BM25+ (Lv and Zhai 2011). Headlines asked of
 * releases, MRR@10: English 0.908 -> 0.925, Chinese 0.898 -> 0.900, Indonesian 0.709 -> 0.721 and 0.904 -> 0.899.
 */
export const DELTA = 0.5;

/** Forms that stand for one word of a text, the surface form first. */
export type Word = readonly string[];

/** A term to look for. `weight` scales what it gives, `bound` what it adds to the most a passage can reach. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
  readonly bound: number;
}

/** A term by its number, and its share of a question's information. */
export interface TermShare {
  readonly number: number;
  readonly share: number;
}

/** The columns as they are kept on disk. */
export interface LexicalState {
  /** Terms by their number. */
  readonly terms: readonly string[];
  readonly rows: Rows;
  /** Words of every passage. */
  readonly lengths: Uint32Array;
  readonly forward: ForwardState;
}

/** The passages of one language group that match best. */
export type GroupedCandidates = readonly (readonly Scored[])[];

/**
 * Scores as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the idf that Lucene uses,
 * `ln(1 + (N - n + 0.5) / (n + 0.5))`, which is never negative. Frequencies and lengths count removed passages until
 * the index is rebuilt. Length counts words, however many forms a word has.
 */
export class LexicalIndex {
  readonly #numbers: Map<string, number>;
  /** Terms by their number. */
  readonly #terms: string[];
  readonly #postings: Postings;
  readonly #forward: ForwardIndex;
  readonly #lengths: Column<Uint32Array>;
  #totalLength = 0;
  /** `K1 * (1 - B + B * length / average)` of every passage; empty when it has to be worked out anew. */
  #norms = new Float32Array(0);
  #scores = new Float32Array(0);
  #otherScores = new Float32Array(0);
  readonly #counts = new Map<string, number>();

  constructor(state?: LexicalState) {
    this.#terms = [...(state?.terms ?? [])];
    this.#numbers = new Map(this.#terms.map((term, number) => [term, number]));
    this.#postings = new Postings(state?.rows);
    this.#forward = new ForwardIndex(state?.forward);
    this.#lengths = new Column(Uint32Array, state?.lengths);
    for (const length of state?.lengths ?? []) this.#totalLength += length;
  }

  get size(): number {
    return this.#lengths.length;
  }

  /** Adds the next passage; its slot is the size before. */
  add(words: readonly Word[]): void {
    const slot = this.size;
    this.#counts.clear();
    for (const forms of words) {
      for (const form of forms) this.#counts.set(form, (this.#counts.get(form) ?? 0) + 1);
    }
    for (const [term, count] of this.#counts) this.#postings.add(this.#number(term), slot, count);
    this.#postings.settle();
    this.#forward.add(new Set(words.map(([surface = '']) => this.#number(surface))));
    this.#lengths.push(words.length);
    this.#totalLength += words.length;
    this.#norms = new Float32Array(0);
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    return number;
  }

  /** The number of a term that was seen. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  /** The term of a number that `wordsAt` gives. */
  termAt(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** Numbers of the different words of a passage, as they are written. */
  wordsAt(slot: number): Uint32Array {
    return this.#forward.at(slot);
  }

  knows(term: string): boolean {
    return this.#numbers.has(term);
  }

  /** Passages that hold `term`. */
  frequency(term: string): number {
    return this.#frequencyOf(this.#numbers.get(term));
  }

  #frequencyOf(number: number | undefined): number {
    return number === undefined ? 0 : this.#postings.frequency(number);
  }

  /** Passages that hold both terms. */
  frequencyOfBoth(one: string, other: string): number {
    const [rarer, commoner] = [one, other]
      .map((term) => this.#numbers.get(term))
      .sort((a, b) => this.#frequencyOf(a) - this.#frequencyOf(b));
    if (rarer === undefined || commoner === undefined) return 0;
    let both = 0;
    this.#postings.forEach(rarer, (slot) => {
      if (this.#postings.holds(commoner, slot, slot + 1)) both++;
    });
    return both;
  }

  /** Information of a term; that of an unknown one is the highest. */
  idf(term: string): number {
    const holding = this.frequency(term);
    return Math.log(1 + (this.size - holding + 0.5) / (holding + 0.5));
  }

  /** Terms ever seen; it only grows. */
  get termCount(): number {
    return this.#numbers.size;
  }

  terms(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  /** The most that BM25 can give for these terms: every one of them there, without end. */
  upperBound(terms: readonly WeightedTerm[]): number {
    return (K1 + 1 + DELTA) * terms.reduce((sum, { term, bound }) => sum + bound * this.idf(term), 0);
  }

  /**
   * BM25+ of every slot, or BM25 where `delta` is 0; the array is the index's own and holds until the next question.
   */
  score(terms: readonly WeightedTerm[], delta = DELTA): Float32Array {
    if (this.#norms.length !== this.size) this.#workOutNorms();
    return this.#score(terms, delta, this.#scores);
  }

  /** The same for a second set of terms, in an array of its own. */
  scoreBeside(terms: readonly WeightedTerm[]): Float32Array {
    if (this.#norms.length !== this.size) this.#workOutNorms();
    return this.#score(terms, DELTA, this.#otherScores);
  }

  #score(terms: readonly WeightedTerm[], delta: number, scores: Float32Array): Float32Array {
    const norms = this.#norms;
    scores.fill(0);
    for (const { term, weight } of terms) {
      const number = this.#numbers.get(term);
      if (number === undefined) continue;
      const information = weight * this.idf(term);
      const gain = information * (K1 + 1);
      const presence = information * delta;
      this.#postings.forEach(number, (slot, count) => {
        scores[slot] =
          (scores[slot] as number) + presence + (gain * count) / (count + (norms[slot] as number));
      });
    }
    return scores;
  }

  #workOutNorms(): void {
    const average = this.#totalLength / this.size || 1;
    this.#norms = Float32Array.from(this.#lengths.view(), (length) => K1 * (1 - B + (B * length) / average));
    this.#scores = new Float32Array(this.size);
    this.#otherScores = new Float32Array(this.size);
  }

  /** What each known term adds to the coverage of a passage that holds it: made once for many calls of `coverage`. */
  sharesOf(terms: readonly WeightedTerm[]): readonly TermShare[] {
    const information = terms.map(({ term }) => this.idf(term));
    const all = terms.reduce((sum, { bound }, i) => sum + bound * (information[i] ?? 0), 0);
    return terms.flatMap(({ term, weight }, i) => {
      const number = this.#numbers.get(term);
      return number === undefined || all === 0
        ? []
        : [{ number, share: (weight * (information[i] ?? 0)) / all }];
    });
  }

  /** Share of the terms' information that the passage at `slot` holds, in [0, 1]. */
  coverage(shares: readonly TermShare[], slot: number): number {
    let held = 0;
    for (const { number, share } of shares) if (this.#postings.holds(number, slot, slot + 1)) held += share;
    return Math.min(1, held);
  }

  /** The same for the slots of each range together. */
  coverages(shares: readonly TermShare[], ranges: Ranges): readonly number[] {
    const totals = ranges.firsts.map(() => 0);
    const held = new Uint8Array(totals.length);
    for (const { number, share } of shares) {
      held.fill(0);
      this.#postings.markHolders(number, ranges, held);
      for (let i = 0; i < totals.length; i++) if (held[i] === 1) totals[i] = (totals[i] as number) + share;
    }
    return totals.map((total) => Math.min(1, total));
  }

  /** The columns for the disk. */
  state(): LexicalState {
    return {
      terms: this.#terms,
      rows: this.#postings.rows(),
      lengths: this.#lengths.view(),
      forward: this.#forward.state(),
    };
  }
}

/** The `limit` best slots above 0 of each group, best first, among those that `mask` lets through. */
export function bestOfGroups(
  scores: Float32Array,
  { mask, groups }: { readonly mask: Uint8Array; readonly groups: Uint8Array },
  tops: readonly Top[],
): GroupedCandidates {
  for (let slot = 0; slot < scores.length; slot++) {
    const score = scores[slot] as number;
    if (score <= 0 || mask[slot] === 0) continue;
    const top = tops[groups[slot] as number] as Top;
    if (score > top.threshold) top.offer(slot, score);
  }
  return tops.map((top) => top.drain());
}
