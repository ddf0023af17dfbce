import { describe, expect, it } from 'vitest';
import { tokenizeQuestion } from '../../../src/search/embed-question.ts';
import { LexicalIndex } from '../../../src/search/lexical.ts';
import { namesOf } from '../../../src/search/names.ts';
import { Transliterations } from '../../../src/search/transliterations.ts';
import { wordsOf } from '../../../src/search/words.ts';
import { openReadings } from '../../../src/text/pinyin.ts';

const BOTH = { letters: true, han: true };
/** Names are rare: these are the other passages. */
const OTHERS = Array.from({ length: 40 }, (_, i) => `yang dan di ke, nomor ${i}`);

async function transliterate(
  question: string,
  passages: readonly string[],
): Promise<Record<string, string[]>> {
  const lexical = new LexicalIndex();
  for (const passage of [...passages, ...OTHERS]) lexical.add(wordsOf(passage));
  const names = namesOf(tokenizeQuestion(question), BOTH);
  if (names === undefined) return {};
  const found = new Transliterations(lexical, await openReadings()).find(names);
  return Object.fromEntries([...found].map(([word, variants]) => [word, variants.map(({ term }) => term)]));
}

describe('a name in letters', () => {
  it.each([
    ['a place', 'Berapa luas Kota Haiwan?', '海湾市', { haiwan: ['海湾'] }],
    ['a person', 'Apa usulan Li Qiang?', '李强总理', { li: ['李强'], qiang: ['李强'] }],
    [
      'a given name of two characters',
      'Who is Xing Haiming?',
      '邢海明大使',
      { xing: ['邢海', '海明'], haiming: ['邢海', '海明'] },
    ],
    ['a name with an apostrophe', "Where is Xi'an?", '西安', { xian: ['西安'] }],
    [
      'names beside each other',
      'Jalan Haiwan Beiling',
      '从海湾到北岭',
      { haiwan: ['海湾'], beiling: ['北岭'] },
    ],
  ])('finds %s as releases have it in Han characters', async (...[, question, passage, found]) => {
    expect(await transliterate(question, [passage])).toEqual(found);
  });

  it('is looked for as the commonest of those that sound alike, at most three', async () => {
    const passages = ['石门', '石门', '时门', '识门', '识门', '识门', '十门', '十门', '十门', '十门'];
    expect(await transliterate('Waduk Shimen', passages)).toEqual({ shimen: ['十门', '识门', '石门'] });
  });

  it.each([
    ['a word without a capital', 'apa kata haiwan', '海湾'],
    ['a word that asks', 'Kapan dibuka?', '卡盘'],
    ['one syllable', 'Danau Jing', '镜湖'],
    ['characters that stand apart', 'Kota Haiwan', '海水流入河湾'],
  ])('is not sought of %s', async (_, question, passage) => {
    expect(await transliterate(question, [passage])).toEqual({});
  });
});

describe('a name in Han characters', () => {
  it.each([
    ['a place', '海湾市有多大？', 'Kota Haiwan', { 海湾: ['haiwan'] }],
    ['a person', '李强提出的', 'Perdana Menteri Li Qiang', { 李强: ['li', 'qiang'] }],
    [
      'a given name of two characters',
      '邢海明说',
      'Duta Besar Xing Haiming',
      { 邢海: ['xing', 'haiming'], 海明: ['xing', 'haiming'] },
    ],
    [
      'a place of three characters',
      '张家港',
      'Pelabuhan Zhangjiagang',
      { 张家: ['zhangjiagang'], 家港: ['zhangjiagang'] },
    ],
  ])('finds %s as releases have it in letters', async (...[, question, passage, found]) => {
    expect(await transliterate(question, [passage])).toMatchObject(found);
  });

  it('is never taken for common words that sound like syllables', async () => {
    expect(await transliterate('阳丹', ['yang dan'])).toEqual({});
  });
});

describe('nothing is sought', () => {
  it.each([
    ['Haiwan', { letters: true, han: false }],
    ['海湾', { letters: false, han: true }],
    ['berapa harga beras', BOTH],
    ['', BOTH],
  ])('for “%s” where no passage is in the other script, or nothing can be a name', (question, scripts) => {
    expect(namesOf(tokenizeQuestion(question), scripts)).toBeUndefined();
  });
});
