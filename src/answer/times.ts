// Dates and periods that a question names, as ranges of calendar days. Pure: the clock is passed in.
import { en, id, zh, type ParsedComponents, type ParsedResult } from 'chrono-node';
import { DateTime } from 'luxon';
import type { Language } from '../domain/release.ts';
import type { Span } from '../domain/span.ts';

export interface Clock {
  readonly now: Date;
  /** IANA name; days begin and end there. */
  readonly timeZone: string;
}

export type Unit = 'day' | 'week' | 'month' | 'year';

/** A period that a question names. */
export interface NamedPeriod {
  /** First day, `YYYY-MM-DD`; absent where the period is open to the past. */
  readonly from?: string;
  /** Last day, inclusive; absent where the period is open to the future. */
  readonly to?: string;
  readonly unit: Unit;
  /** Whether it counts from the clock ("last week") rather than from the calendar ("May 2024"). */
  readonly relative: boolean;
  /** The words that say so, in the question. */
  readonly span: Span;
}

interface Found {
  readonly start: DateTime;
  readonly end: DateTime;
  readonly unit: Unit;
  readonly relative: boolean;
  readonly span: Span;
}

/**
 * The periods in `question`, in order.
 *
 * 1. whole weeks, months and years before this one, which chrono takes for single days
 * 2. what chrono reads: dates, months, weekdays, "three days ago"
 * 3. years that stand alone
 * 4. "since" and "until" open a period; two joined by "to" become one
 */
export function readTimes(question: string, language: Language, clock: Clock): readonly NamedPeriod[] {
  const now = DateTime.fromJSDate(clock.now, { zone: clock.timeZone });
  const found: Found[] = [];
  let rest = question;
  for (const read of [readWhole, readLast, readWithChrono, readYears]) {
    for (const period of read(rest, { now, language })) {
      found.push(period);
      rest = blank(rest, period.span);
    }
  }
  found.sort((one, other) => one.span.start - other.span.start);
  return joinRanges(question, found).map((period) => openEnds(question, period));
}

interface Setting {
  readonly now: DateTime;
  readonly language: Language;
}

function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

interface Whole {
  readonly pattern: RegExp;
  readonly unit: Unit;
  /** In units, from the one that holds now. */
  readonly offset: number;
}

/** Weeks begin on Monday (ISO 8601). */
const WHOLES: readonly Whole[] = [
  {
    unit: 'week',
    offset: -1,
    pattern:
      /\b(?:minggu|pekan) (?:lalu|kemarin)\b|\b(?:last|previous) week\b|上个?(?:周|星期|礼拜)(?![一二三四五六日天])/giu,
  },
  {
    unit: 'week',
    offset: 0,
    pattern: /\b(?:minggu|pekan) ini\b|\bthis week\b|[本这]个?(?:周|星期)(?![一二三四五六日天])/giu,
  },
  { unit: 'month', offset: -1, pattern: /\bbulan (?:lalu|kemarin)\b|\b(?:last|previous) month\b|上个?月/giu },
  { unit: 'month', offset: 0, pattern: /\bbulan ini\b|\bthis month\b|[本这]个?月/giu },
  {
    unit: 'year',
    offset: -1,
    pattern: /\btahun (?:lalu|kemarin|sebelumnya)\b|\b(?:last|previous) year\b|去年|上一?年/giu,
  },
  { unit: 'year', offset: 0, pattern: /\btahun ini\b|\bthis year\b|今年|本年/giu },
  { unit: 'day', offset: -1, pattern: /\bkemarin(?! dulu)\b|\byesterday\b|昨[天日]/giu },
  { unit: 'day', offset: 0, pattern: /\bhari ini\b|\btoday\b|今[天日]/giu },
];

/** A month named after 去年 or 今年: the two are one period. */
const MONTH_OF_YEAR = /^(?:的)?(1[0-2]|[1-9])月(?:份)?/u;

function* readWhole(text: string, { now }: Setting): Generator<Found> {
  for (const { pattern, unit, offset } of WHOLES) {
    for (const match of text.matchAll(pattern)) {
      const day = now.plus({ [unit]: offset });
      const end = match.index + match[0].length;
      const month = unit === 'year' ? MONTH_OF_YEAR.exec(text.slice(end)) : null;
      if (month === null) {
        yield { ...whole(day, unit), relative: true, span: { start: match.index, end } };
      } else {
        yield {
          ...whole(day.set({ month: Number(month[1]) }), 'month'),
          relative: false,
          span: { start: match.index, end: end + month[0].length },
        };
      }
    }
  }
}

function whole(day: DateTime, unit: Unit): Pick<Found, 'start' | 'end' | 'unit'> {
  return { start: day.startOf(unit), end: day.endOf(unit), unit };
}

const UNITS: Readonly<Record<string, Unit>> = {
  hari: 'day',
  day: 'day',
  天: 'day',
  日: 'day',
  minggu: 'week',
  pekan: 'week',
  week: 'week',
  周: 'week',
  个星期: 'week',
  bulan: 'month',
  month: 'month',
  个月: 'month',
  tahun: 'year',
  year: 'year',
  年: 'year',
};
const LAST_SOME = [
  /\b(?<n>\d{1,3}) (?<unit>hari|minggu|pekan|bulan|tahun) (?:terakhir|belakangan)/giu,
  /\b(?:last|past) (?<n>\d{1,3}) (?<unit>day|week|month|year)s\b/giu,
  /(?:最近|近|过去)(?<n>\d{1,3})(?<unit>天|日|周|个星期|个月|年)/gu,
];

