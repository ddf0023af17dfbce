// Dates and periods that a question names, as ranges of calendar days. Pure: the clock is passed in.
import { en, id, zh, type ParsedComponents, type ParsedResult } from 'chrono-node';
import { DateTime } from 'luxon';
import type { Language } from '../domain/release.ts';
import type { Span } from '../domain/span.ts';
import { readAgo, readLast, readWeekends, readWhole } from './counted-times.ts';
import { wholeUnit, type FoundTime, type Setting, type Unit } from './found-time.ts';
import { blankParts, narrow } from './period-parts.ts';

export interface Clock {
  readonly now: Date;
  /** IANA name; days begin and end there. */
  readonly timeZone: string;
}

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

/**
 * The periods in `question`, in order.
 *
 * 1. what counts from now, of which chrono takes weeks and months for single days
 * 2. what chrono reads: dates, months, weekdays
 * 3. years that stand alone
 * 4. their parts: "early", "first half of"
 * 5. "since" and "until" open a period; two joined by "to" become one
 */
export function readTimes(question: string, language: Language, clock: Clock): readonly NamedPeriod[] {
  const now = DateTime.fromJSDate(clock.now, { zone: clock.timeZone });
  const setting = { now, language };
  const found: FoundTime[] = [];
  let rest = question;
  for (const read of [
    readWeekends,
    readAgo,
    readLast,
    readWhole,
    readWithChrono,
    readBareMonths,
    readYears,
  ]) {
    for (const period of read(rest, setting)) {
      found.push(narrow(question, period, setting));
      rest = blank(rest, period.span);
    }
  }
  found.sort((one, other) => one.span.start - other.span.start);
  return joinRanges(question, found).map((period) => openEnds(question, period));
}

/** The calendar day on the clock, `YYYY-MM-DD`. */
export function dayOf({ now, timeZone }: Clock): string {
  return isoDay(DateTime.fromJSDate(now, { zone: timeZone }));
}

function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

const CHRONOS = { id, en: en.GB, zh: zh.strict } as const;
/** "Now" and "this weekend" restrict nothing, and releases do not come from the future. */
const CASUAL =
  /now|weekend|next|tonight|morning|evening|sekarang|depan|mendatang|nanti|besok|tomorrow|明|下/iu;

/** How long something takes, which chrono counts on from now: "for three hours", "dalam dua bulan", 三天内. */
const LENGTH =
  /^(?:for|within|in|dalam)\b.*\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|detik|menit|jam|hari|minggu|pekan|bulan|tahun)$|\b(?:later|after|from now|kemudian|setelah)$|[内后]$/iu;

/** The end of a range of days in Chinese, which chrono leaves. */
const UNTIL_DAY = /^(?:到|至|[-–—])(\d{1,2})[日号]/u;
/** A range that "from" or "between" opens; chrono wants the numbers alone. */
const DAYS_BETWEEN =
  /\b(from|between)( +\d{1,2}(?:st|nd|rd|th)?)( (?:to|and|until))( \d{1,2}(?:st|nd|rd|th)? \p{Lu})/gu;

/** At the same length, so that places stay. */
function asChronoReads(text: string): string {
  return blankParts(text).replace(
    DAYS_BETWEEN,
    (...[, word = '', from = '', to = '', until = '']: string[]) =>
      [' '.repeat(word.length), from, ' -'.padEnd(to.length), until].join(''),
  );
}

function* readWithChrono(text: string, { now, language }: Setting): Generator<FoundTime> {
  const reader = language in CHRONOS ? CHRONOS[language as keyof typeof CHRONOS] : CHRONOS.en;
  const reference = { instant: now.toJSDate(), timezone: now.offset };
  for (const result of reader.parse(asChronoReads(text), reference)) {
    const skipped = CASUAL.test(result.text) || LENGTH.test(result.text);
    const found = skipped ? undefined : foundBy(result, now);
    if (found !== undefined) yield found.unit === 'day' ? untilDay(text, found) : found;
  }
}

function foundBy(result: ParsedResult, now: DateTime): FoundTime | undefined {
  const unit = unitOf(result.start);
  if (unit === undefined) return undefined;
  const start = dateOf(result.start, now);
  const end = result.end ? dateOf(result.end, now) : start;
  return {
    start: start.startOf(unit),
    end: end.endOf(unit),
    unit,
    relative: !isWritten(result),
    yearless: !result.start.isCertain('year'),
    closed: Boolean(result.end),
    span: { start: result.index, end: result.index + result.text.length },
  };
}

