// The list a question asks for, among those of the releases found. Pure.
import type { PointList } from '../domain/outline.ts';
import type { Release, ReleaseRef } from '../domain/release.ts';
import { containsSpan, overlapsSpan, sliceSpan, type Span } from '../domain/span.ts';
import { withoutMark } from '../text/marks.ts';
import { coverageOf, formsIn, type Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { shareKind } from './point-nouns.ts';
import { countedIn } from './units.ts';

export interface ListMatch {
  readonly release: Release;
  readonly list: PointList;
  /** Position among the lists of the release. */
  readonly index: number;
  /** How surely it is the one asked for; above 1 where everything fits. */
  readonly score: number;
}

/** Of a coverage of 1 by the announcement with its headline. */
const POINT_SHARE = 0.35;
const VOTE_WEIGHT = 0.6;
const COUNT_BONUS = 0.4;
const COUNT_MALUS = 0.3;
/** Question and announcement call the points by the same name, be it in two languages. */
const KIND_BONUS = 0.2;
/** The point asked for begins with the question's own name for it: "Hari ketiga". */
const NAMED_BONUS = 0.3;
/** Of what the announcement of a list within a point says of the question and that of the list around it does not. */
const NESTED_SHARE = 2;
/** A bullet list that nothing announces is often no list of points. */
const UNANNOUNCED = 0.15;

/** The lists of the releases found, best first. */
export function matchLists(candidates: readonly Candidate[], asked: Asked): readonly ListMatch[] {
  const best = Math.max(...candidates.map(({ merit }) => merit), 0.01);
  const seen = new Map<ReleaseRef, Release>();
  for (const { release } of candidates) seen.set(release.ref, release);
  const matches: ListMatch[] = [];
  for (const release of seen.values()) {
    release.outline.lists.forEach((list, index) => {
      if (!hasPoint(list, asked.reading.item)) return;
      const vote = voteFor(candidates, release, list) / best;
      const kind = Number(shareKind(pointsAsked(asked), announcementOf(release, list)));
      const score =
        VOTE_WEIGHT * vote +
        KIND_BONUS * kind +
        (isNamed(release, list, asked) ? NAMED_BONUS : 0) +
        coverageOfList(release, list, asked) +
        NESTED_SHARE * ownShare(release, list, asked) +
        countFit(list, asked.reading.of);
      matches.push({ release, list, index, score });
    });
  }
  return matches.sort((one, other) => other.score - one.score);
}

/** "Steps" of "how many steps does the programme have": the programme is no point. */
function pointsAsked({ reading: { shape, terms } }: Asked): string {
  return (shape === 'count' ? countedIn(terms) : undefined) ?? terms;
}

function isNamed({ text }: Release, { points }: PointList, { reading }: Asked): boolean {
  const point = points.find(({ n }) => n === reading.item);
  const name = point === undefined ? null : /^\p{L}+[ -]\p{L}+/u.exec(sliceSpan(text, point.span));
  return name !== null && reading.terms.toLowerCase().includes(name[0].toLowerCase());
}

function hasPoint(list: PointList, item: number | undefined): boolean {
  if (list.points.length < 2) return false;
  return item === undefined || item === -1 || list.points.some(({ n }) => n === item);
}

/** The span from announcement to last point. */
export function extentOf({ announcement, points }: PointList): Span {
  return {
    start: announcement?.start ?? points[0]?.span.start ?? 0,
    end: points.at(-1)?.span.end ?? 0,
  };
}

/** Of what a passage outside of the list says for it, where the release has other lists and where it has none. */
const OUTSIDE_SHARE = 0.6;
const ONLY_LIST_SHARE = 0.85;

/** The best passage of the list speaks for it whole, another one of the release for a part. */
function voteFor(candidates: readonly Candidate[], release: Release, list: PointList): number {
  const extent = extentOf(list);
  const outside = release.outline.lists.length === 1 ? ONLY_LIST_SHARE : OUTSIDE_SHARE;
  let vote = 0;
  for (const { release: other, ranked, merit } of candidates) {
    if (other.ref !== release.ref) continue;
    vote = Math.max(vote, merit * (overlapsSpan(ranked.passage.span, extent) ? 1 : outside));
  }
  return vote;
}

/** What announcement, headline and heading say counts full; what only the points say, less. */
function coverageOfList(release: Release, list: PointList, asked: Asked): number {
  const announced = announcementOf(release, list);
  const holds = holderOf(release, asked);
  const direct = holds(announced);
  const titled = holds(`${announced}\n${release.title}`);
  const points = list.points.map(({ span }) => sliceSpan(release.text, span)).join('\n');
  const all = holds(`${announced}\n${release.title}\n${points}`);
  return (
    direct +
    (titled - direct) * 0.65 +
    (all - titled) * POINT_SHARE -
    (list.announcement === undefined ? UNANNOUNCED : 0)
  );
}

/** For a list within a point of another: what of the question its announcement adds to that of the other, in [0, 1]. */
function ownShare(release: Release, list: PointList, asked: Asked): number {
  const around = aroundOf(release, list);
  if (around === undefined) return 0;
  const holds = holderOf(release, asked);
  const outer = `${announcementOf(release, around)}\n${release.title}`;
  return holds(`${outer}\n${announcementOf(release, list)}`) - holds(outer);
}

/** The list of whose points one holds all of `list`. */
function aroundOf({ outline }: Release, list: PointList): PointList | undefined {
  const extent = extentOf(list);
  return outline.lists.findLast(
    (other) => other !== list && other.points.some(({ span }) => containsSpan(span, extent)),
  );
}

/** What chance encounters of words give, and from there on what a translation gives. */
const MET_BY_CHANCE = 0.42;
const MET_IN_FULL = 0.85;

/** How much of the question a text holds, in [0, 1]: by its words, or across languages by how well they are met. */
function holderOf({ language }: Release, asked: Asked): (text: string) => number {
  const { meets, reading } = asked;
  const holds = (text: string): number => coverageOf(asked, formsIn(text));
  if (meets === undefined || language === reading.questionLanguage) return holds;
  return (text) => {
    const met = (meets(text) - MET_BY_CHANCE) / (MET_IN_FULL - MET_BY_CHANCE);
    return Math.max(holds(text), Math.min(1, met));
  };
}

/** The announcing sentence under its heading. */
function announcementOf(release: Release, list: PointList): string {
  const announced =
    list.announcement === undefined ? '' : withoutMark(sliceSpan(release.text, list.announcement));
  const heading = release.outline.headings.findLast(({ span }) => span.end <= extentOf(list).start);
  return heading === undefined ? announced : `${sliceSpan(release.text, heading.span)}\n${announced}`;
}

function countFit(list: PointList, of: number | undefined): number {
  if (of === undefined) return 0;
  return list.points.length === of ? COUNT_BONUS : -COUNT_MALUS;
}

/**
 * The list that the sentence `key` announces, or one that is announced within the stretch `key`; an enumeration needs
 * none, as its sentence says it whole.
 */
export function announcedBy(
  { release, extract }: Pick<Candidate, 'release' | 'extract'>,
  key: Span,
): ListMatch | undefined {
  const index = release.outline.lists.findIndex(
    ({ announcement, points, style }) =>
      announcement !== undefined &&
      style !== 'enumeration' &&
      points.length > 1 &&
      (containsSpan(announcement, key) || containsSpan(key, announcement)),
  );
  const list = release.outline.lists[index];
  return list === undefined ? undefined : { release, list, index, score: extract.score };
}
