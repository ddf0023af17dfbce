// Whether a passage speaks of the time that a question is about. Pure.
import type { Reading } from '../domain/answer.ts';
import { publicationDay, type Release } from '../domain/release.ts';
import { sliceSpan, type Span } from '../domain/span.ts';

type Period = NonNullable<Reading['period']>;

/** In [-1, 1]: 1 where words name the time, -1 where they name another, between by the day of publication. */
export function periodFit(
  period: Period,
  release: Release,
  { span, key }: { readonly span: Span; readonly key: Span },
): number {
  const published = isPublishedIn(period, release);
  const wanted = yearsOf(period);
  // The nearest words decide: the sentence, the headline, the passage.
  for (const words of [sliceSpan(release.text, key), release.title, sliceSpan(release.text, span)]) {
    const named = yearsIn(words);
    if (named.some((year) => wanted.includes(year))) return published ? 1 : 0.8;
    if (named.length > 0) return published ? -0.3 : -1;
  }
  return published ? 0.7 : -0.5;
}

function isPublishedIn({ from = '', to = '9999' }: Period, release: Release): boolean {
  const day = publicationDay(release);
  return day !== undefined && from <= day && day <= to;
}

function yearsOf({ from, to }: Period): readonly string[] {
  return [from, to].filter((day) => day !== undefined).map((day) => day.slice(0, 4));
}

/** A full date is mostly that of the release or of an event; a year alone is what figures are about. */
const FULL_DATES =
  /\d{1,2}\s+\p{L}+\s+(?:19|20)\d\d|\p{Lu}\p{Ll}+\s+\d{1,2},\s+(?:19|20)\d\d|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}\/(?:19|20)\d\d/gu;
const YEARS = /(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)/g;

function yearsIn(words: string): readonly string[] {
  return words.replace(FULL_DATES, ' ').match(YEARS) ?? [];
}
