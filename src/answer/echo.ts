// How a question was read, in one short line that is shown with its answer. Pure.
import { DateTime } from 'luxon';
import type { Reading } from '../domain/answer.ts';
import type { Language } from '../domain/release.ts';

interface Words {
  readonly read: string;
  readonly item: (n: string) => string;
  readonly last: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly latest: string;
  readonly question: string;
  readonly month: readonly string[];
}

const months = (list: string): readonly string[] => list.split(' ');

const WORDS: Readonly<Record<'id' | 'en' | 'zh', Words>> = {
  id: {
    read: 'dibaca: ',
    item: (n) => `poin ke-${n}`,
    last: 'poin terakhir',
    since: (day) => `sejak ${day}`,
    until: (day) => `sampai ${day}`,
    latest: 'rilis terbaru',
    question: 'pertanyaan wartawan',
    month: months('Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'),
  },
  en: {
    read: 'read as: ',
    item: (n) => `point ${n}`,
    last: 'last point',
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    latest: 'latest release',
    question: "reporter's question",
    month: months('January February March April May June July August September October November December'),
  },
  zh: {
    read: '理解为：',
    item: (n) => `第${n}点`,
    last: '最后一点',
    since: (day) => `${day}起`,
    until: (day) => `截至${day}`,
    latest: '最新发布',
    question: '记者提问',
    month: months('1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月'),
  },
};

export interface EchoOptions {
  /** Of the line; other languages are written in English. */
  readonly language: Language;
  /** IANA name of the time zone in which days were counted. */
  readonly timeZone: string;
  /** Within its days, to tell summer from winter time; default the day read. */
  readonly now?: Date;
}

/** For example `dibaca: 20–26 Mei 2024 (WIB), Kementerian Perairan`; undefined where nothing was read that restricts. */
export function describeReading(reading: Reading, options: EchoOptions): string | undefined {
  const words = options.language in WORDS ? WORDS[options.language as keyof typeof WORDS] : WORDS.en;
  const parts = [
    quoteReadAs(reading),
    reading.completed === undefined ? describeItem(reading, words) : undefined,
    describeDays(reading, words, options),
    reading.latest === true ? words.latest : undefined,
    reading.source,
    reading.wantsQuestion === true ? words.question : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : words.read + parts.join(', ');
}

/** As which words the question was read, where these are not its own; in quotation marks. */
export function quoteReadAs({ respelled, completed }: Reading): string | undefined {
  const readAs = respelled ?? completed;
  return readAs === undefined ? undefined : `“${shorten(readAs)}”`;
}

/** More of a question would stand in the answer's way. */
const MAX_SHOWN = 120;

/** Cut between two graphemes and marked where it is long. */
function shorten(question: string): string {
  if (question.length <= MAX_SHOWN) return question;
  const room = [...new Intl.Segmenter().segment(question.slice(0, MAX_SHOWN + 1))].slice(0, -1);
  return `${room.map(({ segment }) => segment).join('')}…`;
}

function describeItem({ item }: Reading, words: Words): string | undefined {
  if (item === undefined) return undefined;
  return item === -1 ? words.last : words.item(String(item));
}

function describeDays({ from, to }: Reading, words: Words, options: EchoOptions): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  const zone = zoneName(from ?? to ?? '', options);
  return `${range(from, to, { words, language: options.language })} (${zone})`;
}

interface Form {
  readonly words: Words;
  readonly language: Language;
}

function range(from: string | undefined, to: string | undefined, form: Form): string {
  if (from === undefined) return form.words.until(day(to ?? '', form));
  if (to === undefined) return form.words.since(day(from, form));
  if (from === to) return day(from, form);
  const [one, other] = [DateTime.fromISO(from), DateTime.fromISO(to)];
  if (form.language === 'zh' || one.year !== other.year) return `${day(from, form)}–${day(to, form)}`;
  if (one.month !== other.month) return `${dayAndMonth(one, form)} – ${day(to, form)}`;
  return `${one.day}–${day(to, form)}`;
}

function day(iso: string, form: Form): string {
  const date = DateTime.fromISO(iso);
  return form.language === 'zh'
    ? `${date.year}年${dayAndMonth(date, form)}`
    : `${dayAndMonth(date, form)} ${date.year}`;
}

function dayAndMonth(date: DateTime, { words, language }: Form): string {
  const month = words.month[date.month - 1] ?? '';
  return language === 'zh' ? `${month}${date.day}日` : `${date.day} ${month}`;
}

const INDONESIAN_ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

function zoneName(iso: string, { timeZone, now }: EchoOptions): string {
  const at =
    now === undefined
      ? DateTime.fromISO(iso, { zone: timeZone })
      : DateTime.fromJSDate(now, { zone: timeZone });
  return INDONESIAN_ZONES[timeZone] ?? at.toFormat('ZZZZ', { locale: 'en' });
}
