// Numbers from 1 to 20 as words, in Indonesian, English and Chinese. Pure.
import type { Span } from '../domain/span.ts';

/** A number and where it is written. */
export interface FoundNumber extends Span {
  readonly n: number;
}

/** The largest number read from words. */
const MAX = 20;

const INDONESIAN =
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas tujuh_belas delapan_belas sembilan_belas dua_puluh';
const ENGLISH =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const ENGLISH_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
const CHINESE = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十';

const words = (list: string): string[] => list.split(' ').map((word) => word.replace('_', ' '));

const CARDINALS = new Map<string, number>();
const ORDINALS = new Map<string, number>([
  ['pertama', 1],
  ['terakhir', -1],
  ['last', -1],
  ['final', -1],
  ['最后', -1],
]);
for (const list of [INDONESIAN, ENGLISH, CHINESE]) {
  words(list).forEach((word, i) => CARDINALS.set(word, i + 1));
}
CARDINALS.set('两', 2);
words(INDONESIAN).forEach((word, i) => {
  CARDINALS.set(word.replace(' ', ''), i + 1);
  ORDINALS.set(`ke${word}`, i + 1).set(`ke${word.replace(' ', '')}`, i + 1);
});
words(ENGLISH_ORDINALS).forEach((word, i) => {
  ORDINALS.set(word, i + 1).set(`${word}ly`, i + 1);
});
words(CHINESE).forEach((word, i) => ORDINALS.set(`第${word}`, i + 1));

const LATIN = /^[a-z ]+$/;
const alternatives = (map: ReadonlyMap<string, number>): string =>
  [...map.keys()]
    .filter((word) => LATIN.test(word))
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(' ', '[ -]'))
    .join('|');

/** Alternatives of a regular expression, longest first. */
export const ORDINAL_WORDS = alternatives(ORDINALS);
export const CARDINAL_WORDS = alternatives(CARDINALS);
export const HAN_NUMERALS = '二十|十[一二三四五六七八九]|[一二三四五六七八九十]';

const ORDINAL_DIGITS = /^(?:ke-? ?(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)|第 ?(\d{1,2}))$/;

const simplify = (word: string): string => word.normalize('NFKC').toLowerCase().replaceAll('-', ' ').trim();

/** `lima`, `five`, `五`, `5`: the number, from 1 to 20; undefined for any other word. */
export function readCardinal(word: string): number | undefined {
  const simple = simplify(word);
  return CARDINALS.get(simple) ?? within(/^\d{1,2}$/.test(simple) ? Number(simple) : undefined);
}

/** `kelima`, `ke-5`, `fifth`, `5th`, `第五`: the number, from 1 to 20; -1 for the last; undefined for any other word. */
export function readOrdinal(word: string): number | undefined {
  const digits = ORDINAL_DIGITS.exec(word.normalize('NFKC').toLowerCase().trim());
  const number = digits?.[1] ?? digits?.[2] ?? digits?.[3];
  return ORDINALS.get(simplify(word)) ?? within(number === undefined ? undefined : Number(number));
}

function within(n: number | undefined): number | undefined {
  return n !== undefined && n >= 1 && n <= MAX ? n : undefined;
}

const alone = (pattern: string): string => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;

const ORDINALS_IN_TEXT = new RegExp(
  `${alone(`${ORDINAL_WORDS}|ke[- ]?\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)`)}|第(?:${HAN_NUMERALS}| ?\\d{1,2}(?!\\d))|最后`,
  'giu',
);
/** What makes of a number a date, a time or a share. */
const MEASURED =
  ' ?(?:[%年月日号时點点]|persen|percent|per cent|jan|feb|mar|apr|mei|may|ju[nl]|agu|aug|sep|okt|oct|nov|des|dec)';
const HAN_DIGIT = '一二三四五六七八九十百千万亿';
const CARDINALS_IN_TEXT = new RegExp(
  alone(CARDINAL_WORDS) +
    `|(?<![\\p{N}.,:/]|[.,]\\d)\\d{1,2}(?![\\p{N}/:]|[.,]\\p{N}|${MEASURED})` +
    `|(?<![第\\p{N}${HAN_DIGIT}])(?:${HAN_NUMERALS}|两)(?![\\p{N}${HAN_DIGIT}月日])`,
  'giu',
);

/** The ordinals in `text`, in order. What they count is for the reader to tell: `kedua negara` is found too. */
export function findOrdinals(text: string): FoundNumber[] {
  return find(text, ORDINALS_IN_TEXT, readOrdinal);
}

/** The cardinals up to 20 in `text`, in words and digits, in order, without those of dates, times and shares. */
export function findCardinals(text: string): FoundNumber[] {
  return find(text, CARDINALS_IN_TEXT, readCardinal);
}

function find(text: string, pattern: RegExp, read: (word: string) => number | undefined): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(pattern)) {
    const n = read(match[0]);
    if (n !== undefined) found.push({ n, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
