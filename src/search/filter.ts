// Which releases a filter lets through. Pure.
import type { Filter } from '../domain/answer.ts';
import { publicationDay, type ReleaseHeader } from '../domain/release.ts';
import { allowsSource, EVERYTHING, type Scope } from '../domain/scope.ts';

/** Whether it lets everything through. */
export function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** Whether a release may answer. */
export function passesFilter(header: ReleaseHeader, filter: Filter): boolean {
  return passerOf(filter, EVERYTHING)(header);
}

/** Filter and scope as a test; days compare as text, and a release without a date passes no filter by date. */
export function passerOf(
  { from, to, source, language }: Filter,
  scope: Scope,
): (header: ReleaseHeader) => boolean {
  const wanted = source?.toLowerCase();
  const sources = new Map<string, boolean>();
  const isFrom = (name: string): boolean => {
    const known =
      sources.get(name) ??
      (allowsSource(scope, name) && (wanted === undefined || name.toLowerCase().includes(wanted)));
    sources.set(name, known);
    return known;
  };
  const isWithin = (day: string | undefined): boolean =>
    day === undefined
      ? from === undefined && to === undefined
      : day >= (from ?? '') && (to === undefined || day <= to);
  return (header) =>
    (language === undefined || header.language === language) &&
    isWithin(publicationDay(header)) &&
    isFrom(header.source);
}
