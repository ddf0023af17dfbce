import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceSpan } from '../../../src/domain/span.ts';
import { splitSentences } from '../../../src/text/sentences.ts';

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map((span) => sliceSpan(text, span));

test.for([
  ['Dananya Rp. 5 miliar. Selesai.', ['Dananya Rp. 5 miliar.', 'Selesai.']],
  [
    'Kata Prof. Dr. H. Ahmad, S.H., M.Si. Menurut dia cukup.',
    ['Kata Prof. Dr. H. Ahmad, S.H., M.Si.', 'Menurut dia cukup.'],
  ],
  [
    'Jl. Merdeka No. 5 a.n. Dinas, dll. Lalu selesai.',
    ['Jl. Merdeka No. 5 a.n. Dinas, dll.', 'Lalu selesai.'],
  ],
  ['Dari tgl. 5 s.d. 7 Mei, lihat hlm. 3. Tamat.', ['Dari tgl. 5 s.d. 7 Mei, lihat hlm. 3.', 'Tamat.']],
  [
    'Mr. Powell and J. Smith of the U.S. Treasury met. They left.',
    ['Mr. Powell and J. Smith of the U.S. Treasury met.', 'They left.'],
  ],
  ['It opens at 8 a.m. The doors close on Jan. 5.', ['It opens at 8 a.m.', 'The doors close on Jan. 5.']],
  ['Will you close it? No. We will not.', ['Will you close it?', 'No.', 'We will not.']],
  [
    'Tumbuh 5.11 persen, Rp1.250.000. Naik…  Turun...',
    ['Tumbuh 5.11 persen, Rp1.250.000.', 'Naik…', 'Turun...'],
  ],
] as const)('%s is cut at full stops alone', ([text, sentences]) => {
  expect(split(text)).toEqual(sentences);
});

test('closing quotes and brackets stay with their sentence, and what a quote is followed by in lower case', () => {
  expect(split('"Betulkah?" tanya dia. (Itu benar.) “Ya.” Lalu ia pergi .')).toEqual([
    '"Betulkah?" tanya dia.',
    '(Itu benar.)',
    '“Ya.”',
    'Lalu ia pergi .',
  ]);
});

test('Chinese ends at its own marks without spaces, and not at a semicolon', () => {
  expect(split('水位为11.36米；面积缩小。会不会修闸？目前没有！')).toEqual([
    '水位为11.36米；面积缩小。',
    '会不会修闸？',
    '目前没有！',
  ]);
});

test('a Chinese quote keeps the clause that says who spoke', () => {
  expect(split('“人要靠待遇才留得下来。”该负责人说。目前有2.3万名。')).toEqual([
    '“人要靠待遇才留得下来。”该负责人说。',
    '目前有2.3万名。',
  ]);
});

test('a line break ends a sentence before a blank line and before a point of a list', () => {
  expect(split('tiga bagian:\n1. Satu\n2. Dua yang\npanjang\n\nPenutup')).toEqual([
    'tiga bagian:',
    '1. Satu',
    '2. Dua yang\npanjang',
    'Penutup',
  ]);
});

test('sentences that lost their space are cut, addresses are not', () => {
  expect(split('Demi kerja sama.Menteri itu membaca Detik.Com dan kompas.id. Ya.')).toEqual([
    'Demi kerja sama.',
    'Menteri itu membaca Detik.Com dan kompas.id.',
    'Ya.',
  ]);
});

test('spans count in the whole text', () => {
  const text = 'Judul. Satu. Dua.';
  expect(splitSentences(text, { start: 7, end: 17 })).toEqual([
    { start: 7, end: 12 },
    { start: 13, end: 17 },
  ]);
});

const piece = fc.constantFrom(
  '.',
  '?',
  '!',
  '。',
  '”',
  '"',
  ' ',
  '\n',
  '1',
  'a',
  'B',
  'No',
  'Dr',
  '说',
  '是',
  '…',
  '-',
  '(',
  ')',
  '😀',
  ',',
);

test('for every text, sentences are in order, disjoint, trimmed, and lose nothing but white space', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(piece).map((p) => p.join('')),
      ),
      (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text, { start: 0, end: text.length })) {
          expect(text.slice(last, start).trim()).toBe('');
          const words = text.slice(start, end);
          expect(words).not.toBe('');
          expect(words).toBe(words.trim());
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      },
    ),
    { numRuns: 500 },
  );
});

test('a million adversarial characters are read in one go', () => {
  for (const unit of ['.', '\n', '. ', '" ', '。"', '”。', '。”说', '\n ', 'a.', '1. ', '(', ' ', '。”'])
    expect(split(unit.repeat(1_000_000 / unit.length)).length).toBeGreaterThanOrEqual(0);
});
