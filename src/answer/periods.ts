// What the dates of a question do: restrict to releases of that time, or only speak of it. Pure.
import type { Filter } from '../domain/answer.ts';
import type { Language } from '../domain/release.ts';
import type { Span } from '../domain/span.ts';
import { dayOf, readTimes, type Clock, type NamedPeriod } from './times.ts';

export interface Periods {
  /** Days of publication. */
  readonly filter: Pick<Filter, 'from' | 'to'>;
  /** The time the question speaks of, where it does not filter. */
  readonly period?: { readonly from?: string; readonly to?: string };
  /** Whether the newest release is asked for. */
  readonly latest: boolean;
  /** The day of the clock, where the question counts from it. */
  readonly asOf?: string;
  /** The words that became the filter or mean the newest release. */
  readonly spans: readonly Span[];
}

/** What is done with a release, right before or behind the date on which it is done. */
const ISSUED_BEFORE =
  /\b(?:dikatakan|katakan|diumumkan|dirilis|diterbitkan|disampaikan|dilaporkan|dilansir|diralat|dinyatakan|pengumuman|pernyataan|siaran pers|rilis|ralat|konferensi pers|jumpa pers|announced|released|published|said|stated|reported|issued|announcement|statement|press (?:release|conference)|corrected|put right)\b[\p{L}\s]{0,40}$|(?:公布|发布|宣布|表示|通报|更正)(?:于|在)?$/iu;
const ISSUED_AFTER =
  /^(?:['’]s)?\s*(?:release|statement|announcement|press (?:release|conference)|report|bulletin)\b|^\s*(?:公布|发布|宣布|表示|通报|的(?:通报|公告|新闻稿|发布会|记者会))/iu;
/** A question about what somebody said, whose only date is when. */
const ABOUT_SAYING =
  /\bapa (?:yang )?(?:kata|di(?:katakan|sampaikan|umumkan|jelaskan|rilis))|\bwhat did\b.*\b(?:say|announce|state|reply|answer|release)\b|说了什么|宣布了什么|公布了什么/iu;

/** With the release that it is said of, whose words no release has; longer ways to say it first. */
const LATEST =
  /\b(?:(?:menurut|berdasarkan|dalam|dari|pada) )?(?:rilis|siaran pers|pernyataan|kabar|berita|pengumuman) (?:yang )?(?:terakhir|terbaru|terkini|termutakhir|paling (?:baru|akhir))\b|\b(?:yang )?(?:terbaru|terkini|termutakhir|paling (?:baru|akhir))\b|(?:, ?)?\b(?:according to|going by|based on|as of|in|from) the (?:latest|newest|most recent) (?:press |news )?release\b|\b(?:latest|newest|most recent)\b(?: (?:press |news )?release\b)?|(?:根据|按照?|据)最新(?:的)?(?:新闻稿|通稿|公告|通报|消息)|最新(?:的)?/iu;
/** Asks for how things are, not for what begins now; the words themselves stay in the search. */
const CURRENT =
  /(?<!\b(?:from|mulai|dari|sejak) )\b(?:sekarang|saat ini|kini|currently|now|at present|nowadays)\b|目前|(?<!从)现在|如今/iu;

/** Reads the dates of `question` and decides which of them filter. */
export function readPeriods(question: string, language: Language, clock: Clock): Periods {
  const times = readTimes(question, language, clock);
  const issued = times.filter((time) => tellsIssue(question, time, times.length));
  const spoken = times.filter((time) => !issued.includes(time));
  const filter = issued[0];
  const latest = LATEST.exec(question);
  const about = spoken.at(-1);
  const isLatest = latest !== null || CURRENT.test(question);
  return {
    filter: filter === undefined ? {} : rangeOf(filter),
    ...(about === undefined ? {} : { period: rangeOf(about) }),
    latest: isLatest,
    ...(isLatest || times.some(({ relative }) => relative) ? { asOf: dayOf(clock) } : {}),
    spans: [
      ...(filter === undefined ? [] : [filter.span]),
      ...(latest === null ? [] : [{ start: latest.index, end: latest.index + latest[0].length }]),
    ],
  };
}

/**
 * Whether a date says when something was released. Days, weeks and months counted from now do: who asks about last
 * week means last week's releases. Years, halves and quarters are mostly what a figure is
 * about. Dates of the calendar do where the
 * question speaks of saying or releasing.
 */
function tellsIssue(question: string, time: NamedPeriod, times: number): boolean {
  const long = time.unit === 'year' || time.unit === 'quarter';
  if (time.relative && !long) return true;
  const before = question.slice(0, time.span.start);
  const after = question.slice(time.span.end);
  if (ISSUED_BEFORE.test(before) || ISSUED_AFTER.test(after)) return true;
  return times === 1 && !long && ABOUT_SAYING.test(question);
}

function rangeOf({ from, to }: NamedPeriod): { readonly from?: string; readonly to?: string } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
