// What one question was worth: search results and answer against what is right. Pure.
import type { AskResponse, SearchResponse } from '../app.ts';
import type { Answer, Quote } from '../domain/answer.ts';
import { DEPTH, holdsAnswer, isSameQuote, judgeList, rankOfFirst, type ListVerdict } from './metrics.ts';
import { isRight, type Trial } from './trials.ts';

/** Quotes that a reader takes in at a glance. */
const GLANCE = 3;

/** Everything measured about one trial; one line of the JSON that a run writes. */
export interface Row {
  readonly set: string;
  readonly id: string;
  readonly kind: string;
  readonly pair: string;
  /** `own`: the right passage is there. `unanswerable`: it is not. `foreign`: the question is about another set. */
  readonly origin: 'own' | 'unanswerable' | 'foreign';
  /** Place of the first right passage, from 1; null below the tenth. Absent where nothing was searched. */
  readonly rank?: number | null;
  readonly answered: boolean;
  readonly confidence: number;
  /** Whether the first quote, shown or held back, is right: what the confidence is a probability of. */
  readonly correct: boolean;
  /** Whether the first quote, and any of the first three, holds the answer; absent where the set has no answers. */
  readonly first?: boolean;
  readonly three?: boolean;
  /** Whether the first quote holds the answer and stands in the right release. */
  readonly right?: boolean;
  readonly list?: ListVerdict;
  readonly item?: boolean;
  /** A reporter's words quoted for the answer's, or the other way round. */
  readonly speakerError?: boolean;
  readonly ms: { readonly search?: number; readonly ask: number };
}

export interface Observed {
  readonly set: string;
  readonly search?: SearchResponse;
  readonly ask: AskResponse;
}

/** Scores a trial whose question is about the releases that were searched. */
export function score(trial: Trial, { set, search, ask }: Observed): Row {
  const { question } = trial;
  return {
    ...scoreAnswer(ask, (quote) => isRight(trial, { ref: quote.header.ref, text: quote.text })),
    set,
    id: question.id,
    kind: question.answerable ? question.kind : question.kind === 'fact' ? 'unanswerable' : question.kind,
    pair: trial.pair,
    origin: question.answerable ? 'own' : 'unanswerable',
    ...(search === undefined ? {} : { rank: rankIn(trial, search) }),
    ...scoreWords(trial, ask.answer),
    ...scoreShape(trial, ask.answer),
    ms: { ...(search === undefined ? {} : { search: search.timings.total }), ask: ask.timings.total },
  };
}

/** Scores a question about another set: whatever answers it is wrong. */
export function scoreForeign(set: string, trial: Trial, ask: AskResponse): Row {
  return {
    ...scoreAnswer(ask, () => false),
    set,
    id: trial.question.id,
    kind: 'foreign',
    pair: trial.question.lang,
    origin: 'foreign',
    ms: { ask: ask.timings.total },
  };
}

function rankIn({ gold, ignored }: Trial, { results }: SearchResponse): number | null {
  const refs = results.map(({ header }) => header.ref).filter((ref) => !ignored.has(ref));
  return rankOfFirst(refs.slice(0, DEPTH), gold) ?? null;
}

function quotesOf(answer: Answer): readonly Quote[] {
  return answer.kind === 'answered' ? answer.quotes : [];
}

function scoreAnswer({ answer }: AskResponse, isCorrect: (quote: Quote) => boolean) {
  const [first] = answer.kind === 'answered' ? answer.quotes : answer.nearest;
  return {
    answered: answer.kind === 'answered',
    confidence: answer.confidence,
    correct: first !== undefined && isCorrect(first),
  };
}

function scoreWords({ answers, gold }: Trial, answer: Answer): Pick<Row, 'first' | 'three' | 'right'> {
  if (answers.length === 0) return {};
  const quotes = quotesOf(answer);
  const holds = ({ text }: Quote): boolean => holdsAnswer(text, answers);
  return {
    first: quotes.slice(0, 1).some(holds),
    three: quotes.slice(0, GLANCE).some(holds),
    right: quotes.slice(0, 1).some((quote) => holds(quote) && gold.has(quote.header.ref)),
  };
}

function scoreShape({ question }: Trial, answer: Answer): Pick<Row, 'list' | 'item' | 'speakerError'> {
  const quotes = quotesOf(answer);
  const texts = quotes.map(({ text }) => text);
  const [point = ''] = question.quotes;
  return {
    ...(question.kind === 'list' ? { list: judgeList(texts, question.quotes) } : {}),
    ...(question.kind === 'item' ? { item: isSameQuote(texts[0] ?? '', point) } : {}),
    ...(question.role === undefined ? {} : { speakerError: isSpeakerError(question.role, quotes) }),
  };
}

function isSpeakerError(wanted: string, quotes: readonly Quote[]): boolean {
  const [first] = quotes;
  if (first === undefined) return false;
  if (wanted === 'question') return first.role.kind !== 'question';
  return quotes.some(({ role }) => role.kind === 'question');
}
