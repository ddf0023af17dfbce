// Times that the text of a release names: days, months, quarters, half-years, years; "last year" counts from its day. Pure.

/** Days `YYYY-MM-DD`, both ends inclusive; months end on a day 31, be there one or not. */
export interface NamedTime {
  readonly from: string;
  readonly to: string;
  /** Whether it is only what something is compared with: "up from 2023". */
  readonly compared: boolean;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS: readonly string[] = [
  'jan|januari|january|jan|1|一',
  'feb|februari|february|pebruari|2|二',
  'mar|maret|march|3|三',
  'apr|april|4|四',
  'mei|may|5|五',
  'jun|juni|june|6|六',
  'jul|juli|july|7|七',
  'agt|agustus|august|aug|8|八',
  'sep|september|sept|9|九',
  'okt|oktober|october|oct|10|十',
  'nov|november|nopember|11|十一',
  'des|desember|december|dec|12|十二',
];
const MONTH_NUMBERS = new Map(MONTHS.flatMap((names, i) => names.split('|').map((name) => [name, i + 1])));
const MONTH = `(?:${MONTHS.map((names) => names.replace(/\|\d+\|.*$/u, '')).join('|')})\\b\\.?`;
const YEAR = '(?:19|20)\\d\\d';
const HAN_MONTH = '1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]';
const TO = '\\s*(?:sampai(?: dengan)?|hingga|dan|to|until|and|[-–])\\s*';
const ORDINALS =
  'pertama|kedua|ketiga|keempat|first|second|third|fourth|last|I{1,3}|IV|[1-4](?:st|nd|rd|th)?|ke-[1-4]';
const ORDINAL_NUMBERS = new Map(
  ['pertama first I 1 1st ke-1 一 上', 'kedua second II 2 2nd ke-2 二 下', 'ketiga third III 3 3rd ke-3 三']
    .concat('keempat fourth last IV 4 4th ke-4 四')
    .flatMap((words, i) => words.split(' ').map((word) => [word.toLowerCase(), i + 1])),
);

type Groups = Partial<Record<string, string>>;
type Range = Pick<NamedTime, 'from' | 'to'>;

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, published: Day) => Range | undefined;
}

const rule = (source: string, read: Rule['read']): Rule => ({ pattern: new RegExp(source, 'giu'), read });
const two = (n: number): string => String(n).padStart(2, '0');
const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
const monthsOf = (year: number, from: number, to = from): Range => ({
  from: iso(year, from, 1),
  to: iso(year, to, 31),
});
const monthNumber = (name = ''): number => MONTH_NUMBERS.get(name.toLowerCase().replace('.', '')) ?? 1;
/** The year that is written, or that of the release. */
const yearOf = (written: string | undefined, { year }: Day): number =>
  written === undefined ? year : Number(written);

function readDay({ year, month, day }: Groups, published: Day): Range {
  const date = iso(yearOf(year, published), monthNumber(month), Number(day));
  return { from: date, to: date };
}

function readMonths({ year, month, until }: Groups, published: Day): Range {
  return monthsOf(yearOf(year, published), monthNumber(month), monthNumber(until ?? month));
}

/** A half has 6 months, a quarter 3. */
function readPart(length: 3 | 6): Rule['read'] {
  return ({ ordinal, year, back }, published) => {
    const n = ORDINAL_NUMBERS.get(ordinal?.toLowerCase() ?? '') ?? 1;
    if (n * length > 12) return undefined;
    const of = back === undefined ? yearOf(year, published) : published.year - 1;
    return monthsOf(of, (n - 1) * length + 1, n * length);
  };
}

