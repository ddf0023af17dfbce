// A release in windows of whole paragraphs, as many as a message holds: what stands before and after a quote. Pure.
import type { Release } from '../domain/release.ts';
import { sliceSpan, trimSpan, type Span } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';
import { cutGraphemes } from './escape.ts';

/** UTF-16 units of a window: with the escapes of ordinary text, and a citation, it fits a message. */
const WINDOW = 2_400;
/** Of a block at most, so that a long quote has room for what stands before and after. */
const BLOCK = 600;

export interface Window {
  readonly span: Span;
  /** Which blocks it holds, from 1, and how many the release has. */
  readonly first: number;
  readonly last: number;
  readonly of: number;
  /** Where the window before starts, and the one after; undefined at the ends of the release. */
  readonly previous?: number;
  readonly next?: number;
}

/** The window that starts at `from`, or at the block that follows it. */
export function windowFrom(release: Release, from: number): Window {
  const blocks = blocksOf(release);
  const found = blocks.findIndex(({ start }) => start >= from);
  const first = found === -1 ? blocks.length - 1 : found;
  return windowOf(blocks, first, endOf(blocks, first));
}

/** The window with `span` in its middle, as far as the release goes on before and after. */
export function windowAround(release: Release, span: Span): Window {
  const blocks = blocksOf(release);
  let first = Math.max(
    0,
    blocks.findIndex(({ end }) => end > span.start),
  );
  let last = first;
  while (endsWithin(blocks, last + 1, span) && fits(blocks, first, last + 1)) last++;
  for (let grown = true; grown;) {
    grown = false;
    if (first > 0 && fits(blocks, first - 1, last)) {
      first--;
      grown = true;
    }
    if (last < blocks.length - 1 && fits(blocks, first, last + 1)) {
      last++;
      grown = true;
    }
  }
  return windowOf(blocks, first, last);
}

function endsWithin(blocks: readonly Span[], at: number, span: Span): boolean {
  const block = blocks[at];
  return block !== undefined && block.start < span.end;
}

function fits(blocks: readonly Span[], first: number, last: number): boolean {
  return (blocks[last]?.end ?? 0) - (blocks[first]?.start ?? 0) <= WINDOW;
}

/** The last block of the window that starts with the block `first`. */
function endOf(blocks: readonly Span[], first: number): number {
  let last = first;
  while (last < blocks.length - 1 && fits(blocks, first, last + 1)) last++;
  return last;
}

function windowOf(blocks: readonly Span[], first: number, last: number): Window {
  const next = blocks[last + 1]?.start;
  return {
    span: { start: blocks[first]?.start ?? 0, end: blocks[last]?.end ?? 0 },
    first: first + 1,
    last: last + 1,
    of: blocks.length,
    ...(first === 0 ? {} : { previous: startBefore(blocks, first) }),
    ...(next === undefined ? {} : { next }),
  };
}

/** Where the window starts that ends before the block `first`. */
function startBefore(blocks: readonly Span[], first: number): number {
  let start = first - 1;
  while (start > 0 && fits(blocks, start - 1, first - 1)) start--;
  return blocks[start]?.start ?? 0;
}

/** Paragraphs, cut at ends of sentences where they are longer than a block; never empty for a text that is not. */
function blocksOf({ text, outline }: Release): readonly Span[] {
  const { paragraphs } = outline;
  const whole = trimSpan(text, { start: 0, end: text.length });
  return (paragraphs.length === 0 ? [whole] : paragraphs).flatMap((span) => piecesOf(text, span));
}

function piecesOf(text: string, span: Span): readonly Span[] {
  if (span.end - span.start <= BLOCK) return [span];
  const pieces: Span[] = [];
  for (const sentence of splitSentences(text, span).flatMap((one) => cutsOf(text, one))) {
    const last = pieces.at(-1);
    if (last !== undefined && sentence.end - last.start <= BLOCK)
      pieces[pieces.length - 1] = { start: last.start, end: sentence.end };
    else pieces.push(sentence);
  }
  return pieces;
}

/** A sentence that no block holds, cut between two graphemes. */
function cutsOf(text: string, sentence: Span): readonly Span[] {
  const cuts: Span[] = [];
  for (let { start } = sentence; start < sentence.end;) {
    const kept = cutGraphemes(sliceSpan(text, { start, end: sentence.end }), BLOCK);
    // A flood of marks is one grapheme that no block holds.
    const end = kept === '' ? wholeCharacter(text, start + BLOCK) : start + kept.length;
    cuts.push({ start, end });
    start = end;
  }
  return cuts;
}

/** `at`, or one further where it would part the halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at;
}
