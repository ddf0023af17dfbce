import { describe, expect, it } from 'vitest';
import { coverageOf, formsIn, prepareQuestion } from '../../../src/answer/asked.ts';
import { aReading } from '../../support/answers.ts';

const PASSAGE = 'Pelabuhan Sagara dibuka kembali pada hari Senin.';
const VARIANTS = new Map([['pelabhuan', [{ term: 'pelabuhan', weight: 0.8 }]]]);

const read = (terms: string, variants = VARIANTS) => prepareQuestion(aReading({ terms }), () => 1, variants);

describe('a misspelt word of a question', () => {
  const right = read('pelabuhan sagara dibuka');
  const slipped = read('pelabhuan sagara dibuka');
  const unread = read('pelabhuan sagara dibuka', new Map());
  const held = formsIn(PASSAGE);

  it('is held by a passage with the word it was taken for, a little less than the word itself', () => {
    expect(coverageOf(right, held)).toBe(1);
    expect(coverageOf(slipped, held)).toBeCloseTo((0.8 + 2) / 3);
    expect(coverageOf(unread, held)).toBeCloseTo(2 / 3);
  });

  it('is itself where a passage has it so', () => {
    expect(coverageOf(slipped, formsIn('pelabhuan sagara dibuka'))).toBe(1);
  });
});

describe('a word that releases write in two', () => {
  const asked = read('kerjasama', new Map([['kerjasama', [{ term: 'kerja sama', weight: 0.9 }]]]));

  it('is held where both stand, and not by one of them', () => {
    expect(coverageOf(asked, formsIn('Naskah kerja sama itu ditandatangani.'))).toBeCloseTo(0.9);
    expect(coverageOf(asked, formsIn('Jam kerja petugas diperpanjang.'))).toBe(0);
  });
});

describe('a noun that only names the kind of answer', () => {
  const held = formsIn('Danau Tala');

  it.each([
    'Apa nama danau Tala?',
    'Di mana letak danau Tala?',
    'What is Danau Tala called?',
    'Berapa umur Danau Tala?',
  ])('counts as little as the word that asks: %s', (terms) => {
    expect(coverageOf(read(terms), held)).toBeGreaterThan(0.85);
  });
});
