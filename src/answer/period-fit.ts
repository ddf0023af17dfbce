// Whether a passage speaks of the time that a question is about. Pure.
import type { Reading } from '../domain/answer.ts';
import { publicationDay, type Release } from '../domain/release.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import { timesIn, type NamedTime } from './text-times.ts';

type Period = NonNullable<Reading['period']>;

/** What the nearest words are worth: the very time, a longer one that holds it, one that something is compared with. */
const SAME = 1;
const LONGER = 0.6;
const COMPARED = 0.1;
/** Words that name other times only, in a release of the time asked about or of an unknown one, and elsewhere. */
const OTHER_PUBLISHED = -0.3;
const OTHER = -1;
/** Where no words name a time: the day of publication. */
export const PUBLISHED = 0.7;
const UNPUBLISHED = -0.5;
/** Of a release without a day, which may be of any time. */
const UNDATED = 0;

/** The time asked about, by its words or by a filter to one. */
export function periodOf({ period, from, to }: Reading): Period | undefined {
  return period ?? (from === undefined || to === undefined ? undefined : { from, to });
}

/** In [-1, 1]: 1 where words name the time, -1 where they name another, between by the day of publication. */
export function periodFit(
  period: Period,
  release: Release,
  { span, key }: { readonly span: Span; readonly key: Span },
): number {
  const day = publicationDay(release) ?? '';
  const isUndated = day === '';
  const published = isWithin({ from: day, to: day }, period);
  // The nearest words decide: the sentence, the headline, the passage.
  for (const words of [sliceSpan(release.text, key), release.title, sliceSpan(release.text, span)]) {
    const named = tellingOf(timesIn(words, day), period);
    const own = named.filter(({ compared }) => !compared);
    if (named.length === 0) continue;
    const fit = Math.max(...named.map((time) => fitOf(time, period)));
    if (fit > 0) return fit;
    if (own.length > 0) return isUndated || published ? OTHER_PUBLISHED : OTHER;
  }
  if (isUndated) return UNDATED;
  return published ? PUBLISHED : UNPUBLISHED;
}

/**
 * How well the words of a sentence alone fit the time, in [0, 1]; 0 where they name none, or another. A month or a day
 * is seldom named beside a figure, but where it began: for these it is 0.
 */
export function namesPeriod(period: Period, words: string, published: string | undefined): number {
  if (!isLong(period)) return 0;
  const named = tellingOf(timesIn(words, published ?? ''), period);
  return Math.max(0, ...named.map((time) => fitOf(time, period)));
}

/** A day is mostly that of the release or of an event; of a quarter or a year figures are told by longer times. */
function tellingOf(named: readonly NamedTime[], period: Period): readonly NamedTime[] {
  if (!isLong(period)) return named;
  const longer = named.filter(({ from, to, compared }) => from !== to && !compared);
  return longer.length === 0 ? named : named.filter(({ from, to }) => from !== to);
}

/** More than a month. */
function isLong({ from = '', to = '9999' }: Period): boolean {
  return from.slice(0, 7) !== to.slice(0, 7);
}

function fitOf(time: NamedTime, period: Period): number {
  if (time.compared) return meets(time, period) ? COMPARED : 0;
  if (isWithin(time, period)) return isLong(period) && time.from === time.to ? PUBLISHED : SAME;
  return meets(time, period) ? LONGER : 0;
}

function isWithin(time: Pick<NamedTime, 'from' | 'to'>, { from = '', to = '9999' }: Period): boolean {
  return from <= time.from && clamp(time.to) <= to;
}

function meets(time: NamedTime, { from = '', to = '9999' }: Period): boolean {
  return time.from <= to && from <= time.to;
}

/** Months are read as if they had 31 days. */
function clamp(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return date <= last ? day : `${day.slice(0, 8)}${String(last)}`;
}
