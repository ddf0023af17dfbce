import { describe, expect, it } from 'vitest';
import { LexicalIndex } from '../../../src/search/lexical.ts';
import { translateQuestion, type TranslatedQuestion } from '../../../src/search/translations.ts';
import { wordsOf } from '../../../src/search/words.ts';
import { openLexicon } from '../../../src/text/lexicon.ts';

const lexicon = await openLexicon();
const lexical = new LexicalIndex();
for (const passage of [
  'Banjir merendam 40 rumah di Kelurahan Pasar Lama.',
  'Tas siaga disimpan di dekat pintu.',
  '洪水淹没了四十间房屋。',
  'Highmoor Council met in May.',
])
  lexical.add(wordsOf(passage));

function translate(question: string, language = 'en'): TranslatedQuestion {
  return translateQuestion(wordsOf(question), lexical, { lexicon, language });
}
const termsOf = (question: string): readonly string[] => translate(question).terms.map(({ term }) => term);

describe('a question in the languages of other releases', () => {
  it('stands as the translations that releases use, and no others', () => {
    const terms = termsOf('flood');
    expect(terms).toEqual(expect.arrayContaining(['banjir', '洪水']));
    for (const term of terms) expect(lexical.knows(term)).toBe(true);
  });

  it('finds the translations of an inflected word', () => {
    expect(termsOf('floods')).toEqual(termsOf('flood'));
  });

  it('keeps a word that has no translation, such as a name or a number', () => {
    expect(termsOf('Highmoor 40')).toEqual(['highmoor', '40']);
  });

  it('leaves out a word that only asks', () => {
    expect(termsOf('which flood')).toEqual(termsOf('flood'));
  });

  it('counts a word once towards what can be reached, however many translations it has', () => {
    const { terms } = translate('flood bags');
    expect(terms.length).toBeGreaterThan(2);
    expect(terms.reduce((sum, { bound }) => sum + bound, 0)).toBe(2);
  });

  it('trusts a translation less than the word itself', () => {
    const likenesses = translate('flood').likenesses.get('flood') ?? new Map<number, number>();
    const best = likenesses.get(lexical.numberOf('banjir') ?? -1) ?? 0;
    expect(best).toBeGreaterThan(0.5);
    expect(best).toBeLessThan(1);
  });

  it('is translated from its own language', () => {
    expect(translate('banjir', 'id').terms.map(({ term }) => term)).toContain('洪水');
    expect(translate('banjir', 'en').terms.map(({ term }) => term)).toEqual(['banjir']);
  });
});
