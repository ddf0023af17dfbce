// Dates in the reader's language. Pure.
import type { UiLanguage } from './messages.ts';

const LOCALES: Readonly<Record<UiLanguage, string>> = { id: 'id-ID', en: 'en-GB', zh: 'zh-CN' };

function dayFormat(language: UiLanguage): Intl.DateTimeFormat {
  // Days are calendar days already: read and shown as UTC, they never shift.
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function asDate(day: string): Date | undefined {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `27 Mei 2024` for `2024-05-27` and everything that begins so; other text is given back as it is. */
export function formatDay(published: string, language: UiLanguage): string {
  const date = asDate(published);
  return date === undefined ? published : dayFormat(language).format(date);
}

/** `20–26 Mei 2024`, `sejak 20 Mei 2024`, `hingga 26 Mei 2024`. */
export function formatPeriod(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  language: UiLanguage,
  words: { readonly since: (day: string) => string; readonly until: (day: string) => string },
): string | undefined {
  const start = from === undefined ? undefined : asDate(from);
  const end = to === undefined ? undefined : asDate(to);
  if (start !== undefined && end !== undefined) return dayFormat(language).formatRange(start, end);
  if (from !== undefined) return words.since(formatDay(from, language));
  return to === undefined ? undefined : words.until(formatDay(to, language));
}

/** Abbreviation of the zone, `WIB` for Asia/Jakarta. */
export function zoneName(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat(LOCALES.id, { timeZone, timeZoneName: 'short' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
