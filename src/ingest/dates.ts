// Reads the date of a release in the forms in which newsrooms write it. Pure.
import { DateTime } from 'luxon';

/** Offsets of the Indonesian zones and of UTC, by name. */
const ZONES: Readonly<Record<string, string>> = {
  wib: '+07:00',
  wita: '+08:00',
  wit: '+09:00',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
};

const MONTHS = new Map<string, number>();
[
  'januari january jan',
  'februari february feb pebruari',
  'maret march mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august aug agu agt',
  'september sep sept',
  'oktober october okt oct',
  'november nov nopember',
  'desember december des dec',
].forEach((names, i) => {
  for (const name of names.split(' ')) MONTHS.set(name, i + 1);
});

const LABEL =
  /^(?:tanggal|tgl|waktu|diterbitkan|dipublikasikan|published|posted|updated|date|发布时间|时间|日期)(?: pada| on)?\s*[:：]?\s*/i;
const WEEKDAY =
  /^(?:(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b|(?:星期|周)[一二三四五六日天])[.,，]?\s*/i;

const TIME =
  '(?:[T,，|–—-]?\\s*(?:pukul|pkl\\.?|jam|at|t)?\\s*(?<hour>\\d{1,2})(?:[:.：]|[时時点])(?<minute>\\d{2})分?(?:[:.：](?<second>\\d{2})(?:[.,]\\d+)?)?' +
  '\\s*(?<half>[ap]\\.?m\\.?)?\\s*(?<zone>wib|wita|wit|utc|gmt|z|(?:utc|gmt)?[+-]\\d{2}:?\\d{2})?)?';
const WEEKDAY_BEHIND = '(?:\\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?';
const form = (day: string): RegExp => new RegExp(`^${day}${WEEKDAY_BEHIND}\\s*${TIME}$`, 'i');

/** Where day and month could be either, the day comes first, as everywhere but in the United States. */
const FORMS: readonly RegExp[] = [
  form('(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})'),
  form('(?<day>\\d{1,2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})'),
  form('(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})'),
  form('(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]+(?<name>[a-z]{3,9})\\.?,?[ -]+(?<year>\\d{4})'),
  form('(?<name>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})'),
  form('(?<year>\\d{4}) ?[年] ?(?<month>\\d{1,2}) ?月 ?(?<day>\\d{1,2}) ?[日号]?'),
];
/** UTF-16 units; nothing longer is a date. */
const MAX_LENGTH = 80;

/**
 * The date that `written` is as a whole, as `Release.publishedAt` wants it: `2024-05-27`, `2024-05-27T17:07:04`, with
 * an offset where one is given. Undefined for anything else, impossible days among it.
 */
export function readDate(written: string): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const text = written.normalize('NFKC').trim().replace(LABEL, '').replace(WEEKDAY, '').replace(/\s+/g, ' ');
  for (const pattern of FORMS) {
    const parts = pattern.exec(text)?.groups;
    const date = parts === undefined ? undefined : toIso(parts);
    if (date !== undefined) return date;
  }
  return undefined;
}

function toIso(parts: Readonly<Partial<Record<string, string>>>): string | undefined {
  const { year, month, name, day, hour, minute, second = '00', half, zone } = parts;
  const date = {
    year: Number(year),
    month: name === undefined ? Number(month) : MONTHS.get(name.toLowerCase()),
    day: Number(day),
    hour: hourOf(Number(hour ?? 0), half),
    minute: Number(minute ?? 0),
    second: Number(second),
  };
  if (date.month === undefined) return undefined;
  const moment = DateTime.fromObject({ ...date, month: date.month }, { zone: 'utc' });
  if (!moment.isValid) return undefined;
  if (hour === undefined) return moment.toFormat('yyyy-MM-dd');
  return moment.toFormat("yyyy-MM-dd'T'HH:mm:ss") + offsetOf(zone);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named;
  const digits = zone.replace(/[^\d+-]/g, '');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}
