// What a release's layout says: its blocks, headings, lists and speaker turns, all as spans of its text. Pure.
import type { Span } from './span.ts';

export interface Heading {
  readonly span: Span;
  /** 1 is the highest. */
  readonly level: number;
}

/** How the points of a list are told apart in the text: by marks, or in an enumeration by what parts and counts them. */
export type PointStyle = 'ordinal' | 'number' | 'letter' | 'bullet' | 'clause' | 'enumeration';

export interface Point {
  /** The number the release itself gives the point; bullets count from 1. */
  readonly n: number;
  /** The whole point, with its opening word or number and every paragraph that belongs to it. */
  readonly span: Span;
}

/** Points that one sentence announces and that count on from each other. */
export interface PointList {
  readonly style: PointStyle;
  /** The sentence that announces the list, where there is one. */
  readonly announcement?: Span;
  /** In the order of the text, never empty. */
  readonly points: readonly Point[];
}

/** Who speaks, in what role, as a transcript's own labels tell. */
export interface Turn {
  readonly role: 'question' | 'answer' | 'statement';
  /** The label as it is written, without its colon; absent for bare `Q:`/`A:` marks. */
  readonly speaker?: string;
  /** The words of the turn, without the label. */
  readonly span: Span;
}

export interface Outline {
  /** Paragraph-shaped blocks in order, never empty and never overlapping; white space between them belongs to none. */
  readonly paragraphs: readonly Span[];
  readonly headings: readonly Heading[];
  readonly lists: readonly PointList[];
  readonly turns: readonly Turn[];
}
