import { describe, expect, it } from 'vitest';
import { maySound, openReadings, syllablesOf } from '../../../src/text/pinyin.ts';

const KNOWN = new Set(['xi', 'an', 'xian', 'fang', 'fan', 'gan', 'zhuang']);

describe('a Han character', () => {
  it.each([
    ['强', ['qiang', 'jiang']],
    ['长', ['chang', 'zhang']],
    ['吕', ['lu']],
  ])('%s is read in letters without tones, in all its ways', async (character, readings) => {
    expect((await openReadings())(character)).toEqual(readings);
  });
});

describe('a word', () => {
  it.each([
    ['xian', [['xian'], ['xi', 'an']]],
    [
      'fangan',
      [
        ['fang', 'an'],
        ['fan', 'gan'],
      ],
    ],
    ['zhuang', [['zhuang']]],
    ['fanga', []],
  ])('%s falls into syllables in every way there is', (word, ways) => {
    expect(syllablesOf(word, (syllable) => KNOWN.has(syllable), 4)).toEqual(ways);
  });

  it('of more syllables than wanted is none, however many ways there are', () => {
    expect(syllablesOf('xi'.repeat(5), (syllable) => KNOWN.has(syllable), 4)).toEqual([]);
    expect(syllablesOf('an'.repeat(32), () => true, 4)).toEqual([]);
  });

  it.each(['haiwan', 'li', 'qiang', 'zhangjiagang', 'urumuqi', 'kapan'])(
    '%s may be Chinese by its sound',
    (word) => {
      expect(maySound(word)).toBe(true);
    },
  );

  it.each(['perdana', 'beras', 'port', 'x', 'who', ''])('%s may not', (word) => {
    expect(maySound(word)).toBe(false);
  });
});
