import { expect, test } from 'vitest';
import { readMarks, readOrdinalMark, withoutMark } from '../../../src/text/marks.ts';

const read = (text: string): string[] =>
  readMarks(text, 0).map(({ style, n, family }) => `${style} ${n} ${family}`);

test.for([
  ['Pertama, mendorong', 'ordinal 1 ordinal'],
  ['Kesepuluh: membentuk', 'ordinal 10 ordinal'],
  ['Poin kedua adalah dana', 'ordinal 2 ordinal'],
  ['Langkah 3: bayar', 'ordinal 3 ordinal'],
  ['First, no school', 'ordinal 1 ordinal'],
  ['The second is that', 'ordinal 2 ordinal'],
  ['Finally, we', 'ordinal -1 ordinal'],
  ['## Kedua: poliklinik', 'ordinal 2 ordinal'],
  ['**Third**, more', 'ordinal 3 ordinal'],
  ['第一，培养村医', 'ordinal 1 第一'],
  ['第3条 内容', 'ordinal 3 第一'],
  ['一、减少跑动', 'ordinal 1 一、'],
  ['（二）开办', 'ordinal 2 （一）'],
  ['三是安置群众', 'ordinal 3 一是'],
  ['其二，服务', 'ordinal 2 其一'],
  ['首先，感谢', 'ordinal 1 首先'],
  ['1. Satu', 'number 1 1.'],
  ['  12) Dua belas', 'number 12 1)'],
  ['(3) tiga', 'number 3 (1)'],
  ['② 二', 'number 2 ①'],
  ['(b) pasir', 'letter 2 a()'],
  ['- satu', 'bullet 0 -'],
  ['• satu', 'bullet 0 •'],
] as const)('%s opens a point', ([text, mark]) => {
  expect(read(text)).toContain(mark);
});

test.for([
  'Kedua negara sepakat',
  'First half results',
  '第一季度增长',
  '2024. Tahun itu',
  '3.5 persen',
  '12.00 siang',
  '-5 derajat',
  'a.n. Dinas',
  '一带一路',
])('%s opens none', (text) => {
  expect(read(text)).toEqual([]);
});

test('a letter may be a roman number too', () => {
  expect(read('i. satu')).toEqual(['letter 9 a.', 'letter 1 i.']);
});

test('within a sentence an ordinal in small letters opens a point without punctuation', () => {
  expect(readOrdinalMark('kedua memperdalam kerja sama', 0)?.n).toBe(2);
  expect(readOrdinalMark('Second Secretary at the Embassy', 0)).toBeUndefined();
});

test.for([
  ['3. Open it to business', 'Open it to business'],
  ['(b) empat gerobak', 'empat gerobak'],
  ['（二）地铁换乘', '地铁换乘'],
  ['3,5 juta orang', '3,5 juta orang'],
  ['Ketiga, mempererat kerja sama', 'Ketiga, mempererat kerja sama'],
] as const)('the words of the point “%s” are those after its number, letter or bullet', ([point, words]) => {
  expect(withoutMark(point)).toBe(words);
});