function readYear({ year }: Groups): Range {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

const wholeYear =
  (offset: number): Rule['read'] =>
  (_, { year }) =>
    monthsOf(year + offset, 1, 12);

function dayBefore(days: number): Rule['read'] {
  return (_, { year, month, day }) => {
    const date = new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
    return { from: date, to: date };
  };
}

const LAST_YEAR = 'tahun (?:lalu|sebelumnya)|last year|the (?:year before|previous year)|去年|上年';
const OF_YEAR = `(?:[\\s/-]+(?:(?:of|tahun|in)\\s+)?(?:the\\s+year\\s+)?(?:(?<year>${YEAR})|(?<back>${LAST_YEAR})))?`;
const HAN_YEAR = `(?:(?<year>${YEAR})年|(?<back>去年|上年))?`;

/** What one has read, the next do not see. */
const RULES: readonly Rule[] = [
  rule(`(?<year>${YEAR})年(?<month>1[0-2]|[1-9])月(?<day>[12]\\d|3[01]|[1-9])日`, readDay),
  rule(`(?<![\\d年])(?<month>1[0-2]|[1-9])月(?<day>[12]\\d|3[01]|[1-9])日`, readDay),
  rule(
    `\\b(?<day>[12]\\d|3[01]|[1-9])(?:st|nd|rd|th)?\\s+(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?`,
    readDay,
  ),
  rule(
    `\\b(?<month>${MONTH})\\s+(?<day>[12]\\d|3[01]|[1-9])\\b(?!\\s*[.,]?\\d)(?:,?\\s+(?<year>${YEAR}))?`,
    readDay,
  ),
  rule(`\\b(?<day>[12]\\d|3[01]|[1-9])/(?<month>1[0-2]|[1-9])/(?<year>${YEAR})\\b`, readDay),
  rule(`\\b(?:semester|(?:se)?paruh)\\s+(?<ordinal>${ORDINALS})${OF_YEAR}\\b`, readPart(6)),
  rule(`\\b(?<ordinal>first|second)\\s+half\\b${OF_YEAR}`, readPart(6)),
  rule(`${HAN_YEAR}(?<ordinal>[上下])半年`, readPart(6)),
  rule(`\\b(?:triwulan|kuartal|kwartal)\\s+(?<ordinal>${ORDINALS})${OF_YEAR}\\b`, readPart(3)),
  rule(`\\b(?<ordinal>${ORDINALS})\\s+quarter\\b${OF_YEAR}`, readPart(3)),
  rule(`\\bQ(?<ordinal>[1-4])\\b${OF_YEAR}`, readPart(3)),
  rule(`${HAN_YEAR}第?(?<ordinal>[一二三四1-4])季度`, readPart(3)),
  rule(`\\b(?<month>${MONTH})(?:${TO}(?<until>${MONTH}))?\\s+(?<year>${YEAR})\\b`, readMonths),
  rule(`\\b(?<month>${MONTH})${TO}(?<until>${MONTH})`, readMonths),
  rule(
    `(?:(?<year>${YEAR})年)?(?<month>1[0-2]|[1-9])月?(?:至|到|[-—])(?<until>1[0-2]|[1-9])月(?!\\d)`,
    readMonths,
  ),
  rule(
    `(?:(?<year>${YEAR})年)?(?<![\\d十])(?<month>${HAN_MONTH})月(?:份|初|底|末|中旬|(?![\\d日]))`,
    readMonths,
  ),
  rule(LAST_YEAR, wholeYear(-1)),
  rule(`(?<![\\d.,/-])(?<year>${YEAR})${TO}(?<until>${YEAR})(?!\\d|[.,]\\d)`, ({ year, until }) => ({
    from: `${year}-01-01`,
    to: `${until}-12-31`,
  })),
  rule('tahun ini|this year|今年|本年|全年', wholeYear(0)),
  rule('tahun depan|next year|明年', wholeYear(1)),
  rule('\\bkemarin\\b|\\byesterday\\b|昨[天日晚]', dayBefore(1)),
  rule('\\bhari ini\\b|\\b(?:from )?today\\b|今[天日早晚晨]', dayBefore(0)),
  rule(`(?<![\\p{Script=Latin}\\d.,/-])(?<year>${YEAR})(?!\\d|[.,]\\d)`, readYear),
];

/** Right before a time: it is what something is compared with. */
const COMPARED =
  /(?:\b(?:dari|daripada|dibanding(?:kan)?(?: dengan)?|periode yang sama|semester yang sama|than|from|compared (?:with|to)|against|over)\s+(?:\p{L}+\s+){0,2}|比|较|同比)$/iu;

/** The times in `text`, each stretch read once. `published` is the day that "today" means, `YYYY-MM-DD`. */
export function timesIn(text: string, published: string): readonly NamedTime[] {
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
  const found: NamedTime[] = [];
  let rest = text;
  for (const { pattern, read } of RULES) {
    for (const { 0: words, index, groups = {} } of rest.matchAll(pattern)) {
      const range = read(groups, { year, month, day });
      if (range === undefined) continue;
      found.push({ ...range, compared: COMPARED.test(text.slice(0, index)) });
      rest = rest.slice(0, index) + ' '.repeat(words.length) + rest.slice(index + words.length);
    }
  }
  return found;
}