/** "The last 7 days": until today. */
function* readLast(text: string, { now }: Setting): Generator<Found> {
  for (const pattern of LAST_SOME) {
    for (const match of text.matchAll(pattern)) {
      const { n, unit } = match.groups ?? {};
      const length = UNITS[unit?.toLowerCase() ?? ''] ?? 'day';
      yield {
        start: now.minus({ [length]: Number(n) }).startOf('day'),
        end: now.endOf('day'),
        unit: length,
        relative: true,
        span: { start: match.index, end: match.index + match[0].length },
      };
    }
  }
}

const CHRONOS = { id, en: en.GB, zh: zh.strict } as const;
/** "Now" and "this weekend" restrict nothing, and releases do not come from the future. */
const CASUAL =
  /now|weekend|next|tonight|morning|evening|sekarang|depan|mendatang|nanti|besok|tomorrow|明|下/iu;

function* readWithChrono(text: string, { now, language }: Setting): Generator<Found> {
  const reader = language in CHRONOS ? CHRONOS[language as keyof typeof CHRONOS] : CHRONOS.en;
  const reference = { instant: now.toJSDate(), timezone: now.offset };
  for (const result of reader.parse(text, reference)) {
    const unit = unitOf(result.start);
    if (unit === undefined || CASUAL.test(result.text)) continue;
    const start = dayOf(result.start, now);
    const end = result.end ? dayOf(result.end, now) : start;
    yield {
      start: start.startOf(unit),
      end: end.endOf(unit),
      unit,
      relative: !isWritten(result),
      span: { start: result.index, end: result.index + result.text.length },
    };
  }
}

/** A time of day names no period. */
function unitOf(date: ParsedComponents): Unit | undefined {
  if (date.isCertain('day') || date.isCertain('weekday')) return 'day';
  if (date.isCertain('month')) return 'month';
  return date.isCertain('year') ? 'year' : undefined;
}

function isWritten({ start, text }: ParsedResult): boolean {
  return start.isCertain('month') && /\d|[一二三四五六七八九十]/u.test(text) && !start.isCertain('weekday')
    ? true
    : start.isCertain('month') && !start.isCertain('day');
}

/** Where no year is written, the last such day: releases speak of what has been. */
function dayOf(date: ParsedComponents, now: DateTime): DateTime {
  const day = DateTime.fromObject(
    { year: date.get('year') ?? now.year, month: date.get('month') ?? 1, day: date.get('day') ?? 1 },
    { zone: now.zone },
  );
  return !date.isCertain('year') && day > now ? day.minus({ year: 1 }) : day;
}

const YEAR =
  /(?<![\p{Script=Latin}\d.,/-])(?:19|20)\d{2}(?![\d/]|[.,]\d|-\d)(?=年|[^\p{L}]|$|\p{Script=Han})/gu;

function* readYears(text: string, { now }: Setting): Generator<Found> {
  for (const match of text.matchAll(YEAR)) {
    const day = DateTime.fromObject({ year: Number(match[0]) }, { zone: now.zone });
    yield {
      ...whole(day, 'year'),
      relative: false,
      span: { start: match.index, end: match.index + match[0].length },
    };
  }
}

const JOIN = /^\s*(?:sampai(?: dengan)?|hingga|s\.?d\.?|dan|to|until|till|and|through|-|–|—|至|到|和)\s*$/iu;
const RANGE_BEFORE = /(?:\b(?:dari|antara|from|between|mulai|sejak)\s*|从)$/iu;

function joinRanges(question: string, found: readonly Found[]): readonly Found[] {
  const joined: Found[] = [];
  for (const period of found) {
    const last = joined.at(-1);
    if (last !== undefined && joins(question, last, period)) {
      joined[joined.length - 1] = {
        ...period,
        start: last.start,
        span: { start: last.span.start, end: period.span.end },
      };
    } else joined.push(period);
  }
  return joined;
}

function joins(question: string, one: Found, other: Found): boolean {
  const between = question.slice(one.span.end, other.span.start);
  const ranged =
    RANGE_BEFORE.test(question.slice(0, one.span.start)) || !/^\s*(?:dan|and|和)\s*$/iu.test(between);
  return ranged && JOIN.test(between) && one.start < other.end;
}

const SINCE_BEFORE =
  /(?:\b(?:sejak|mulai|semenjak|since|from|after|setelah|sesudah)(?: (?:bulan|tahun|tanggal|early|late))?\s*|自从?)$/iu;
const SINCE_AFTER = /^\s*(?:年|月)?(?:以来|以后|之后|起)/u;
const UNTIL_BEFORE =
  /(?:\b(?:sampai(?: dengan)?|hingga|until|till|before|sebelum|up to|by)(?: (?:bulan|tahun|tanggal))?\s*|截至|直到)$/iu;
const UNTIL_AFTER = /^\s*(?:年|月)?(?:以前|之前|为止)/u;

function openEnds(question: string, { start, end, unit, relative, span }: Found): NamedPeriod {
  const since = signOf(question, span, { before: SINCE_BEFORE, after: SINCE_AFTER });
  const until =
    since === undefined ? signOf(question, span, { before: UNTIL_BEFORE, after: UNTIL_AFTER }) : undefined;
  return {
    ...(until === undefined ? { from: isoDay(start) } : {}),
    ...(since === undefined ? { to: isoDay(end) } : {}),
    unit,
    relative,
    span: since ?? until ?? span,
  };
}

/** `span` with the word before it that opens the period; undefined where neither sign stands. */
function signOf(
  question: string,
  span: Span,
  sign: { readonly before: RegExp; readonly after: RegExp },
): Span | undefined {
  const before = sign.before.exec(question.slice(0, span.start));
  if (before !== null) return { start: before.index, end: span.end };
  return sign.after.test(question.slice(span.end)) ? span : undefined;
}

function isoDay(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
