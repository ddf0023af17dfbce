// Which point of a list a question asks for, and how many points it says there are. Pure.
import type { Span } from '../domain/span.ts';
import { CARDINAL_WORDS, ORDINAL_WORDS, readCardinal, readOrdinal } from '../text/ordinals.ts';
import { CARDINALS, POINT_NOUNS } from './vocabulary.ts';

/** A point asked for by its number. */
export interface ItemRequest {
  /** From 1; -1 is the last one. */
  readonly n: number;
  /** The words that say so, in the question. */
  readonly span: Span;
  /** Whether the number stands with a word for points; else it may number something else. */
  readonly certain: boolean;
}

const ORDINAL = `(?<ordinal>${ORDINAL_WORDS}|ke[- ]?\\d{1,2}|\\d{1,2}(?:st|nd|rd|th))`;
const NUMBER = `(?<number>(?:nomor|number|no\\.?|#) ?(?<cardinal>${CARDINAL_WORDS}|\\d{1,2}))`;
const LETTER = '(?<number>\\((?<bracketed>[a-j])\\)|(?<letter>[a-j])\\b)';

/** What an ordinal numbers when it numbers no points. */
const OTHERS =
  'triwulan|kuartal|semester|paruh|abad|kelas|pertemuan|tahun|putaran|babak|edisi|generasi|gelombang|periode|minggu|bulan|presiden|anak|dunia|sidang|kongres|ktt|jilid|kali|kalinya|quarter|half|century|time|class|meeting|summit|year|round|edition|generation|wave|week|month|world|session|president|name|season';
const NOT_OTHERS = `(?! (?:${OTHERS})\\b)`;

interface Pattern {
  readonly pattern: RegExp;
  readonly certain: boolean;
}

const pattern = (source: string, certain = true): Pattern => ({
  pattern: new RegExp(source, 'diu'),
  certain,
});

/** The certain stand first. */
const PATTERNS: readonly Pattern[] = [
  pattern(`\\b(?:${POINT_NOUNS.id})(?: \\w+){0,3}? (?:yang )?(?:${ORDINAL}|${NUMBER})\\b${NOT_OTHERS}`),
  pattern(`\\b(?:poin|butir|point|step|rule|item) (?<cardinal>${CARDINAL_WORDS}|\\d{1,2})\\b(?! \\w+s\\b)`),
  pattern(`\\b(?:${POINT_NOUNS.id}|${POINT_NOUNS.en}|huruf|letter) ${LETTER}`),
  pattern(
    `\\b${ORDINAL}(?: of (?:the|its|their|these|those|[\\w'’]+s))?(?: (?!${OTHERS})[\\w'’-]+){0,3} (?:${POINT_NOUNS.en})\\b`,
  ),
  pattern(`\\b(?:${POINT_NOUNS.en}) ${NUMBER}\\b`),
  pattern(`\\b(?:comes?|stands?|is listed) ${ORDINAL}\\b`),
  pattern(`(?<number>(?<ordinal>第(?:[一二三四五六七八九十]|\\d){1,3}|最后)一?个?(?:${POINT_NOUNS.zh}))`),
  pattern(`(?<!\\b(?:${OTHERS})(?: \\w+)?(?: yang)? )\\b(?:${ORDINAL}|${NUMBER})\\b${NOT_OTHERS}`, false),
];

/** The point a question asks for, where it names one. */
export function readItem(question: string): ItemRequest | undefined {
  for (const { pattern: form, certain } of PATTERNS) {
    const match = form.exec(question);
    const n = match === null ? undefined : numberOf(match.groups ?? {});
    if (match !== null && n !== undefined) return { n, span: spanOf(match), certain };
  }
  return undefined;
}

/** The groups of which one at least has matched, the one that holds all the words of the number first. */
const NUMBERED = ['number', 'ordinal', 'cardinal'];

function spanOf({ indices }: RegExpExecArray): Span {
  const places = NUMBERED.map((name) => indices?.groups?.[name]);
  const [start, end] = places.find((place) => place !== undefined) ?? [0, 0];
  return { start, end };
}

function numberOf({
  ordinal,
  cardinal,
  bracketed,
  letter,
}: Partial<Record<string, string>>): number | undefined {
  if (ordinal !== undefined) return readOrdinal(ordinal);
  if (cardinal !== undefined) return readCardinal(cardinal);
  const sign = bracketed ?? letter;
  return sign === undefined ? undefined : sign.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

const COUNTED = [
  new RegExp(`\\b(?<n>${CARDINALS.latin}) (?:\\w+ )?(?:${POINT_NOUNS.id})\\b`, 'iu'),
  new RegExp(`\\b(?<n>${CARDINALS.latin})(?:-| )(?:(?!of\\b)[\\w'’-]+ ){0,2}(?:${POINT_NOUNS.en})\\b`, 'iu'),
  new RegExp(
    `(?<![第\\d年月])(?<n>${CARDINALS.zh})(?:个|大)?(?:${POINT_NOUNS.zh}|优先|标准|合作|原因|措施|领域)`,
    'u',
  ),
];

/** How many points the question says the list has: "the five points" gives 5. */
export function readPointCount(question: string): number | undefined {
  for (const form of COUNTED) {
    const n = form.exec(question)?.groups?.['n'];
    if (n !== undefined) return readCardinal(n);
  }
  return undefined;
}
