import { describe, expect, it } from 'vitest';
import { score, scoreForeign } from '../../../src/eval/score.ts';
import {
  aQuote,
  aRefusal,
  aResult,
  anAnswer,
  anAskResponse,
  aSearchResponse,
} from '../../support/answers.ts';
import { anEvalQuestion, aTrial } from '../../support/evaluation.ts';

const elsewhere = { ...aQuote().header, ref: 'lain.txt' };

describe('a search', () => {
  it('is scored by the place of the right release, others in between taken out', () => {
    const results = [aResult({ header: elsewhere }), aResult()];
    const observed = { set: 's', search: aSearchResponse(results), ask: anAskResponse() };
    expect(score(aTrial(), observed).rank).toBe(2);
    expect(score(aTrial({ ignored: new Set(['lain.txt']) }), observed).rank).toBe(1);
    expect(score(aTrial({ gold: new Set(['tak-ada']) }), observed).rank).toBeNull();
  });
});

describe('an answer', () => {
  const ask = (answer = anAnswer()) => ({ set: 's', ask: anAskResponse(answer) });

  it('holds the answer in its first quote, or in one of three', () => {
    expect(score(aTrial(), ask())).toMatchObject({ first: true, three: true, right: true, correct: true });
    const late = anAnswer({ quotes: [aQuote({ text: 'Hal lain.' }), aQuote()] });
    expect(score(aTrial(), ask(late))).toMatchObject({ first: false, three: true, correct: false });
  });

  it('is not right when its words stand in another release', () => {
    const wrong = anAnswer({ quotes: [aQuote({ header: elsewhere })] });
    expect(score(aTrial(), ask(wrong))).toMatchObject({ first: true, right: false });
  });

  it('that was held back does not count as given, but its confidence is judged all the same', () => {
    const row = score(aTrial(), { set: 's', ask: anAskResponse(aRefusal({ confidence: 0.3 })) });
    expect(row).toMatchObject({ answered: false, first: false, correct: true, confidence: 0.3 });
  });

  it('to a question about a list is judged by its points', () => {
    const question = anEvalQuestion({ kind: 'list', quotes: ['Satu hal.', 'Dua hal.'] });
    const given = anAnswer({ quotes: [aQuote({ text: 'Satu hal.' }), aQuote({ text: 'Dua hal.' })] });
    expect(score(aTrial({ question }), ask(given)).list).toBe('complete');
    expect(score(aTrial({ question }), ask()).list).toBe('incomplete');
  });

  it('to a question about one point is that point first', () => {
    const question = anEvalQuestion({ kind: 'item', quotes: ['Dua hal.'] });
    const given = anAnswer({ quotes: [aQuote({ text: 'Satu hal.' }), aQuote({ text: 'Dua hal.' })] });
    expect(score(aTrial({ question }), ask(given)).item).toBe(false);
  });

  it('never takes a reporter for who was asked', () => {
    const reporter = anAnswer({ quotes: [aQuote(), aQuote({ role: { kind: 'question' } })] });
    const wanted = (role: string) => aTrial({ question: anEvalQuestion({ role }) });
    expect(score(wanted('answer'), ask(reporter)).speakerError).toBe(true);
    expect(score(wanted('answer'), ask()).speakerError).toBe(false);
    expect(score(wanted('question'), ask(reporter)).speakerError).toBe(true);
  });

  it('to a foreign question is always wrong', () => {
    expect(scoreForeign('s', aTrial(), anAskResponse())).toMatchObject({
      origin: 'foreign',
      answered: true,
      correct: false,
    });
  });
});
