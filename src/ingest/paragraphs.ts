// Where paragraphs begin and end, whether they stand apart by blank lines or by line breaks. Pure.
import { trimSpan, type Span } from '../domain/span.ts';
import { readMarks } from '../text/marks.ts';
import { readLabel } from './labels.ts';

/** UTF-16 units; lines broken to a width are about as long as these at the median, paragraphs are longer or shorter. */
const MIN_WIDTH = 30;
const MAX_WIDTH = 140;
/** Share of the lines inside blocks that must end in the middle of a sentence for the text to be broken to a width. */
const OPEN_SHARE = 0.5;
const CLOSED = /[.?!:;。！？：；…”"’')）\]|]$/;

/** Paragraphs in order. In text that is broken to a width, a line break counts only before a point or a speaker. */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const wrapped = isWrapped(text, lines);
  const paragraphs: { start: number; end: number }[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const goesOn = wrapped && last !== undefined && !line.afterBlank && !opens(text, line.start);
    if (goesOn) last.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  }
  return paragraphs;
}

interface Line extends Span {
  readonly afterBlank: boolean;
}

/** Lines that hold something, trimmed. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const words = trimSpan(text, { start, end });
    const blank = words.start === words.end;
    if (!blank) lines.push({ ...words, afterBlank });
    afterBlank = blank;
    start = end + 1;
  }
  return lines;
}

/** A short line with a colon at its end: what stands below is a part of its own. */
const SIGNPOST = /\p{Lu}[^\n]{0,40}[:：](?=\n|$(?![^]))/uy;

function opens(text: string, at: number): boolean {
  SIGNPOST.lastIndex = at;
  return SIGNPOST.test(text) || readMarks(text, at).length > 0 || readLabel(text, at) !== undefined;
}

function isWrapped(text: string, lines: readonly Line[]): boolean {
  const inner = lines.filter(
    (_, i) => lines[i + 1]?.afterBlank === false && !opens(text, lines[i + 1]?.start ?? 0),
  );
  if (inner.length < 2) return false;
  const widths = inner.map(({ start, end }) => end - start).sort((one, other) => one - other);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  const open = inner.filter(({ end }) => !CLOSED.test(text.slice(end - 1, end))).length;
  return median >= MIN_WIDTH && median <= MAX_WIDTH && open >= OPEN_SHARE * inner.length;
}
