import { describe, expect, it } from 'vitest';
import { dot, type Vector } from '../../../src/domain/vector.ts';
import { randomFrom } from '../../../src/eval/random.ts';
import { Backgrounds } from '../../../src/search/background.ts';
import { VectorMatrix } from '../../../src/search/matrix.ts';

const DIMENSIONS = 8;
const random = randomFrom(7);

function unit(raw: Vector): Vector {
  const norm = Math.sqrt(dot(raw, raw));
  return raw.map((x) => x / norm);
}

/** Unit vectors, the nearer to the first axis the larger `lean`. */
function vectors(count: number, lean: number): readonly Vector[] {
  return Array.from({ length: count }, () =>
    unit(Float32Array.from({ length: DIMENSIONS }, (_, d) => random() - 0.5 + (d === 0 ? lean : 0))),
  );
}

/** Each language's passages after those of the one before. */
function backgroundsOf(...languages: readonly (readonly Vector[])[]): Backgrounds {
  const all = languages.flat();
  const matrix = new VectorMatrix(DIMENSIONS);
  matrix.extend(all.length);
  all.forEach((vector, slot) => {
    matrix.set(slot, vector);
  });
  let first = 0;
  const groups = languages.map(({ length }) => Uint32Array.from({ length }, () => first++));
  return new Backgrounds(matrix, groups);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('what chance gives', () => {
  const [question] = vectors(1, 0.5) as [Vector];

  it('is in each language the mean cosine of its own passages', () => {
    const languages = [vectors(200, 0), vectors(200, 1)];
    const means = backgroundsOf(...languages)
      .of(question)
      .map(({ mean }) => mean);
    const expected = languages.map((passages) => meanOf(passages.map((one) => dot(one, question))));
    means.forEach((mean, i) => {
      expect(mean).toBeCloseTo(expected[i] as number, 2);
    });
  });

  it('deviates by as much in every language: about the mean of each, not about that of all', () => {
    const languages = [vectors(48, 0), vectors(48, 2)];
    const cosines = languages.map((passages) => passages.map((one) => dot(one, question)));
    const squares = cosines.flatMap((own) => own.map((cosine) => (cosine - meanOf(own)) ** 2));
    const deviations = backgroundsOf(...languages)
      .of(question)
      .map(({ deviation }) => deviation);
    expect(deviations[0]).toBe(deviations[1]);
    expect(deviations[0]).toBeCloseTo(Math.sqrt(meanOf(squares)), 2);
  });

  it('is taken from passages of all ages where a language has thousands', () => {
    const near = Array.from({ length: 3_000 }, () => question);
    const far = near.map((vector) => vector.map((x) => -x));
    const [background] = backgroundsOf([...near, ...far]).of(question);
    expect(background?.mean).toBeCloseTo(0, 2);
    expect(background?.deviation).toBeCloseTo(1, 2);
  });

  it('is the usual where a language has too few passages to tell, and of no account to the others', () => {
    const many = vectors(100, 1);
    const [own, few] = backgroundsOf(many, vectors(3, 0)).of(question);
    expect(few).toEqual({ mean: 0.06, deviation: 0.07 });
    expect(own).toEqual(backgroundsOf(many).of(question)[0]);
  });
});
