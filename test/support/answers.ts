// Answers for tests: whole and valid, with what a test cares about given by name.
import type { AskResponse, SearchResponse, Timings } from '../../src/app.ts';
import type { Answered, Quote, Reading, SearchResult, Unanswered } from '../../src/domain/answer.ts';
import { headerOf } from '../../src/domain/release.ts';
import { aRelease } from './builders.ts';

export const TIMINGS: Timings = { embed: 1, lexical: 1, dense: 1, words: 0, extract: 1, total: 4.5 };

const RELEASE = aRelease();

export function aReading(given: Partial<Reading> = {}): Reading {
  return { questionLanguage: 'id', shape: 'fact', terms: 'kapan pelabuhan dibuka', guessed: [], ...given };
}

/** The first paragraph of `aRelease()`. */
export function aQuote(given: Partial<Quote> = {}): Quote {
  const text = given.text ?? RELEASE.text.split('\n\n')[0] ?? '';
  return {
    number: 1,
    header: headerOf(RELEASE),
    span: { start: 0, end: text.length },
    role: { kind: 'lead' },
    ...given,
    text,
  };
}

export function anAnswer(given: Partial<Answered> = {}): Answered {
  return { kind: 'answered', reading: aReading(), quotes: [aQuote()], confidence: 0.87, ...given };
}

export function aRefusal(given: Partial<Unanswered> = {}): Unanswered {
  return {
    kind: 'unanswered',
    reading: aReading(),
    reason: 'not-answered',
    nearest: [aQuote()],
    confidence: 0.2,
    ...given,
  };
}

export function anAskResponse(answer: AskResponse['answer'] = anAnswer()): AskResponse {
  return { answer, timings: TIMINGS };
}

export function aResult(given: Partial<SearchResult> = {}): SearchResult {
  const { header, span, role, text } = aQuote();
  return {
    passage: { id: 1, ref: header.ref, ordinal: 0, span, role },
    header,
    score: 0.9,
    ranks: { lexical: 1 },
    evidence: { cosine: 0.5, coverage: 1, lexical: 0.8 },
    text,
    ...given,
  };
}

export function aSearchResponse(results: readonly SearchResult[] = [aResult()]): SearchResponse {
  return { results, timings: TIMINGS };
}
