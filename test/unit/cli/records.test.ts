import { describe, expect, it } from 'vitest';
import { askRecord, searchRecord } from '../../../src/cli/records.ts';
import {
  aQuote,
  aReading,
  aRefusal,
  aResult,
  anAnswer,
  anAskResponse,
  aSearchResponse,
} from '../../support/answers.ts';

describe('a search record', () => {
  it('has exactly the fields of the contract, null where there is nothing', () => {
    const { publishedAt: _, ...header } = aQuote().header;
    const [result] = searchRecord(
      'q1',
      aSearchResponse([aResult({ header: { ...header, source: '' } })]),
    ).results;
    expect(result).toEqual({
      release: 'pelabuhan.txt',
      title: 'Pelabuhan baru dibuka',
      date: null,
      source: null,
      url: null,
      lang: 'id',
      start: 0,
      end: 38,
      text: 'Pelabuhan baru dibuka pada hari Senin.',
      role: 'lead',
      n: null,
      of: null,
      speaker: null,
      score: 0.9,
      ranks: { lexical: 1, dense: null },
    });
  });

  it('puts the number of a point beside its role', () => {
    const passage = { ...aResult().passage, role: { kind: 'item', n: 3, of: 5, list: 0 } as const };
    expect(searchRecord(null, aSearchResponse([aResult({ passage })])).results[0]).toMatchObject({
      role: 'item',
      n: 3,
      of: 5,
    });
  });
});

describe('an ask record', () => {
  it('gives quotes and no reason where there is an answer', () => {
    const quote = aQuote({ key: { start: 0, end: 9 }, role: { kind: 'answer', speaker: 'Juru bicara' } });
    const record = askRecord(7, anAskResponse(anAnswer({ quotes: [quote] })));
    expect(record).toMatchObject({
      id: 7,
      ms: 4.5,
      kind: 'answered',
      confidence: 0.87,
      reason: null,
      nearest: [],
    });
    expect(record.quotes[0]).toMatchObject({
      number: 1,
      release: 'pelabuhan.txt',
      key: { start: 0, end: 9 },
      role: 'answer',
      speaker: 'Juru bicara',
      correction: null,
    });
  });

  it('gives a reason and what came nearest where there is none', () => {
    const record = askRecord(null, anAskResponse(aRefusal({ reason: 'filtered-out' })));
    expect(record).toMatchObject({ kind: 'unanswered', reason: 'filtered-out', quotes: [] });
    expect(record.nearest).toHaveLength(1);
  });

  it('tells the language of the question from that of the releases', () => {
    const reading = aReading({ language: 'zh', guessed: ['language'] });
    expect(askRecord(null, anAskResponse(anAnswer({ reading }))).reading).toMatchObject({
      language: 'id',
      lang: 'zh',
      from: null,
      guessed: ['lang'],
    });
  });
});
