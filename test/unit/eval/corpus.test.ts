import { describe, expect, it } from 'vitest';
import { createCorpus, PARAGRAPHS } from '../../../src/eval/corpus.ts';
import { randomFrom } from '../../../src/eval/random.ts';
import { readVocabulary } from '../../../src/eval/vocabulary.ts';

const vocabularies = ['id', 'en', 'zh'].map(readVocabulary);
const corpus = createCorpus(vocabularies);

describe('a made corpus', () => {
  it('is the same every time, release by release', () => {
    expect(createCorpus(vocabularies).release(7)).toEqual(corpus.release(7));
    expect(corpus.release(7)).not.toEqual(corpus.release(8));
  });

  it('has paragraphs of passage length and every language in its turn', () => {
    for (const n of [0, 1, 2]) {
      const { body, lang, date } = corpus.release(n);
      expect(lang).toBe(['id', 'en', 'zh'][n]);
      expect(body.split('\n\n')).toHaveLength(PARAGRAPHS);
      expect(date).toMatch(/^202\d-\d\d-\d\d$/);
    }
    expect(corpus.release(2).body).toMatch(/^[^a-z]+。/);
  });

  it('is asked about in words of its own', () => {
    const question = corpus.question(4);
    expect(question.endsWith('?')).toBe(true);
    expect(corpus.release(4).body).toContain(question.slice(0, -1));
  });
});

describe('a vocabulary', () => {
  it('draws few words often and many seldom', () => {
    const random = randomFrom(1);
    const counts = new Map<string, number>();
    for (let i = 0; i < 20_000; i++) {
      const word = vocabularies[0]?.word(random) ?? '';
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((one, other) => other - one);
    expect(sorted[0]).toBeGreaterThan(300);
    expect(sorted.filter((count) => count === 1).length).toBeGreaterThan(2_000);
  });
});
