import { expect, test } from 'vitest';
import { findCardinals, findOrdinals, readCardinal, readOrdinal } from '../../../src/text/ordinals.ts';

test.for([
  ['pertama', 1],
  ['kesatu', 1],
  ['Kelima', 5],
  ['kesepuluh', 10],
  ['kedua belas', 12],
  ['keduabelas', 12],
  ['kedua puluh', 20],
  ['ke-5', 5],
  ['First', 1],
  ['thirdly', 3],
  ['twentieth', 20],
  ['5th', 5],
  ['第一', 1],
  ['第十二', 12],
  ['第5', 5],
  ['terakhir', -1],
  ['last', -1],
  ['最后', -1],
] as const)('%s is the ordinal %d', ([word, n]) => {
  expect(readOrdinal(word)).toBe(n);
});

test.for([
  ['lima', 5],
  ['dua belas', 12],
  ['Five', 5],
  ['twenty', 20],
  ['五', 5],
  ['两', 2],
  ['十九', 19],
  ['7', 7],
] as const)('%s is the cardinal %d', ([word, n]) => {
  expect(readCardinal(word)).toBe(n);
});

test('other words, and numbers beyond twenty, are neither', () => {
  for (const word of ['kerja', '21', 'third-party', '第三方', '']) {
    expect(readCardinal(word)).toBeUndefined();
    expect(readOrdinal(word)).toBeUndefined();
  }
});

const ns = (found: readonly { readonly n: number }[]): number[] => found.map(({ n }) => n);

test('ordinals are found in questions', () => {
  expect(ns(findOrdinals('Apa isi poin ketiga dan ke-4?'))).toEqual([3, 4]);
  expect(ns(findOrdinals('What is the second point, and the 10th?'))).toEqual([2, 10]);
  expect(ns(findOrdinals('第五点是什么？'))).toEqual([5]);
});

test('cardinals are found without those of dates, times and shares', () => {
  expect(ns(findCardinals('lima usulan pada 5 Mei 2024 pukul 10.30, naik 7 persen'))).toEqual([5]);
  expect(ns(findCardinals('three of the 12 points, on 3 May, up 4%'))).toEqual([3, 12]);
  expect(ns(findCardinals('5月30日提出五项措施，2024年'))).toEqual([5]);
});

test('found numbers know where they stand', () => {
  expect(findOrdinals('poin kelima')).toEqual([{ n: 5, start: 5, end: 11 }]);
});