function untilDay(text: string, found: FoundTime): FoundTime {
  const until = UNTIL_DAY.exec(text.slice(found.span.end));
  if (until === null) return found;
  return {
    ...found,
    end: found.start.set({ day: Number(until[1]) }).endOf('day'),
    closed: true,
    span: { start: found.span.start, end: found.span.end + until[0].length },
  };
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

/** Where no year or date is written, the last such day: releases speak of what has been. */
function dateOf(date: ParsedComponents, now: DateTime): DateTime {
  const day = DateTime.fromObject(
    { year: date.get('year') ?? now.year, month: date.get('month') ?? 1, day: date.get('day') ?? 1 },
    { zone: now.zone },
  );
  if (date.isCertain('year') || day <= now) return day;
  return day.minus(
    date.isCertain('day') ? { year: 1 } : date.isCertain('weekday') ? { week: 1 } : { year: 1 },
  );
}

const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');
/** Months without a year, where chrono reads a verb. */
const BARE_MONTH = new RegExp(
  `(?<=\\b(?:in|of|and|to|until|till|since|by|early|late|mid|last|before|after|during|between|from)[\\s-]+)(?:${ENGLISH_MONTHS.join('|')})\\b`,
  'gu',
);

function* readBareMonths(text: string, { now, language }: Setting): Generator<FoundTime> {
  if (language !== 'en') return;
  for (const match of text.matchAll(BARE_MONTH)) {
    const day = now.set({ month: ENGLISH_MONTHS.indexOf(match[0]) + 1, day: 1 }).startOf('day');
    yield {
      ...wholeUnit(day > now ? day.minus({ year: 1 }) : day, 'month'),
      relative: false,
      yearless: true,
      span: { start: match.index, end: match.index + match[0].length },
    };
  }
}

/** After the number of a half or a quarter the year may stand behind a stroke. */
const YEAR =
  /(?:(?<![\p{Script=Latin}\d.,/-])|(?<=\b(?:I{1,3}|IV|[1-4])[/-]))(?:19|20)\d{2}(?![\d/]|[.,]\d|-\d)(?=年|[^\p{L}]|$|\p{Script=Han})/gu;

function* readYears(text: string, { now }: Setting): Generator<FoundTime> {
  for (const match of text.matchAll(YEAR)) {
    const day = DateTime.fromObject({ year: Number(match[0]) }, { zone: now.zone });
    yield {
      ...wholeUnit(day, 'year'),
      relative: false,
      span: { start: match.index, end: match.index + match[0].length },
    };
  }
}

const JOIN = /^\s*(?:sampai(?: dengan)?|hingga|s\.?d\.?|dan|to|until|till|and|through|-|–|—|至|到|和)\s*$/iu;
const RANGE_BEFORE = /(?:\b(?:dari|antara|from|between|mulai|sejak)\s*|从)$/iu;

function joinRanges(question: string, found: readonly FoundTime[]): readonly FoundTime[] {
  const joined: FoundTime[] = [];
  for (const period of found) {
    const last = joined.at(-1);
    const dated = last === undefined ? undefined : yearFrom(last, period);
    if (last !== undefined && dated !== undefined && joins(question, dated, period)) {
      joined[joined.length - 1] = {
        ...period,
        start: dated.start,
        closed: true,
        span: { start: last.span.start, end: period.span.end },
      };
    } else joined.push(period);
  }
  return joined;
}

/** "March to May 2023": the year at the end holds for both. */
function yearFrom(one: FoundTime, other: FoundTime): FoundTime {
  if (one.yearless !== true || other.yearless === true || other.relative) return one;
  const start = one.start.set({ year: other.start.year });
  return { ...one, start: start > other.end ? start.minus({ year: 1 }) : start };
}

function joins(question: string, one: FoundTime, other: FoundTime): boolean {
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

function openEnds(question: string, { start, end, unit, relative, closed, span }: FoundTime): NamedPeriod {
  const open = closed !== true;
  const since = open ? signOf(question, span, { before: SINCE_BEFORE, after: SINCE_AFTER }) : undefined;
  const until =
    open && since === undefined
      ? signOf(question, span, { before: UNTIL_BEFORE, after: UNTIL_AFTER })
      : undefined;
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
