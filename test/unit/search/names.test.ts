import { describe, expect, it } from 'vitest';
import { tokenizeQuestion } from '../../../src/search/embed-question.ts';
import { namesOf } from '../../../src/search/names.ts';

const BOTH = { letters: true, han: true };

describe('what may be a name in another script', () => {
  it('keeps a word that elsewhere names the kind of answer', () => {
    expect(namesOf(tokenizeQuestion('Kapan Dalai Lama tiba?'), BOTH)?.inLetters).toEqual([['dalai', 'lama']]);
  });

  it('is no word that asks, though it has its capital', () => {
    expect(namesOf(tokenizeQuestion('Mana?'), BOTH)).toBeUndefined();
  });
});
