import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misspell } from '../../../src/eval/misspell.ts';
import { randomFrom } from '../../../src/eval/random.ts';

const QUESTION = 'Kapan pelabuhan Tala dibuka kembali oleh wali kota?';

function changedWords(question: string, misspelt: string): number {
  const words = misspelt.split(' ');
  return question.split(' ').filter((word, i) => word !== words[i]).length;
}

describe('a question with slips', () => {
  it('has as many misspelt words as asked for, none of them short', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 }), (seed, slips) => {
        const misspelt = misspell(QUESTION, slips, randomFrom(seed));
        expect(changedWords(QUESTION, misspelt)).toBe(slips);
        expect(misspelt).toMatch(/ Tala .* oleh wali kota\?$/);
      }),
    );
  });

  it('has no more than it has words', () => {
    expect(changedWords('Siapa menteri itu?', misspell('Siapa menteri itu?', 9, randomFrom(1)))).toBe(2);
    expect(misspell('Apa itu?', 1, randomFrom(1))).toBe('Apa itu?');
  });

  it('keeps the characters of a Chinese one, in another order', () => {
    const misspelt = misspell('码头何时重新开放？', 1, randomFrom(3));
    expect(misspelt).not.toBe('码头何时重新开放？');
    expect(Array.from(misspelt).sort()).toEqual(Array.from('码头何时重新开放？').sort());
  });

  it('is the same for one seed', () => {
    expect(misspell(QUESTION, 2, randomFrom(5))).toBe(misspell(QUESTION, 2, randomFrom(5)));
  });
});
