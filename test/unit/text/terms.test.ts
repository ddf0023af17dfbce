import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemsOf, termsOf, tokensOf } from '../../../src/text/terms.ts';

const surfaces = (text: string): string[] => tokensOf(text).map(({ term }) => term);

test('words are folded: case, compatibility forms, diacritics, soft hyphens, zero-width characters', () => {
  expect(surfaces('PERDANA men\u00ADte\u200Bri Erdoğan Ｃ９１９')).toEqual([
    'perdana',
    'menteri',
    'erdogan',
    'c919',
  ]);
});

test('reduplication and hyphens split, apostrophes join', () => {
  expect(surfaces("anak-anak e-KTP Jum'at don’t China's")).toEqual([
    'anak',
    'anak',
    'e',
    'ktp',
    'jumat',
    'dont',
    'china',
  ]);
});

test('Chinese becomes overlapping pairs, a single character itself', () => {
  expect(surfaces('外交部在2024年')).toEqual(['外交', '交部', '部在', '2024', '年']);
});

test('characters beyond the basic plane are never torn', () => {
  expect(surfaces('𠮷野家')).toEqual(['𠮷野', '野家']);
});

test.for([
  ['Rp1.250.000', ['rp', '1250000']],
  ['1,250,000', ['1250000']],
  ['1.250.000,50', ['1250000.50']],
  ['5,11', ['5.11']],
  ['5.11', ['5.11']],
  ['07', ['7']],
  ['27.05.2024', ['27', '5', '2024']],
  ['27/05/2024', ['27', '5', '2024']],
  ['ke-79', ['ke', '79']],
  ['27th', ['27']],
  ['２０２４', ['2024']],
] as const)('%s is read as %j', ([text, terms]) => {
  expect(surfaces(text)).toEqual(terms);
});

test('a word has itself and a marked stem, a number and a pair of characters have themselves alone', () => {
  expect(termsOf('mengumumkan 5 外交')).toEqual(['mengumumkan', '~umum', '5', '外交']);
});

test('a word that is its own stem has the stem too, so that all words weigh alike', () => {
  expect(termsOf('umum')).toEqual(['umum', '~umum']);
});

test('forms of one word meet in their stem', () => {
  expect(stemsOf('pengumuman')).toEqual(stemsOf('diumumkan'));
  expect(stemsOf('agreements')).toEqual(stemsOf('agreement'));
});

test('for every text, tokens are in order, within it, and hold a term', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = 0;
      for (const { term, start, end } of tokensOf(text)) {
        expect(term).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
  );
});

test('a million digits, letters or characters are read in one go', () => {
  for (const unit of ['1', '1,', 'a', "a'", '是', 'a\u0301']) {
    expect(tokensOf(unit.repeat(1_000_000 / unit.length)).length).toBeGreaterThan(0);
  }
});
