// How near the passages of each language are to a question by chance: what makes cosines of two languages comparable.
import type { Vector } from '../domain/vector.ts';
import type { VectorMatrix } from './matrix.ts';

/** Mean and standard deviation of the cosines of one language's passages with a question. */
export interface Background {
  readonly mean: number;
  readonly deviation: number;
}

/** Passages a language is judged by: enough for a mean good to an eleventh of the deviation, 0.05 ms a question. */
const SAMPLE = 128;
/** With fewer passages a deviation of their own means little; the middle of what ten directions of development sets gave stands in. */
const FEWEST = 30;
const USUAL: Background = { mean: 0.06, deviation: 0.07 };

/** At most `SAMPLE` of the slots, spread evenly. */
export function sampleOf(slots: Uint32Array): Uint32Array {
  const size = Math.min(SAMPLE, slots.length);
  return Uint32Array.from({ length: size }, (_, i) => slots[Math.floor((i * slots.length) / size)] ?? 0);
}

export function backgroundOf(matrix: VectorMatrix, question: Vector, sample: Uint32Array): Background {
  if (sample.length < FEWEST) return USUAL;
  let sum = 0;
  let squares = 0;
  for (const slot of sample) {
    const cosine = matrix.cosine(question, slot);
    sum += cosine;
    squares += cosine * cosine;
  }
  const mean = sum / sample.length;
  const deviation = Math.sqrt(Math.max(0, squares / sample.length - mean * mean));
  return { mean, deviation: deviation || USUAL.deviation };
}
