// The sentence that announces a list. Pure.
import { sliceSpan, trimSpan, type Span } from '../domain/span.ts';
import { findCardinals } from '../text/ordinals.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Layout, Opening } from './openings.ts';

/** Paragraphs above the first point in which a sentence that gives the exact number of points is looked for. */
const LOOK_BACK = 3;
/** Sentences that are looked at there. */
const LOOK_BACK_SENTENCES = 8;
/** UTF-16 units of a paragraph that are looked at: announcements are not buried deeper. */
const WINDOW = 4000;
const ANNOUNCES =
  /[:：,，]$|berikut|antara lain|meliputi|terdiri|following|as follows|namely|以下|如下|包括/iu;

export interface Announced extends Layout {
  /** Points of the list. */
  readonly count: number;
  /** The point of another list that may hold this one. */
  readonly parent: Opening | undefined;
}

/**
 * 1. within a sentence: what comes before the first point
 * 2. for a list right below a point of another, or below a heading: that point, that heading
 * 3. the sentence right before, where it counts, or says that something follows
 * 4. the nearest sentence above that gives the very number of points
 */
export function announcementOf(text: string, first: Opening, announced: Announced): Span | undefined {
  const { count, parent } = announced;
  if (first.place === 'clause') {
    const start = first.sentences[first.sentence]?.start ?? first.start;
    const lead = trimSpan(text, { start, end: first.start });
    if (/\p{L}/u.test(sliceSpan(text, lead))) return lead;
  }
  const before = sentencesBefore(text, first, announced);
  const [nearest] = before;
  if (nearest !== undefined && (isAbove(first, parent) || announces(sliceSpan(text, nearest))))
    return nearest;
  const exact = before.find((sentence) =>
    findCardinals(sliceSpan(text, sentence)).some(({ n }) => n === count),
  );
  return exact ?? headingAbove(first, announced);
}

function isAbove(first: Opening, parent: Opening | undefined): boolean {
  return parent !== undefined && first.place === 'paragraph' && parent.paragraph === first.paragraph - 1;
}

function headingAbove(
  { place, paragraph }: Opening,
  { paragraphs, headingStarts }: Layout,
): Span | undefined {
  const above = place === 'paragraph' ? paragraphs[paragraph - 1] : undefined;
  return above !== undefined && headingStarts.has(above.start) ? above : undefined;
}

function announces(sentence: string): boolean {
  return ANNOUNCES.test(sentence) || findCardinals(sentence).some(({ n }) => n > 1);
}

/** The sentences above the first point within its turn, the nearest first. */
function sentencesBefore(text: string, first: Opening, { paragraphs, turns }: Layout): Span[] {
  const { sentences, sentence, paragraph, turn } = first;
  const from = turns[turn]?.span.start ?? 0;
  const above = paragraphs
    .slice(Math.max(0, paragraph - LOOK_BACK), paragraph)
    .filter(({ start }) => start >= from)
    .flatMap(({ start, end }) => splitSentences(text, { start: Math.max(start, end - WINDOW), end }));
  const own = sentences.slice(Math.max(0, sentence - LOOK_BACK_SENTENCES), sentence);
  return [...above, ...own].reverse().slice(0, LOOK_BACK_SENTENCES);
}
