// The quotes that answer a question for a list, for one of its points, or for how many there are. Pure.
import type { Point } from '../domain/outline.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { announcedBy, matchLists, type ListMatch } from './lists.ts';
import type { QuoteDraft } from './quotes.ts';
import { findCardinals } from '../text/ordinals.ts';
import { sliceSpan } from '../domain/span.ts';

export interface ListDraft {
  readonly drafts: readonly QuoteDraft[];
  /** How surely it is the list asked for. */
  readonly score: number;
}

/** Scores of a match from which the list is given. */
const ASKED_FOR = 0.9;
/** Where the number may count something else. */
const PERHAPS = 1.1;
/** Across languages words seldom match, and the score holds less. */
const ACROSS = -0.3;

/** Undefined where no list fits, so that the best passages answer. */
export function draftList(candidates: readonly Candidate[], asked: Asked): ListDraft | undefined {
  const { shape, item, wantsQuestion } = asked.reading;
  if (wantsQuestion === true) return undefined;
  const match = listAskedFor(candidates, asked);
  if (match !== undefined) {
    if (shape === 'count') return draftCount(match, candidates);
    if (item !== undefined) return draftPoint(match, item, asked);
    return draftPoints(match, asked);
  }
  return shape === 'fact' || shape === 'list' ? draftAnnounced(candidates, asked) : undefined;
}

/** Whether a question asks for points of a list, for one of them, or for how many there are. */
export function asksForPoints({ reading: { shape, item } }: Pick<Asked, 'reading'>): boolean {
  return shape === 'list' || shape === 'count' || item !== undefined;
}

/** Undefined too where no points are asked for: most questions need not look through the lists. */
function listAskedFor(candidates: readonly Candidate[], asked: Asked): ListMatch | undefined {
  if (!asksForPoints(asked)) return undefined;
  const [match] = matchLists(candidates, asked);
  return match !== undefined && match.score >= thresholdOf(asked, match) ? match : undefined;
}

function thresholdOf({ reading }: Asked, { release }: ListMatch): number {
  const { shape, item, questionLanguage } = reading;
  const across = release.language === questionLanguage ? 0 : ACROSS;
  return across + (shape === 'item' || item === undefined ? ASKED_FOR : PERHAPS);
}

function draftPoints(match: ListMatch, asked: Asked): ListDraft {
  return { drafts: match.list.points.map((point) => pointDraft(match, point, asked)), score: match.score };
}

function draftPoint(match: ListMatch, item: number, asked: Asked): ListDraft | undefined {
  const { points } = match.list;
  const point = item === -1 ? points.at(-1) : points.find(({ n }) => n === item);
  return point === undefined ? undefined : { drafts: [pointDraft(match, point, asked)], score: match.score };
}

function pointDraft(match: ListMatch, { n, span }: Point, asked: Asked): QuoteDraft {
  const { release, index } = match;
  return { release, span, role: { kind: 'item', n, of: countOf(match, asked), list: index } };
}

/** The points there are; more than were found, where question and release agree on that: none is left out in silence. */
function countOf(match: ListMatch, { reading: { of = 0 } }: Asked): number {
  const { points } = match.list;
  return of > points.length && announces(match, of) ? of : points.length;
}

/** The announcing sentence, where it says the number. */
function draftCount(match: ListMatch, candidates: readonly Candidate[]): ListDraft | undefined {
  const { release, list } = match;
  const { announcement } = list;
  if (announcement === undefined || !announces(match, list.points.length)) return undefined;
  const passage = candidates.find(
    (candidate) =>
      candidate.release.ref === release.ref &&
      candidate.span.start <= announcement.start &&
      announcement.end <= candidate.span.end,
  );
  return {
    drafts: [
      { release, span: announcement, key: announcement, role: passage?.role ?? { kind: 'paragraph' } },
    ],
    score: match.score,
  };
}

function announces({ release, list: { announcement } }: ListMatch, count: number): boolean {
  if (announcement === undefined) return false;
  return findCardinals(sliceSpan(release.text, announcement)).some(({ n }) => n === count);
}

/** What asks for a way of doing something, which points set out. */
const MANNER = /\b(?:how|bagaimana)\b|如何|怎么|怎样/iu;

/**
 * A sentence that only announces points answers nothing without them, nor does its passage where a list or a way of
 * doing something is asked for.
 */
function draftAnnounced(candidates: readonly Candidate[], asked: Asked): ListDraft | undefined {
  const { reading } = asked;
  const [first] = candidates;
  const match =
    first === undefined ? undefined : announcedBy(first, isWide(reading) ? first.span : first.extract.key);
  if (match === undefined) return undefined;
  const announced = { ...match, score: ASKED_FOR };
  const point = reading.item === undefined ? undefined : draftPoint(announced, reading.item, asked);
  return point ?? draftPoints(announced, asked);
}

function isWide({ shape, terms }: Asked['reading']): boolean {
  return shape === 'list' || MANNER.test(terms);
}
