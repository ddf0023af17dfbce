// The JSON that commands print: the contract other programs read. What is absent is null, never missing. Pure.
import type { Match } from '../domain/follow.ts';
import type { App, AskResponse, SearchResponse } from '../app.ts';
import type { Quote, Reading, SearchResult } from '../domain/answer.ts';
import type { Role } from '../domain/passage.ts';
import type { Release, ReleaseHeader } from '../domain/release.ts';

export type Revision = Awaited<ReturnType<App['revisions']>>[number];

/** As the asker gave it in a batch; null for a single question. */
export type QuestionId = string | number | null;

function headerRecord(header: ReleaseHeader) {
  return {
    release: header.ref,
    title: header.title,
    date: header.publishedAt ?? null,
    source: header.source === '' ? null : header.source,
    url: header.url ?? null,
    lang: header.language,
  };
}

/** The kind of role as one word, with what belongs to some kinds beside it. */
function roleRecord(role: Role, speaker?: string) {
  return {
    role: role.kind,
    n: role.kind === 'item' ? role.n : null,
    of: role.kind === 'item' ? role.of : null,
    speaker: speaker ?? ('speaker' in role ? role.speaker : undefined) ?? null,
  };
}

function resultRecord({ header, passage, text, score, ranks }: SearchResult) {
  return {
    ...headerRecord(header),
    start: passage.span.start,
    end: passage.span.end,
    text,
    ...roleRecord(passage.role),
    score,
    ranks: { lexical: ranks.lexical ?? null, dense: ranks.dense ?? null },
  };
}

function quoteRecord({ number, header, span, text, key, role, speaker, correction }: Quote) {
  return {
    number,
    ...headerRecord(header),
    revision: header.revision,
    start: span.start,
    end: span.end,
    text,
    key: key === undefined ? null : { start: key.start, end: key.end },
    ...roleRecord(role, speaker),
    correction:
      correction === undefined ? null : { kind: correction.kind, ...headerRecord(correction.header) },
  };
}

function readingRecord(reading: Reading) {
  return {
    language: reading.questionLanguage,
    shape: reading.shape,
    from: orNull(reading.from),
    to: orNull(reading.to),
    source: orNull(reading.source),
    lang: orNull(reading.language),
    item: orNull(reading.item),
    speaker: orNull(reading.speaker),
    wants_question: reading.wantsQuestion ?? false,
    latest: reading.latest ?? false,
    completed: orNull(reading.completed),
    respelled: orNull(reading.respelled),
    terms: reading.terms,
    guessed: reading.guessed.map((key) => (key === 'language' ? 'lang' : key)),
  };
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

/** Milliseconds to a thousandth: more digits are noise. */
function milliseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

export function searchRecord(id: QuestionId, { results, timings }: SearchResponse) {
  return { id, ms: milliseconds(timings.total), results: results.map(resultRecord) };
}

export function askRecord(id: QuestionId, { answer, timings }: AskResponse) {
  const answered = answer.kind === 'answered';
  return {
    id,
    ms: milliseconds(timings.total),
    kind: answer.kind,
    confidence: answer.confidence,
    reading: readingRecord(answer.reading),
    quotes: answered ? answer.quotes.map(quoteRecord) : [],
    reason: answered ? null : answer.reason,
    nearest: answered ? [] : answer.nearest.map(quoteRecord),
  };
}

export function matchRecord({ header, span, text, reason }: Match) {
  const { start, end } = span;
  return { ...headerRecord(header), revision: header.revision, start, end, text, ...reason };
}

export function listRecord(header: ReleaseHeader) {
  return { ...headerRecord(header), revision: header.revision };
}

export function revisionRecord({ revision, title, readAt, current }: Revision) {
  return { revision, title, read_at: readAt, current };
}

export function showRecord(release: Release, revisions: readonly Revision[]) {
  return {
    ...listRecord(release),
    text: release.text,
    revisions: revisions.map(revisionRecord),
  };
}
