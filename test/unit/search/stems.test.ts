import { describe, expect, it } from 'vitest';
import { LexicalIndex } from '../../../src/search/lexical.ts';
import { Stems } from '../../../src/search/stems.ts';
import { wordsOf } from '../../../src/search/words.ts';

describe('the stems of an index', () => {
  it('are those of its words, by number, also of words that come later', () => {
    const lexical = new LexicalIndex();
    lexical.add(wordsOf('flooding'));
    const stems = new Stems(lexical);
    const stemOf = (word: string): string => lexical.termAt(stems.of(lexical.numberOf(word) ?? -1));
    expect(stemOf('flooding')).toBe('flood');
    lexical.add(wordsOf('floods 洪水'));
    expect(['flooding', 'floods', '洪水'].map(stemOf)).toEqual(['flood', 'flood', '洪水']);
  });
});
