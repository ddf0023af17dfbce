// Where sentences end, in Latin script and in Chinese and Japanese. Pure, and linear in the length of the text.
import { sliceSpan, trimSpan, type Span } from '../domain/span.ts';
import { keepsOpen } from './abbreviations.ts';
import { readMarks } from './marks.ts';

/** What may end a sentence. `；` and `;` do not. */
const CANDIDATES = /[。！？｡][。！？｡!?]*|[.?!…]+|\n[^\S\n]*(?:\n\s*)?/g;
/** Closing quotes and brackets stay with the sentence, also a curly one behind a stray space. */
const CLOSERS = /["'”’»)\]}）」』】》〉]{0,8}(?: ?[”’»])?/y;
const WIDE_CLOSERS = /[”’»)\]}）」』】》〉]{0,8}/y;
const SPACE = /\s*/y;
/** After a quote: a short clause that says who spoke. It belongs to the quote's sentence. */
const ATTRIBUTION =
  /[^。！？\n“"「，]{0,16}(?:说|表示|指出|强调|称|道|问|答|說|稱)[^。！？\n“"「，]{0,4}[。！？]/y;
const NO_START = /^[\p{Ll},;:)\]–—%-]/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}“「『《（【]/u;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{N}./]*$/u;
/** Two sentences that lost the space between them: `kerja sama.Menteri itu`; `Detik.Com` is none. */
const GLUED_BEFORE = /\p{Ll}{2}["'”’)]?$/u;
const GLUED_AFTER = /^["'“‘]?(?!(?:Com|Net|Org|Id|Co|Go|Io|Js)\b)\p{Lu}\p{L}*\s/u;
/** UTF-16 units looked at on either side of a candidate. */
const WINDOW = 24;
/** How far back quotation marks are counted. */
const QUOTE_WINDOW = 600;

/**
 * The sentences of `span`, trimmed, in order; together they hold all of its characters that are no white space.
 * A line break ends a sentence where a blank line or a point of a list follows.
 */
export function splitSentences(text: string, span: Span): Span[] {
  const words = sliceSpan(text, span);
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const { start: from, end: to } = trimSpan(words, { start, end });
    if (to > from) sentences.push({ start: span.start + from, end: span.start + to });
    start = end;
  };
  for (const { 0: sign, index } of words.matchAll(CANDIDATES)) {
    if (index < start) continue;
    const end = endOf(words, { sign, index, start });
    if (end !== undefined) push(end);
  }
  push(words.length);
  return sentences;
}

interface Candidate {
  readonly sign: string;
  readonly index: number;
  /** Where the sentence began. */
  readonly start: number;
}

function endOf(words: string, candidate: Candidate): number | undefined {
  const { sign, index } = candidate;
  if (sign.startsWith('\n')) {
    return sign.includes('\n', 1) || readMarks(words, index + 1).length > 0 ? index : undefined;
  }
  return /^[。！？｡]/.test(sign) ? wideEnd(words, candidate) : narrowEnd(words, candidate);
}

function wideEnd(words: string, { sign, index, start }: Candidate): number | undefined {
  const after = index + sign.length;
  const closed = skip(WIDE_CLOSERS, words, after);
  const end = words[closed] === '"' && quotesOpen(words.slice(start, closed)) ? closed + 1 : closed;
  if (end > after) {
    ATTRIBUTION.lastIndex = end;
    if (ATTRIBUTION.test(words)) return undefined;
  }
  return end;
}

function quotesOpen(words: string): boolean {
  return (words.slice(-QUOTE_WINDOW).split('"').length - 1) % 2 === 1;
}

function narrowEnd(words: string, { sign, index, start }: Candidate): number | undefined {
  const end = skip(CLOSERS, words, index + sign.length);
  const next = skip(SPACE, words, end);
  if (next >= words.length) return end;
  const rest = words.slice(next, next + WINDOW);
  const before = words.slice(Math.max(start, index - WINDOW), index);
  if (next === end && !glued(before, sign, rest)) return undefined;
  if (NO_START.test(rest)) return undefined;
  return sign === '.' && isAbbreviation(before, rest, index - start) ? undefined : end;
}

function glued(before: string, sign: string, rest: string): boolean {
  if (UNSPACED.test(rest)) return /[?!]/.test(sign) || /\p{Script=Han}$/u.test(before);
  return GLUED_BEFORE.test(before) && GLUED_AFTER.test(rest);
}

function isAbbreviation(before: string, rest: string, length: number): boolean {
  const word = WORD_BEFORE.exec(before)?.[0];
  if (word === undefined) return false;
  return keepsOpen({
    word,
    opens: length <= before.length && before.trim() === word,
    rest: rest.replace(/^["'“‘([]+/, ''),
  });
}

function skip(pattern: RegExp, words: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(words) ? pattern.lastIndex : at;
}
