// What opens a point of a list: an ordinal word, a number, a letter, a bullet. Pure.
import type { PointStyle } from '../domain/outline.ts';
import { HAN_NUMERALS, ORDINAL_WORDS, readCardinal, readOrdinal } from './ordinals.ts';

/** An opening of a point, as one of the ways in which it can be read. */
export interface Mark {
  readonly style: PointStyle;
  /** The number given, from 1; 0 for a bullet, -1 for `finally` and its like. */
  readonly n: number;
  /** Marks count on from each other within one family alone: `1.` never goes on from `(a)`. */
  readonly family: string;
  /** Offset after the mark. */
  readonly end: number;
}

/** Signs of Markdown, and white space, that may stand before a mark. Bounded, so that reading one takes constant time. */
const BEFORE = '[ \\t\\u3000]{0,40}(?:#{1,6} |>{1,3} )?(?:\\*\\*|__)?';
const sticky = (pattern: string, flags = ''): RegExp => new RegExp(`${BEFORE}(?:${pattern})`, `yu${flags}`);

const COUNTED =
  'poin|butir|usulan|usul|hal|langkah|yang|alasan|prioritas|agenda|bagian|tahap|faktor|pilar|hari|pekan|sesi';
const COUNTED_ENGLISH = 'the|our|my|step|point|part|phase|pillar|day|week|session';
/** What follows an ordinal that opens a point; without it the word only counts (`kedua negara`, `first half`). */
const OPENS =
  '(?:\\*\\*|__)?(?: ?[,:;.–—]| - | (?:adalah|ialah|yakni|yaitu|is|was|are)(?= )| of all,| and (?:foremost|finally|last(?:ly)?),| (?:dan|sekaligus) terakhir,)';

/** What leads on to a later point: "And third, …", "Dan terakhir, …". */
const ONWARD = '(?:(?:and|then|dan|serta|lalu|kemudian),? )?';
const ORDINAL = sticky(
  `${ONWARD}(?:(?:${COUNTED}|${COUNTED_ENGLISH}) )?(${ORDINAL_WORDS}|finally|lastly)${OPENS}`,
  'i',
);
const COUNTED_NUMBER = sticky(`(?:${COUNTED}|${COUNTED_ENGLISH}) (\\d{1,2}) ?[.:,)–—]`, 'i');
const HAN_ORDINAL = sticky(
  `(?:第(${HAN_NUMERALS}|\\d{1,2})(?:条|项|点|步|章|节|天|周)?(?:[，,、：:；]|[ \\u3000]|是)|(首先|其次|再次|最后)[，,：:是])`,
);
const HAN_NUMBER = sticky(
  `(${HAN_NUMERALS})(、|．)|[（(](${HAN_NUMERALS})[）)]|(${HAN_NUMERALS})(?:是|要|则|来)(?!否|不)|其(${HAN_NUMERALS})[，,、：:是]`,
);
const NUMBER = sticky(
  '(?:(\\d{1,2})(?:([.)])(?=\\s|$|[^\\d\\s.,)])|([、．]))|[（(](\\d{1,2})[）)]|([①-⑳])|([⑴-⒇]))(?:\\*\\*|__)?',
);
const LETTER = sticky('(?:([a-z])([.)])(?=\\s)|[（(]([a-z])[）)])', 'i');
const ROMAN = sticky('(?:(x?(?:ix|iv|v?i{0,3}))([.)])(?=\\s)|[（(](x?(?:ix|iv|v?i{0,3}))[）)])', 'i');
const BULLET = sticky('(?:([-*+–])(?=[ \\t])|([•●○▪◦‣■□▶➢✓✔·]))');
/** The lines of a timetable: `07.00 sirene dibunyikan`, `9:30 a.m. – opening`. */
const CLOCK = sticky(
  '(?:(?:pukul|jam) )?(?:[01]?\\d|2[0-4])[.:][0-5]\\d(?![\\d.,:]| ?(?:pagi|siang|sore|malam))(?= ?(?:WIB|WITA|WIT|[ap]\\.?m|[–—-]|\\p{L}|：|:))',
  'i',
);

/** Every way to read what stands at `at` as the opening of a point; empty where it opens none. */
export function readMarks(text: string, at: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const read of [ordinal, hanOrdinal, hanNumber, number, letter, roman, bullet, clock]) {
    const mark = read(text, at);
    if (mark !== undefined) marks.push(mark);
  }
  return marks;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const ends = (found: RegExpExecArray): number => found.index + found[0].length;

