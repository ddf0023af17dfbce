import { describe, expect, it } from 'vitest';
import { trialsOf } from '../../../src/eval/trials.ts';
import { anEvalQuestion } from '../../support/evaluation.ts';

const languages = new Map([
  ['p-id', 'id'],
  ['p-en', 'en'],
  ['p-zh', 'zh'],
  ['p-ja', 'ja'],
]);
const languageOf = (ref: string) => languages.get(ref);

describe('a question', () => {
  it('is asked once for every language that answers it and that Rilis speaks', () => {
    const question = anEvalQuestion({ passage_ids: ['p-en', 'p-zh', 'p-ja'], same_lang_passage_id: 'p-id' });
    const trials = trialsOf(question, { languageOf, restrict: true });
    expect(trials.map(({ pair, language }) => [pair, language])).toEqual([
      ['id>en', 'en'],
      ['id>zh', 'zh'],
    ]);
    expect(trials[0]?.gold).toEqual(new Set(['p-en']));
  });

  it('is asked for its own passage as well in a mixed index, and other versions do not count', () => {
    const question = anEvalQuestion({ passage_ids: ['p-en', 'p-zh'], same_lang_passage_id: 'p-id' });
    const trials = trialsOf(question, { languageOf, restrict: false });
    expect(trials.map(({ pair, language }) => [pair, language])).toEqual([
      ['id>en', undefined],
      ['id>zh', undefined],
      ['id>id', undefined],
    ]);
    expect(trials[0]?.ignored).toEqual(new Set(['p-zh', 'p-id']));
  });

  it('expects the answer in the language of the passage, where the set has it', () => {
    const question = anEvalQuestion({ passage_ids: ['p-en'], answers_by_lang: { en: ['on Monday'] } });
    expect(trialsOf(question, { languageOf, restrict: true })[0]?.answers).toEqual(['on Monday']);
  });

  it('without an answer is asked once, for nothing', () => {
    const question = anEvalQuestion({ answerable: false, passage_ids: [] });
    const trials = trialsOf(question, { languageOf, restrict: true });
    expect(trials).toHaveLength(1);
    expect(trials[0]?.gold.size).toBe(0);
  });

  it('in another language is not asked', () => {
    expect(trialsOf(anEvalQuestion({ lang: 'vi' }), { languageOf, restrict: true })).toEqual([]);
  });
});
