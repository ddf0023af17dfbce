// The date in the headline or the opening of a release: "Surabaya, 28 Juli 2025 – …", "JAKARTA (12/5/2025) - …". Pure.
import { readDate } from './dates.ts';

/** Lines with words in which it is looked for: a number or a second headline may stand above it. */
const LINES = 3;
/** UTF-16 units of a line; what stands further in is no opening. */
const WINDOW = 120;
const PLACE = "(?:\\*\\*|__)?\\p{Lu}[\\p{L}.'’ -]{1,30}(?:[,，] ?\\p{Lu}[\\p{L}.'’ -]{1,30})?";
const DATE = '[^–—()]{6,30}?';
const DATELINE = new RegExp(
  `^${PLACE}(?: ?[,，] ?(?<date>${DATE})| ?[（(](?<bracketed>${DATE})[)）])(?:\\*\\*|__)? ?(?: - |[–—:]|$)`,
  'u',
);

/** The day that the opening of `text` names beside the place, as `readDate` gives it; undefined where it names none. */
export function readDateline(text: string): string | undefined {
  const lines = text.split('\n', 20).filter((line) => line.trim() !== '');
  for (const line of lines.slice(0, LINES)) {
    const { date, bracketed } = DATELINE.exec(line.trim().slice(0, WINDOW))?.groups ?? {};
    const found = readDate(date ?? bracketed ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "… konferensi pers (15 Mei 2025)", "…例行新闻发布会（2025年5月15日）", "2025年5月15日…主持例行记者会". */
const BRACKETED = /[(（](?<date>[^()（）]{6,30})[)）]$/u;
const BRIEFING = /^(?<date>\d{4}年\d{1,2}月\d{1,2}日).*(?:记者会|发布会)/u;

/** The day that a headline ends with in brackets, or that a Chinese press conference is called by; as `readDate` gives it. */
export function readHeadlineDate(headline: string): string | undefined {
  const title = headline.trim();
  const { date = '' } = (BRACKETED.exec(title) ?? BRIEFING.exec(title))?.groups ?? {};
  return readDate(date);
}
