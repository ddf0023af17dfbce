// The date in the opening of a release: "Surabaya, 28 Juli 2025 – …", "JAKARTA (12/5/2025) - …". Pure.
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
