// How near the passages of each language are to a question by chance: what makes cosines of two languages comparable.
import type { Vector } from '../domain/vector.ts';
import type { VectorMatrix } from './matrix.ts';

/** Mean and standard deviation of the cosines of one language's passages with a question. */
export interface Background {
  readonly mean: number;
  readonly deviation: number;
}

/** Passages a language is judged by: enough for a mean good to an eleventh of the deviation. */
const SAMPLE = 128;
/** With fewer passages a deviation of their own means little; the middle of what ten directions of development sets gave stands in. */
const FEWEST = 30;
const USUAL: Background = { mean: 0.06, deviation: 0.07 };

/** Vectors of a sample, row after row. Floats: a question reads all of them, and codes of a byte take three times as long. */
export type Sample = Float32Array;

/** At most `SAMPLE` of the slots, spread evenly. */
export function sampleOf(matrix: VectorMatrix, slots: Uint32Array): Sample {
  const size = Math.min(SAMPLE, slots.length);
  const { dimensions } = matrix;
  const sample = new Float32Array(size * dimensions);
  for (let i = 0; i < size; i++) {
    const slot = slots[Math.floor((i * slots.length) / size)] ?? 0;
    const scale = matrix.scale(slot);
    sample.set(
      Float32Array.from(matrix.row(slot), (code) => code * scale),
      i * dimensions,
    );
  }
  return sample;
}

export function backgroundOf(sample: Sample, question: Vector): Background {
  const size = sample.length / question.length;
  if (size < FEWEST) return USUAL;
  let sum = 0;
  let squares = 0;
  for (let offset = 0; offset < sample.length; offset += question.length) {
    const cosine = dot(sample, offset, question);
    sum += cosine;
    squares += cosine * cosine;
  }
  const mean = sum / size;
  const deviation = Math.sqrt(Math.max(0, squares / size - mean * mean));
  return { mean, deviation: deviation || USUAL.deviation };
}

/** Four sums side by side, as in the matrix. */
function dot(sample: Sample, offset: number, question: Vector): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = question.length - (question.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (sample[offset + i] as number) * (question[i] as number);
    b += (sample[offset + i + 1] as number) * (question[i + 1] as number);
    c += (sample[offset + i + 2] as number) * (question[i + 2] as number);
    d += (sample[offset + i + 3] as number) * (question[i + 3] as number);
  }
  for (let i = whole; i < question.length; i++) a += (sample[offset + i] as number) * (question[i] as number);
  return a + b + c + d;
}
