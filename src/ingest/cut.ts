// Cuts what is too long for a passage: at sentences, else at clauses, else between characters. Pure.
import { trimSpan, type Span } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';
import { sizeOf } from './size.ts';

/** UTF-16 units before the limit in which a clause or a word is looked for to end a piece. */
const CLAUSE_WINDOW = 200;
const WORD_WINDOW = 60;
/** UTF-16 units around a cut that are read as graphemes; hardly any is longer, and the segmenter is slow on long text. */
const GRAPHEME_WINDOW = 32;
/** Letters of a line that is no paragraph, and of such lines together. */
const SHORT_LINE = 100;
const MAX_LINES = 450;
const segmenter = new Intl.Segmenter();

/** Pieces of `span` of at most `limit` letters, of about the same size, trimmed, in order; nothing but white space is lost. */
export function cut(text: string, span: Span, limit: number): Span[] {
  const size = sizeOf(text, span);
  if (size <= limit) return [span];
  const sentences = splitSentences(text, span).flatMap((sentence) => cutSentence(text, sentence, limit));
  return pack(text, sentences, { limit, target: size / Math.ceil(size / limit) });
}

export interface PackOptions {
  /** Size that a piece never exceeds, in letters. */
  readonly limit: number;
  /** Size from which a piece is full. Default: the limit. */
  readonly target?: number;
}

/** Joins neighbouring spans while they stay within the limit. */
export function pack(text: string, spans: readonly Span[], { limit, target = limit }: PackOptions): Span[] {
  const pieces: { start: number; end: number; size: number }[] = [];
  for (const { start, end } of spans) {
    const last = pieces.at(-1);
    const size = sizeOf(text, { start, end });
    // With the white space between them, which may be long.
    const joined = last === undefined ? Infinity : last.size + size + (start - last.end);
    if (last !== undefined && joined <= limit && isFuller(last.size, joined, target)) {
      last.end = end;
      last.size = joined;
    } else {
      pieces.push({ start, end, size });
    }
  }
  return pieces.map(({ start, end }) => ({ start, end }));
}

/**
 * Joins short lines that stand together between blank lines: a schedule, an address, a table. In text without blank
 * lines every line is a paragraph.
 */
export function joinLines(text: string, spans: readonly Span[]): Span[] {
  if (!text.includes('\n\n')) return [...spans];
  const blocks: Span[][] = [];
  for (const span of spans) {
    const last = blocks.at(-1)?.at(-1);
    const together = last !== undefined && text.slice(last.end, span.start).split('\n').length === 2;
    if (together && isShortLine(text, last) && isShortLine(text, span)) blocks.at(-1)?.push(span);
    else blocks.push([span]);
  }
  return blocks.flatMap((lines) => pack(text, lines, { limit: MAX_LINES }));
}

function isShortLine(text: string, span: Span): boolean {
  return sizeOf(text, span) <= SHORT_LINE;
}

/** Whether a piece comes nearer to its target with the next span than without. */
function isFuller(size: number, joined: number, target: number): boolean {
  return joined <= target || joined - target <= target - size;
}

function cutSentence(text: string, sentence: Span, limit: number): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  while (start < sentence.end) {
    const rest = { start, end: sentence.end };
    const end = fits(text, rest, limit) ? sentence.end : cutPoint(text, start, reach(text, rest, limit));
    const piece = trimSpan(text, { start, end });
    if (piece.end > piece.start) pieces.push(piece);
    start = end;
  }
  return pieces;
}

/** A look at the first `limit` letters is enough: the rest may be a million. */
function fits(text: string, span: Span, limit: number): boolean {
  return span.end - span.start <= limit && sizeOf(text, span) <= limit;
}

/** Offset up to which `span` has `limit` letters. */
function reach(text: string, { start, end }: Span, limit: number): number {
  let low = start + 1;
  let high = Math.min(end, start + Math.ceil(limit));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sizeOf(text, { start, end: middle }) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cutPoint(text: string, start: number, limit: number): number {
  const from = Math.max(start + 1, limit - CLAUSE_WINDOW);
  const clause = lastMatch(text, /[;；:：，,、—]["'”’）)]?\s*/g, { start: from, end: limit });
  if (clause !== undefined) return clause;
  const word = lastMatch(text, /\s+/g, { start: Math.max(start + 1, limit - WORD_WINDOW), end: limit });
  return word ?? graphemeBoundary(text, start, limit);
}

/** End of the last match in `span`. */
function lastMatch(text: string, pattern: RegExp, { start, end }: Span): number | undefined {
  let last: number | undefined;
  for (const match of text.slice(start, end).matchAll(pattern)) last = start + match.index + match[0].length;
  return last;
}

/** The last boundary between graphemes up to `limit`, or the first one after it where there is none. */
function graphemeBoundary(text: string, start: number, limit: number): number {
  const from = Math.max(start, limit - GRAPHEME_WINDOW);
  const window = text.slice(from, limit + GRAPHEME_WINDOW);
  const boundaries = [...segmenter.segment(window)].map(({ index }) => from + index);
  const before = boundaries.findLast((at) => at > Math.max(start, from) && at <= limit);
  return before ?? boundaries.find((at) => at > limit) ?? Math.min(limit + GRAPHEME_WINDOW, text.length);
}
