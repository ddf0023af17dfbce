// Periods that count from now: "last week", "kemarin", "三天前", "the past 7 days". Pure.
import type { DateTime } from 'luxon';
import { CARDINAL_WORDS, readCardinal } from '../text/ordinals.ts';
import { wholeUnit, type FoundTime, type Setting, type Unit } from './found-time.ts';

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
      /\b(?:minggu|pekan) (?:lalu|kemarin)\b|\b(?:last|previous) week\b|上个?(?:周|星期|礼拜)(?![一二三四五六日天末])/giu,
  },
  {
    unit: 'week',
    offset: 0,
    pattern: /\b(?:minggu|pekan) ini\b|\bthis week\b|[本这]个?(?:周|星期)(?![一二三四五六日天末])/giu,
  },
  { unit: 'month', offset: -1, pattern: /\bbulan (?:lalu|kemarin)\b|\b(?:last|previous) month\b|上个?月/giu },
  { unit: 'month', offset: 0, pattern: /\bbulan ini\b|\bthis month\b|[本这]个?月/giu },
  {
    unit: 'quarter',
    offset: -1,
    pattern:
      /\b(?:triwulan|kuartal|kwartal) (?:lalu|kemarin|sebelumnya)\b|\b(?:last|previous) quarter\b|上个?季度/giu,
  },
  {
    unit: 'quarter',
    offset: 0,
    pattern: /\b(?:triwulan|kuartal|kwartal) ini\b|\bthis quarter\b|[本这]个?季度/giu,
  },
  {
    unit: 'year',
    offset: -1,
    pattern: /\btahun (?:lalu|kemarin|sebelumnya)\b|\b(?:last|previous) year\b|去年|上一?年/giu,
  },
  {
    unit: 'year',
    offset: 0,
    pattern: /\btahun ini\b|\bthis year\b|今年|本年|(?<![\d去今明前本上])年(?=初)/giu,
  },
  {
    unit: 'day',
    offset: -2,
    pattern: /\bkemarin (?:dulu|lusa)\b|\bthe day before yesterday\b|前[天日]/giu,
  },
  { unit: 'day', offset: -1, pattern: /\bkemarin\b|\byesterday\b|昨[天日]/giu },
  { unit: 'day', offset: 0, pattern: /\bhari ini\b|\btoday\b|今[天日]/giu },
];

/** A month named after 去年 or 今年: the two are one period. */
const MONTH_OF_YEAR = /^(?:的)?(1[0-2]|[1-9])月(?:份)?/u;

/** Whole days, weeks, months, quarters and years, of which the earlier rules take theirs first. */
export function* readWhole(text: string, { now }: Setting): Generator<FoundTime> {
  let rest = text;
  for (const { pattern, unit, offset } of WHOLES) {
    for (const match of rest.matchAll(pattern)) {
      const day = now.plus({ [unit]: offset });
      const end = match.index + match[0].length;
      const month = unit === 'year' ? MONTH_OF_YEAR.exec(text.slice(end)) : null;
      if (month === null) {
        yield { ...wholeUnit(day, unit), relative: true, span: { start: match.index, end } };
      } else {
        yield {
          ...wholeUnit(day.set({ month: Number(month[1]) }), 'month'),
          relative: false,
          span: { start: match.index, end: end + month[0].length },
        };
      }
    }
    rest = rest.replace(pattern, (words) => ' '.repeat(words.length));
  }
}

const WEEKENDS = [
  {
    offset: -1,
    pattern:
      /\bakhir pekan (?:lalu|kemarin)\b|\b(?:last|the past) weekend\b|\bover the weekend\b|上个?周末/giu,
  },
  { offset: 0, pattern: /\bakhir pekan ini\b|\bthis weekend\b|[本这]个?周末/giu },
];

/** Saturday and Sunday. */
export function* readWeekends(text: string, { now }: Setting): Generator<FoundTime> {
  for (const { pattern, offset } of WEEKENDS) {
    for (const match of text.matchAll(pattern)) {
      const end = now.plus({ week: offset }).endOf('week');
      yield {
        start: end.minus({ day: 1 }).startOf('day'),
        end,
        unit: 'day',
        relative: true,
        span: { start: match.index, end: match.index + match[0].length },
      };
    }
  }
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
  星期: 'week',
  个星期: 'week',
  bulan: 'month',
  month: 'month',
  个月: 'month',
  tahun: 'year',
  year: 'year',
  年: 'year',
};
const NUMBER = `(?<n>\\d{1,3}|${CARDINAL_WORDS})`;
const HAN_NUMBER = '(?<!\\d)(?<n>\\d{1,3}|十?[一二两三四五六七八九]|十)';
const HAN_UNIT = '(?<unit>天|日|周|个?星期|个月|年)';

const counted = (source: string): RegExp => new RegExp(source, 'giu');
/** Without a number, one. */
const LAST_SOME = [
  counted(`\\b(?:${NUMBER} |se)(?<unit>hari|minggu|pekan|bulan|tahun) (?:terakhir|belakangan)`),
  counted(`\\b(?:last|past|previous) ${NUMBER} (?<unit>day|week|month|year)s\\b`),
  counted('\\b(?:the )?past (?<unit>week|month|year)\\b'),
  counted(`(?:最近|近|过去)${HAN_NUMBER}${HAN_UNIT}`),
];
/** Of days, which hours reach back into. */
const LAST_HOURS = [
  counted(`\\b${NUMBER} jam (?:terakhir|belakangan)`),
  counted(`\\b(?:last|past|previous) ${NUMBER} hours\\b`),
  counted(`(?:最近|近|过去)${HAN_NUMBER}个?小时`),
];
const AGO = [
  counted(`\\b(?:${NUMBER} |se)(?<unit>hari|minggu|pekan|bulan|tahun) (?:yang )?(?:lalu|silam)\\b`),
  counted(`\\b(?:${NUMBER}|an?) (?<unit>day|week|month|year)s? ago\\b`),
  counted(`${HAN_NUMBER}${HAN_UNIT}以?前`),
];

/** "The last 7 days": until today. */
export function* readLast(text: string, { now }: Setting): Generator<FoundTime> {
  for (const { n, unit, match } of countsIn(text, LAST_SOME)) {
    yield { start: now.minus({ [unit]: n }).startOf('day'), end: now.endOf('day'), unit, ...placeOf(match) };
  }
  for (const { n, match } of countsIn(text, LAST_HOURS)) {
    const start = now.minus({ hours: n }).startOf('day');
    yield { start, end: now.endOf('day'), unit: 'day', ...placeOf(match) };
  }
}

/** "Three weeks ago": the whole week. */
export function* readAgo(text: string, { now }: Setting): Generator<FoundTime> {
  for (const { n, unit, match } of countsIn(text, AGO)) {
    const day: DateTime = now.minus({ [unit]: n });
    yield { ...wholeUnit(day, unit), ...placeOf(match) };
  }
}

interface Count {
  readonly n: number;
  readonly unit: Unit;
  readonly match: RegExpMatchArray & { readonly index: number };
}

function* countsIn(text: string, patterns: readonly RegExp[]): Generator<Count> {
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { n, unit } = match.groups ?? {};
      yield {
        n: n === undefined ? 1 : (readCardinal(n) ?? Number(n)),
        unit: UNITS[unit?.toLowerCase() ?? ''] ?? 'day',
        match,
      };
    }
  }
}

function placeOf(match: Count['match']): Pick<FoundTime, 'relative' | 'span'> {
  return { relative: true, span: { start: match.index, end: match.index + match[0].length } };
}
