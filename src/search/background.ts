// How near the passages of each language are to a question by chance: what makes cosines of two languages comparable.
import { dot, type Vector } from '../domain/vector.ts';
import type { VectorMatrix } from './matrix.ts';

/** Mean and standard deviation of the cosines of one language's passages with a question. */
export interface Background {
  readonly mean: number;
  readonly deviation: number;
}

/** Passages that the mean of a language is taken from; a question meets only their mean. */
const CENTRED = 512;
/** Passages of all languages together that the deviation is taken from, each of which a question meets. */
const SAMPLE = 96;
/** With fewer passages a language's own figures mean little; the middle of what ten directions of development sets gave stands in. */
const FEWEST = 30;
const USUAL: Background = { mean: 0.06, deviation: 0.07 };

/**
 * Each language has a mean of its own, and all share one deviation: on XQuAD, PANL and TICO-19 it is 0.050, 0.051 and 0.052
 * in the three languages, so that what a sample of one shows beside that is chance. With deviations of their own MRR@10
 * across languages in one index was 0.04 lower, at three times the cost.
 */
export class Backgrounds {
  /** Of each language; undefined where it has too few passages. */
  readonly #centres: readonly (Vector | undefined)[];
  /** How far passages are from the centre of their language, row after row. */
  readonly #sample: readonly Vector[];

  /** `groups`: the slots of each language that have vectors. */
  constructor(matrix: VectorMatrix, groups: readonly Uint32Array[]) {
    this.#centres = groups.map((slots) =>
      slots.length < FEWEST ? undefined : centreOf(matrix, spread(slots, CENTRED)),
    );
    const known = this.#centres.filter((centre) => centre !== undefined).length;
    this.#sample = this.#centres.flatMap((centre, i) =>
      centre === undefined
        ? []
        : Array.from(spread(groups[i] as Uint32Array, Math.floor(SAMPLE / known)), (slot) =>
            matrix.vector(slot).map((x, d) => x - (centre[d] as number)),
          ),
    );
  }

  /** Of each language for this question. */
  of(question: Vector): readonly Background[] {
    const deviation = this.#deviation(question);
    return this.#centres.map((centre) =>
      centre === undefined ? USUAL : { mean: dot(centre, question), deviation },
    );
  }

  #deviation(question: Vector): number {
    let squares = 0;
    for (const row of this.#sample) squares += dot(row, question) ** 2;
    return Math.sqrt(squares / this.#sample.length) || USUAL.deviation;
  }
}

/** At most `size` of the slots, spread evenly. */
function spread(slots: Uint32Array, size: number): Uint32Array {
  const taken = Math.min(size, slots.length);
  return Uint32Array.from(
    { length: taken },
    (_, i) => slots[Math.floor((i * slots.length) / taken)] as number,
  );
}

function centreOf(matrix: VectorMatrix, slots: Uint32Array): Vector {
  const sum = new Float32Array(matrix.dimensions);
  for (const slot of slots)
    matrix.vector(slot).forEach((x, d) => {
      sum[d] = (sum[d] as number) + x;
    });
  return sum.map((x) => x / slots.length);
}
