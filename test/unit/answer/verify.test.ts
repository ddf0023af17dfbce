import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyQuote } from '../../../src/answer/verify.ts';
import { aRelease } from '../../support/builders.ts';

const RALAT = aRelease({
  ref: 'ralat.txt',
  text: 'KLS menyampaikan ralat. Tarif kelas ekonomi tertulis Rp54.000. Yang benar Rp45.000 untuk seluruh lintasan, kata “manajer” pelayanan KLS.\n\nSisanya tidak ber\u00ADubah.',
});
const GENGZHENG = aRelease({
  ref: 'gengzheng.txt',
  text: '正确数字应为1268.4亿元。差错是录入汇总表时两位数字颠倒造成的。',
});
const CANDIDATES = [RALAT, GENGZHENG];

describe('a pasted quote is exact', () => {
  it.each([
    ['as it stands', 'Tarif kelas ekonomi tertulis Rp54.000.'],
    [
      'in other quotation marks',
      '"Yang benar Rp45.000 untuk seluruh lintasan, kata \'manajer\' pelayanan KLS"',
    ],
    ['in other case and spacing', 'TARIF kelas\n ekonomi  tertulis rp54.000'],
    ['without soft hyphens', 'Sisanya tidak berubah'],
    ['in full width', '正确数字应为１２６８.４亿元'],
    ['with words left out at an ellipsis', 'Tarif kelas ekonomi … untuk seluruh lintasan'],
    ['with words left out at dots in brackets', 'KLS menyampaikan ralat [...] Sisanya tidak berubah'],
  ])('%s', (_, pasted) => {
    const { verdict, matches } = verifyQuote(pasted, CANDIDATES);
    expect(verdict).toBe('exact');
    expect(matches[0]?.changes).toEqual([]);
  });

  it('and says where', () => {
    const [match] = verifyQuote('tarif kelas ekonomi', CANDIDATES).matches;
    expect(match).toMatchObject({ release: 'ralat.txt', text: 'Tarif kelas ekonomi' });
    expect(RALAT.text.slice(match?.start, match?.end)).toBe(match?.text);
  });

  it('for every run of whole words of a release', () => {
    const places = [...RALAT.text.matchAll(/\S+/g)].map(
      (word) => [word.index, word.index + word[0].length] as const,
    );
    const at = fc.nat(places.length - 1);
    fc.assert(
      fc.property(at, at, (one, other) => {
        const [start] = places[Math.min(one, other)] ?? [0];
        const [, end] = places[Math.max(one, other)] ?? [0, 0];
        expect(verifyQuote(RALAT.text.slice(start, end), CANDIDATES).verdict).toBe('exact');
      }),
    );
  });
});

describe('a pasted quote is altered', () => {
  it('where a number differs', () => {
    const { verdict, matches } = verifyQuote('Tarif kelas ekonomi tertulis Rp45.000.', CANDIDATES);
    expect(verdict).toBe('altered');
    expect(matches[0]?.changes).toEqual([{ pasted: 'Rp45.000', actual: 'Rp54.000', start: 53, end: 61 }]);
  });

  it('where digits of a Chinese number are exchanged', () => {
    const [match] = verifyQuote('正确数字应为1286.4亿元', CANDIDATES).matches;
    expect(match?.changes).toMatchObject([{ pasted: '1286.4', actual: '1268.4' }]);
  });

  it('where a word was added or left out', () => {
    const added = verifyQuote('Tarif baru kelas ekonomi tertulis Rp54.000', CANDIDATES);
    expect(added.matches[0]?.changes).toMatchObject([{ pasted: 'baru', actual: '' }]);
    const left = verifyQuote('Tarif kelas tertulis Rp54.000. Yang benar Rp45.000', CANDIDATES);
    expect(left.matches[0]?.changes).toMatchObject([{ pasted: '', actual: 'ekonomi' }]);
  });

  it('and shows the words that the release has', () => {
    const [match] = verifyQuote('Yang benar Rp45.000 untuk sebagian lintasan', CANDIDATES).matches;
    expect(match?.text).toBe('Yang benar Rp45.000 untuk seluruh lintasan');
    expect(RALAT.text.slice(match?.start, match?.end)).toBe(match?.text);
  });
});

describe('a pasted quote is not found', () => {
  it.each(['Harga beras naik sekali lagi tahun ini', 'Rp54.000 lintasan', '', '“…”', '湖水没有干涸的可能'])(
    'where no release says anything like it: %s',
    (pasted) => {
      expect(verifyQuote(pasted, CANDIDATES)).toEqual({ verdict: 'not found', matches: [] });
    },
  );
});
