// The vectors of all passages, one byte a dimension, and their cosines with a question. Pure.
import { dot, type Vector } from '../domain/vector.ts';
import { Column } from './column.ts';

/** The columns as they are kept on disk. */
export interface MatrixState {
  readonly codes: Int8Array;
  /** What a row's codes are multiplied with; 0 where a passage has no vector. */
  readonly scales: Float32Array;
}

const MAX_CODE = 127;
/** Where cosines are written. */
export interface Written {
  readonly into: Float32Array;
  readonly at: number;
}

/**
 * Each row is its vector over the row's largest component, in steps of 1/127. The cosine is then off by about 0.0005,
 * less than tells any two passages apart, for a quarter of the memory of floats.
 */
export class VectorMatrix {
  readonly dimensions: number;
  readonly #codes: Column<Int8Array>;
  readonly #scales: Column<Float32Array>;
  #missing = 0;

  constructor(dimensions: number, state?: MatrixState) {
    this.dimensions = dimensions;
    this.#codes = new Column(Int8Array, state?.codes);
    this.#scales = new Column(Float32Array, state?.scales);
    for (const scale of state?.scales ?? []) if (scale === 0) this.#missing++;
  }

  get size(): number {
    return this.#scales.length;
  }

  /** Rows without a vector. */
  get missing(): number {
    return this.#missing;
  }

  /** Makes room for `count` more rows, without vectors yet. */
  extend(count: number): void {
    this.#codes.extend(count * this.dimensions);
    this.#scales.extend(count);
    this.#missing += count;
  }

  has(slot: number): boolean {
    return this.#scales.at(slot) > 0;
  }

  set(slot: number, vector: Vector): void {
    if (this.has(slot)) return;
    let largest = 0;
    for (const x of vector) largest = Math.max(largest, Math.abs(x));
    const scale = largest / MAX_CODE || 1;
    const codes = this.row(slot);
    for (let i = 0; i < this.dimensions; i++) codes[i] = Math.round((vector[i] ?? 0) / scale);
    this.#scales.set(slot, scale);
    this.#missing--;
  }

  /** The codes of a row, without a copy. */
  row(slot: number): Int8Array {
    return this.#codes.view().subarray(slot * this.dimensions, (slot + 1) * this.dimensions);
  }

  scale(slot: number): number {
    return this.#scales.at(slot);
  }

  /** The numbers that a row stands for. */
  vector(slot: number): Vector {
    const scale = this.scale(slot);
    return Float32Array.from(this.row(slot), (code) => code * scale);
  }

  /** Cosine of the unit vector `question` with the row at `slot`; 0 for a row without a vector. */
  cosine(question: Vector, slot: number): number {
    return dot(this.#codes.elements, question, slot * this.dimensions) * this.#scales.at(slot);
  }

  /** Cosines of several unit vectors with the row at `slot`, written into `into` from `at` on. */
  cosines(questions: readonly Vector[], slot: number, { into, at }: Written): void {
    const codes = this.#codes.elements;
    const scale = this.#scales.at(slot);
    const offset = slot * this.dimensions;
    for (let i = 0; i < questions.length; i++)
      into[at + i] = dot(codes, questions[i] as Vector, offset) * scale;
  }

  /** The columns for the disk. */
  state(): MatrixState {
    return { codes: this.#codes.view(), scales: this.#scales.view() };
  }
}
