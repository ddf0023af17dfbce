// Which stretches of a release belong together as a point of a list or a turn of a transcript. Pure.
import type { Outline, PointList, Turn } from '../domain/outline.ts';
import type { Role } from '../domain/passage.ts';
import { containsSpan, overlapsSpan, type Span } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';
import { readLabel } from './labels.ts';
import { lastFrom } from './locate.ts';
import { sizeOf } from './size.ts';

/** A stretch whose passages have one role, and are not joined with what is around it. */
export interface Area {
  readonly span: Span;
  readonly role: Role;
  readonly heading?: Span;
  /** Whether its paragraphs fill passages together; otherwise they are joined only where they are very short. */
  readonly filled: boolean;
}

/** Letters of a point at the mean, and of a whole list, below which its points are no passages of their own. */
const SHORT_POINT = 60;
const SHORT_LIST = 250;
/** Letters of a question that are taken along as the heading of its answer. */
const MAX_QUESTION = 400;
/** UTF-16 units of a turn's end in which they are looked for. */
const QUESTION_WINDOW = 1500;

export interface AreaOptions {
  /** Letters of a passage. */
  readonly limit: number;
}

/** A list with its whole span, and those of its points. */
interface Placed {
  readonly list: PointList;
  readonly index: number;
  readonly span: Span;
  readonly points: readonly Span[];
}

/**
 * Areas in order; one may lie within another. Turns win over the lists that somebody recites. A list is left in its
 * paragraph where that is no longer than a passage, and is one area where its points are mere words: its points are
 * still known from the outline. An enumeration is a part of its sentence.
 */
export function areasOf(text: string, outline: Outline, { limit }: AreaOptions): Area[] {
  const turns = turnAreas(text, outline);
  const turnSpans = turns.map(({ span }) => span);
  const isPassage = (whole: Span | undefined, { start, end }: Span): boolean =>
    whole !== undefined &&
    containsSpan(whole, { start, end }) &&
    whole.end - whole.start > end - start &&
    whole.end - whole.start <= limit &&
    sizeOf(text, whole) <= limit;

  const areas: Area[] = [...turns];
  let open: Placed[] = [];
  for (const placed of outline.lists.map(place)) {
    if (placed.list.style === 'enumeration') continue;
    const { span } = placed;
    open = open.filter((outer) => outer.span.end > span.start);
    const around = [outline.paragraphs, ...open.map(({ points }) => points)].map(
      (spans) => spans[lastFrom(spans, span.start)],
    );
    open.push(placed);
    const turn = turnSpans[lastFrom(turnSpans, span.start)];
    const isSaid = turn !== undefined && overlapsSpan(turn, span);
    if (!isSaid && !around.some((whole) => isPassage(whole, span))) areas.push(...listAreas(text, placed));
  }
  return areas.sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
}

function place(list: PointList, index: number): Placed {
  const points = list.points.map(({ span }) => span);
  return { list, index, points, span: { start: points[0]?.start ?? 0, end: points.at(-1)?.end ?? 0 } };
}

function turnAreas(text: string, { turns, paragraphs }: Outline): Area[] {
  return turns.map((turn, i): Area => {
    const span = { start: labelStart(text, turn, paragraphs), end: turn.span.end };
    const question = turn.role === 'answer' ? questionBefore(turns, i) : undefined;
    const heading = question === undefined ? undefined : lastSentences(text, question.span);
    return { span, role: roleOf(turn), filled: false, ...(heading === undefined ? {} : { heading }) };
  });
}

function roleOf({ role, speaker }: Turn): Role {
  if (role === 'statement') return { kind: 'paragraph' };
  return { kind: role, ...(speaker === undefined ? {} : { speaker }) };
}

/** Where the paragraph begins whose label opens the turn. */
function labelStart(text: string, { span }: Turn, paragraphs: readonly Span[]): number {
  const own = lastFrom(paragraphs, span.start);
  for (const paragraph of [paragraphs[own - 1], paragraphs[own]]) {
    if (paragraph !== undefined && readLabel(text, paragraph.start)?.end === span.start)
      return paragraph.start;
  }
  return span.start;
}

/** The question that an answer answers: the last one, unless another answer lies between. */
function questionBefore(turns: readonly Turn[], answer: number): Turn | undefined {
  for (let i = answer - 1; i >= 0; i--) {
    const turn = turns[i];
    if (turn?.role === 'question') return turn;
    if (turn?.role === 'answer') return undefined;
  }
  return undefined;
}

/** The end of a question is what is asked; what comes before leads up to it. */
function lastSentences(text: string, { start, end }: Span): Span | undefined {
  const sentences = splitSentences(text, { start: Math.max(start, end - QUESTION_WINDOW), end });
  const first = sentences.find((sentence) => sizeOf(text, { start: sentence.start, end }) <= MAX_QUESTION);
  return first === undefined ? sentences.at(-1) : { start: first.start, end: sentences.at(-1)?.end ?? end };
}

function listAreas(text: string, { list, index, span, points }: Placed): Area[] {
  const heading = list.announcement === undefined ? {} : { heading: list.announcement };
  const size = points.reduce((sum, point) => sum + sizeOf(text, point), 0);
  if (size <= SHORT_LIST || size < SHORT_POINT * points.length) {
    return [{ span, role: { kind: 'paragraph' }, filled: true, ...heading }];
  }
  return list.points.map((point) => ({
    span: point.span,
    role: { kind: 'item', n: point.n, of: points.length, list: index },
    filled: true,
    ...heading,
  }));
}
