import { describe, expect, it } from 'vitest';
import { Compounds } from '../../../src/search/compounds.ts';
import { LexicalIndex } from '../../../src/search/lexical.ts';
import { wordsOf } from '../../../src/search/words.ts';

/** Words side by side by chance are in few of these. */
const OTHERS = Array.from({ length: 20 }, (_, i) => `rapat nomor ${i} tentang anggaran daerah`);

function compoundsOf(question: string, passages: readonly string[]): Record<string, string[]> {
  const lexical = new LexicalIndex();
  for (const passage of [...passages, ...OTHERS]) lexical.add(wordsOf(passage));
  const found = new Compounds(lexical).find(wordsOf(question));
  return Object.fromEntries([...found].map(([word, variants]) => [word, variants.map(({ term }) => term)]));
}

describe('a word that the question has in one piece', () => {
  it.each([
    ['ibukota', 'pemindahan ibu kota', 'ibu kota'],
    ['kerjasama', 'perjanjian kerja sama', 'kerja sama'],
    ['healthcare', 'spending on health care', 'health care'],
  ])('is %s, as releases have it in two', (word, passage, apart) => {
    expect(compoundsOf(`apa ${word}`, [passage])).toEqual({ [word]: [apart] });
  });

  it('is left as it is where releases have it so more often than in two', () => {
    const passages = ['rapat di Kendari', 'warga Kendari', 'ken dari desa'];
    expect(compoundsOf('apa yang terjadi di Kendari?', passages)).toEqual({});
  });

  it('is not cut into words that meet no more often than by chance', () => {
    const passages = ['kan', 'ada', 'kan dan ada'].flatMap((passage) =>
      Array.from({ length: 8 }, () => passage),
    );
    expect(compoundsOf('ekspor ke Kanada', passages)).toEqual({});
  });

  it('is not cut into parts of two letters', () => {
    expect(compoundsOf('sebentar', ['se bentar'])).toEqual({});
  });

  it('is not one that only asks', () => {
    expect(compoundsOf('darimana asalnya?', ['dari mana'])).toEqual({});
  });
});

describe('two words side by side in the question', () => {
  it('are one word where releases write them so', () => {
    expect(compoundsOf('isi kerja sama itu', ['naskah kerjasama'])).toEqual({
      kerja: ['kerjasama'],
      sama: ['kerjasama'],
    });
  });

  it('are two where releases know no such word', () => {
    expect(compoundsOf('isi kerja sama itu', ['kerja', 'sama'])).toEqual({});
  });
});
