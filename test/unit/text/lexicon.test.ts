import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../../src/text/lexicon.ts';

const lexicon = await openLexicon();
const translations = (term: string, language: string): readonly string[] =>
  lexicon.translationsOf(term, language).map(({ term: translation }) => translation);

describe('the lexicon', () => {
  it('translates a word both ways, into both other languages', () => {
    expect(translations('flood', 'en')).toEqual(expect.arrayContaining(['banjir', '洪水']));
    expect(translations('banjir', 'id')).toEqual(expect.arrayContaining(['flood', '洪水']));
    expect(translations('洪水', 'zh')).toEqual(expect.arrayContaining(['flood', 'banjir']));
  });

  it('knows the terms of press offices that dictionaries lack', () => {
    expect(translations('优惠', 'zh')).toContain('diskon');
  });

  it('gives each translation a probability', () => {
    const probabilities = lexicon.translationsOf('flood', 'en').map(({ probability }) => probability);
    expect(Math.max(...probabilities)).toBeGreaterThan(0.3);
    for (const probability of probabilities) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it('knows a word in its own language alone, and none that nobody has translated', () => {
    expect(translations('banjir', 'en')).toEqual([]);
    expect(translations('flood', 'fr')).toEqual([]);
    expect(translations('zzgl', 'en')).toEqual([]);
  });

  it('is read once', async () => {
    expect(await openLexicon()).toBe(lexicon);
  });
});