function ordinal(text: string, at: number): Mark | undefined {
  const found = match(ORDINAL, text, at) ?? match(COUNTED_NUMBER, text, at);
  if (found === null) return undefined;
  const word = found[1] ?? '';
  const n = /^(?:finally|lastly)$/i.test(word) ? -1 : (readOrdinal(word) ?? readCardinal(word));
  return n === undefined ? undefined : { style: 'ordinal', n, family: 'ordinal', end: ends(found) };
}

const HAN_SEQUENCE: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: -1 };

function hanOrdinal(text: string, at: number): Mark | undefined {
  const found = match(HAN_ORDINAL, text, at);
  if (found === null) return undefined;
  const [, numeral, word] = found;
  const n = numeral === undefined ? HAN_SEQUENCE[word ?? ''] : readCardinal(numeral);
  const family = numeral === undefined ? '首先' : '第一';
  return n === undefined ? undefined : { style: 'ordinal', n, family, end: ends(found) };
}

function hanNumber(text: string, at: number): Mark | undefined {
  const found = match(HAN_NUMBER, text, at);
  if (found === null) return undefined;
  const families = { 1: '一、', 3: '（一）', 4: '一是', 5: '其一' } as const;
  for (const [group, family] of Object.entries(families)) {
    const numeral = found[Number(group)];
    const n = numeral === undefined ? undefined : readCardinal(numeral);
    if (n !== undefined) return { style: 'ordinal', n, family, end: ends(found) };
  }
  return undefined;
}

function number(text: string, at: number): Mark | undefined {
  const found = match(NUMBER, text, at);
  if (found === null) return undefined;
  const [, digits, sign, comma, bracketed, circled, parenthesized] = found;
  const end = ends(found);
  const mark = (n: number, family: string): Mark | undefined =>
    n >= 1 ? { style: 'number', n, family, end } : undefined;
  if (digits !== undefined) return mark(Number(digits), `1${sign ?? comma ?? ''}`);
  if (bracketed !== undefined) return mark(Number(bracketed), '(1)');
  if (circled !== undefined) return mark((circled.codePointAt(0) ?? 0) - 0x245f, '①');
  return mark((parenthesized?.codePointAt(0) ?? 0) - 0x2473, '⑴');
}

function letter(text: string, at: number): Mark | undefined {
  const found = match(LETTER, text, at);
  if (found === null) return undefined;
  const sign = found[1] ?? found[3] ?? '';
  const capital = sign !== sign.toLowerCase();
  return {
    style: 'letter',
    n: sign.toLowerCase().charCodeAt(0) - 0x60,
    family: `${capital ? 'A' : 'a'}${found[2] ?? '()'}`,
    end: ends(found),
  };
}

const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix'.split(' ');

function roman(text: string, at: number): Mark | undefined {
  const found = match(ROMAN, text, at);
  if (found === null) return undefined;
  const sign = found[1] ?? found[3] ?? '';
  const n = ROMANS.indexOf(sign.toLowerCase()) + 1;
  const family = `${sign === sign.toLowerCase() ? 'i' : 'I'}${found[2] ?? '()'}`;
  return n === 0 ? undefined : { style: 'letter', n, family, end: ends(found) };
}

function bullet(text: string, at: number): Mark | undefined {
  const found = match(BULLET, text, at);
  if (found === null) return undefined;
  return { style: 'bullet', n: 0, family: found[1] ?? found[2] ?? '', end: ends(found) };
}

/** A timetable is a list in which the times stand for bullets; they belong to the words of the point. */
function clock(text: string, at: number): Mark | undefined {
  const found = match(CLOCK, text, at);
  return found === null ? undefined : { style: 'bullet', n: 0, family: 'time', end: ends(found) };
}

/** In small letters: `First Secretary` is a title. */
const BARE_ORDINAL = new RegExp(`(${ORDINAL_WORDS})(?= )`, 'uy');

/** An ordinal word without the punctuation that opens a point, as in `pertama mendorong …; kedua memperdalam …`. */
export function readOrdinalMark(text: string, at: number): Mark | undefined {
  const found = match(BARE_ORDINAL, text, at);
  const n = readOrdinal(found?.[1] ?? '');
  return found === null || n === undefined
    ? undefined
    : { style: 'ordinal', n, family: 'ordinal', end: ends(found) };
}

const NUMBERED = /^\s*(?:\(?(?:\d{1,2}|\p{L})[.)]|（[^）]{1,2}）|[-–•*]|第.{1,2}[，,、])\s*/u;

/** A point without the number, letter or bullet that opens it, which says nothing of what the point is about. */
export function withoutMark(point: string): string {
  return point.replace(NUMBERED, '');
}
