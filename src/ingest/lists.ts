// Lists: points that count on from each other, and the sentence that announces them. Pure.
import type { PointList, PointStyle } from '../domain/outline.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import type { Mark } from '../text/marks.ts';
import { findCardinals } from '../text/ordinals.ts';
import { splitSentences } from '../text/sentences.ts';
import { announcementOf } from './announcement.ts';
import { enumerationsOf, withoutMarked } from './enumerations.ts';
import { lineStart, openingsOf, type Layout, type Opening } from './openings.ts';
import { pointSpans, type ListLayout } from './points.ts';

/** Paragraphs that may lie between two points which only an ordinal word opens; further apart they are chance. */
const MAX_ORDINAL_GAP = 12;
const WEAK: ReadonlySet<string> = new Set(['ordinal', '首先', '一是']);

/** A list while its points are gathered. */
interface Chain {
  readonly family: string;
  readonly style: PointStyle;
  readonly members: Opening[];
  /** The point of another list that it may stand in. */
  readonly parent: Opening | undefined;
}

/**
 * 1. find every place where a point may begin
 * 2. chain those that count on from each other; a list within a point is a chain of its own
 * 3. give each point the text up to the next, and the list the sentence that announces it
 * 4. add the enumerations that have no marks but a number before them
 */
export function listsOf(text: string, layout: Layout): PointList[] {
  const sentences = layout.paragraphs.map((paragraph) => splitSentences(text, paragraph));
  const openings = openingsOf(text, layout, sentences);
  const chains = chainsOf(text, openings).filter(({ members }) => members.length > 1);
  const taken = new Set(chains.flatMap(({ members }) => members.map(({ paragraph }) => paragraph)));
  const marked = chains
    .map((chain) => toList(text, chain, { ...layout, taken }))
    .filter(({ points }) => points.length > 1 && points.every(({ span }) => hasWords(text, span)));
  const enumerations = withoutMarked(enumerationsOf(text, sentences.flat()), marked);
  return [...marked, ...enumerations].sort(
    (one, other) => startOf(one) - startOf(other) || endOf(other) - endOf(one),
  );
}

/** A mark alone is a reference (`ayat (1)`) and no point. */
function hasWords(text: string, span: Span): boolean {
  return /[\p{L}\p{N}].*[\p{L}\p{N}].*\p{L}/su.test(sliceSpan(text, span));
}

const startOf = ({ points }: PointList): number => points[0]?.span.start ?? 0;
const endOf = ({ points }: PointList): number => points.at(-1)?.span.end ?? 0;

function chainsOf(text: string, openings: readonly Opening[]): Chain[] {
  const chains: Chain[] = [];
  /** The chains that may still go on, the innermost last. */
  let open: Chain[] = [];
  for (const opening of openings) {
    const goesOn = open.findLastIndex((chain) => continues(text, chain, opening));
    if (goesOn !== -1) {
      open = open.slice(0, goesOn + 1);
      open[goesOn]?.members.push(opening);
      continue;
    }
    const first = opening.marks.find(({ n }) => n === 1 || n === 0);
    if (first === undefined) continue;
    const family = familyOf(text, first, opening);
    const same = open.findIndex((other) => other.family === family);
    if (same !== -1) open = open.slice(0, same);
    const parent = open.at(-1)?.members.at(-1);
    const chain: Chain = { family, style: styleOf(first, opening), members: [opening], parent };
    open = [...open, chain];
    chains.push(chain);
  }
  return chains;
}

/** Lists whose marks look alike are told apart by how far they are set in. */
function familyOf(text: string, mark: Mark, { start, place }: Opening): string {
  const indent = place === 'paragraph' ? start - lineStart(text, start) : 0;
  return indent > 1 ? `${mark.family}+${indent}` : mark.family;
}

function styleOf({ style }: Mark, { place }: Opening): PointStyle {
  return place === 'clause' ? 'clause' : style;
}

function continues(text: string, chain: Chain, opening: Opening): boolean {
  const last = chain.members.at(-1);
  if (last === undefined || !isNear(chain, last, opening)) return false;
  const count = chain.members.length;
  return opening.marks.some(
    (mark) =>
      (mark.n === count + 1 || mark.n === 0 || (mark.n === -1 && count > 1)) &&
      (familyOf(text, mark, opening) === chain.family || mark.family === chain.family),
  );
}

function isNear({ style, family }: Chain, last: Opening, opening: Opening): boolean {
  if (opening.turn !== last.turn) return false;
  const gap = opening.paragraph - last.paragraph;
  if (opening.place === 'clause' || last.place === 'clause') return gap === 0;
  if (style === 'bullet') return gap <= 1;
  return !WEAK.has(family) || gap <= MAX_ORDINAL_GAP;
}

function toList(text: string, { style, members, parent }: Chain, layout: ListLayout): PointList {
  const [first] = members;
  const announcement =
    first === undefined
      ? undefined
      : announcementOf(text, first, { count: members.length, parent, ...layout });
  const kept = isSummary(text, members, announcement) ? members.slice(0, -1) : members;
  const spans = pointSpans(text, kept, layout);
  const points = spans.map((span, i) => ({ n: i + 1, span }));
  return { style, points, ...(announcement === undefined ? {} : { announcement }) };
}

/** `Finally` may open the last point, or the closing words below a list that is complete as it was announced. */
function isSummary(text: string, members: readonly Opening[], announcement: Span | undefined): boolean {
  const last = members.at(-1);
  if (announcement === undefined || last?.marks.some(({ n }) => n === -1) !== true) return false;
  const counts = findCardinals(sliceSpan(text, announcement)).map(({ n }) => n);
  return counts.includes(members.length - 1) && !counts.includes(members.length);
}
