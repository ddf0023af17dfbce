import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalIndex } from '../../../src/search/lexical.ts';
import { countEdits, Spelling } from '../../../src/search/spelling.ts';
import { wordsOf } from '../../../src/search/words.ts';

function corrected(passages: readonly string[], word: string): string[] {
  const lexical = new LexicalIndex();
  for (const passage of passages) lexical.add(wordsOf(passage));
  return new Spelling(lexical).correct(wordsOf(word)[0] ?? []).map(({ term }) => term);
}

describe('a misspelt word', () => {
  const PASSAGES = [
    'Indonesia mengajukan usulan tentang beras',
    'beras dan emas',
    'beras',
    'perdana menteri',
  ];

  it.each([
    ['mengajukkan', 'mengajukan'],
    ['mengajuakn', 'mengajukan'],
    ['usullan', 'usulan'],
    ['Indonesai', 'indonesia'],
    ['perdanna', 'perdana'],
    ['Nidonesia', 'indonesia'],
    ['bberas', 'beras'],
  ])('%s may have been meant to be %s', (slip, meant) => {
    expect(corrected(PASSAGES, slip)).toContain(meant);
  });

  it('is first read as the nearest word, and among those as the one of most passages', () => {
    expect(corrected(['belas', 'beras', 'beras'], 'bepas')).toEqual(['beras', 'belas']);
  });

  it('of fewer than eight letters is allowed one slip', () => {
    expect(corrected(['usulan'], 'uzzlan')).toEqual([]);
    expect(corrected(['mengusulkan'], 'menguzzlkan')).not.toEqual([]);
  });
});

describe('nothing is corrected', () => {
  it.each([
    ['a word that is known', 'beras', 'beras'],
    ['a word whose stem is known', 'pembangunannya', 'bangun membangun'],
    ['a short word', 'brs', 'ber'],
    ['a word with another first letter', 'geras', 'beras'],
    ['a number', '20245', '20244'],
    ['Chinese', '外交布', '外交部'],
  ])('of %s', (_, word, passage) => {
    expect(corrected([passage], word)).toEqual([]);
  });
});

describe('the number of edits', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  it('is the same both ways, and 0 for the same word alone', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(countEdits(one, other, 8)).toBe(countEdits(other, one, 8));
        expect(countEdits(one, other, 8) === 0).toBe(one === other);
      }),
    );
  });

  it('grows by at most one with a letter that is dropped, doubled or swapped', () => {
    fc.assert(
      fc.property(word, fc.nat(7), (one, at) => {
        fc.pre(one.length > 0);
        const i = at % one.length;
        expect(countEdits(one, one.slice(0, i) + one.slice(i + 1), 8)).toBe(1);
        expect(countEdits(one, one.slice(0, i) + (one[i] ?? '') + one.slice(i), 8)).toBe(1);
        const swapped = one.slice(0, i) + (one[i + 1] ?? '') + (one[i] ?? '') + one.slice(i + 2);
        expect(countEdits(one, swapped, 8)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stops counting beyond the limit', () => {
    expect(countEdits('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
  });
});
