// Which paragraphs are headings. Pure.
import type { Heading } from '../domain/outline.ts';
import { sliceSpan, type Span } from '../domain/span.ts';

/** UTF-16 units; longer paragraphs are text. A Chinese heading needs fewer. */
const MAX_LENGTH = 90;
const MAX_HAN_LENGTH = 32;
/** UTF-16 units that the paragraph below a heading has at least. */
const MIN_BELOW = 60;
const MIN_HAN_BELOW = 20;
const MARKDOWN = /^(#{1,6}) \S/;
const BOLD = /^\*\*[^*\n]+\*\*:?$/;
const CLOSED = /[.?!。！？;；,，:：…"”’）)]$/;
const OPENING = /^(?:[\p{Lu}\p{Lo}\p{N}“"'（(【])/u;
const HAN = /\p{Script=Han}/u;
const BOLD_LEVEL = 3;
const PLAIN_LEVEL = 2;

/** The headings that the format marks, or, where it marks none, the paragraphs that look like one. */
export function headingsOf(
  text: string,
  paragraphs: readonly Span[],
  marked: readonly Heading[],
): readonly Heading[] {
  if (marked.length > 0) return marked;
  const words = paragraphs.map((span) => sliceSpan(text, span));
  const spaced = text.includes('\n\n');
  return paragraphs.flatMap((span, i) => {
    const stands = !spaced || standsApart(text, span.end);
    const level = stands ? levelOf(words, i) : undefined;
    return level === undefined ? [] : [{ span, level }];
  });
}

/** Where a text has blank lines at all, one stands below a heading. */
function standsApart(text: string, end: number): boolean {
  return /^[^\S\n]*\n[^\S\n]*\n/.test(text.slice(end, end + MAX_LENGTH));
}

function levelOf(words: readonly string[], i: number): number | undefined {
  const own = words[i] ?? '';
  const signs = MARKDOWN.exec(own)?.[1];
  if (signs !== undefined) return signs.length;
  if (BOLD.test(own)) return BOLD_LEVEL;
  const apart = !looksLikeHeading(words[i - 1]) && !looksLikeHeading(words[i + 1]);
  return looksLikeHeading(own) && apart && isText(words[i + 1]) ? PLAIN_LEVEL : undefined;
}

function looksLikeHeading(words: string | undefined): boolean {
  if (words === undefined || words.length > MAX_LENGTH || words.includes('\n')) return false;
  if (CLOSED.test(words) || !OPENING.test(words) || !/\p{L}/u.test(words)) return false;
  return !HAN.test(words) || words.length <= MAX_HAN_LENGTH;
}

function isText(words: string | undefined): boolean {
  return words !== undefined && words.length >= (HAN.test(words) ? MIN_HAN_BELOW : MIN_BELOW);
}
