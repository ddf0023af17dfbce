// Whether a sentence holds an answer of the kind a question expects. Pure.
import { LRUCache } from 'lru-cache';
import { findDefinitions } from '../text/definitions.ts';
import { withoutMark } from '../text/marks.ts';
import { tokensOf } from '../text/terms.ts';
import type { AnswerType, ExpectedAnswer } from './answer-type.ts';
import { LENGTHS } from './units.ts';

const NUMBER_WORDS =
  'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belasan|puluhan|ratusan|ribuan|seratus|seribu|sejuta|setengah|separuh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|sekali';
const SCALE = '(?:\\s?(?:ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion|[千万亿]+))?';
const DIGITS = `(?<![\\p{Script=Latin}\\d.,])\\d[\\d.,]*${SCALE}`;
/** With what it measures: alone the characters stand in many words. */
const HAN_NUMBER =
  '(?:[一二两三四五六七八九十百千万亿半]+(?=[个名人条项次年月天日点元米吨公里%户家所头口座艘辆只件份种位成倍周小时分]))';
const AMOUNT = `(?:${DIGITS}|\\b(?:${NUMBER_WORDS})\\b${SCALE}|${HAN_NUMBER})`;
const CURRENCY_BEFORE = '(?:Rp|IDR|USD|US\\$|S\\$|SGD|A\\$|RMB|CNY|EUR|GBP|\\$|€|£|¥|￥)';
const CURRENCY_AFTER =
  '(?:rupiah|dolar|dollars?|euros?|pounds?|yuan|yen|won|ringgit|sen|cents?|元|美元|欧元|日元|人民币|盾|角)';
const TIME_UNIT =
  '(?:tahun|bulan|minggu|pekan|hari|jam|menit|detik|years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|abad|dasawarsa|年|个?月|周|天|日|个?小时|分钟?|秒)';
const MONTHS =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|january|february|march|may|june|july|august|october|december|jan|feb|mar|apr|jun|jul|agt|aug|sept?|okt|oct|nov|des|dec';
const YEAR = '(?<!\\d)(?:1\\d|20)\\d{2}(?!\\d)';
const DATE = `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${MONTHS})\\b|\\b(?:${MONTHS})\\.?\\s+\\d{1,2}\\b|\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?\\b|\\d{1,2}月\\d{1,2}日|\\d{1,2}[日号]`;
const CLOCK = `\\b(?:pukul|jam)\\s+\\d|\\b\\d{1,2}[.:]\\d{2}\\b|\\b\\d{1,2}\\s?(?:a\\.?m|p\\.?m)\\b|\\b(?:noon|midnight|tengah malam|tengah hari)\\b|\\d{1,2}[时点](?:\\d{1,2}分|半)?|o['’]clock`;
const OTHER_TIME = `\\b(?:${MONTHS})\\s+\\d{4}\\b|\\b(?:senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b|\\babad\\s+(?:ke-?\\s?)?\\w+|\\bcentury\\b|\\b(?:kemarin|besok|lusa|yesterday|tomorrow|semester|triwulan|quarter)\\b|\\d{1,4}年|\\d{1,2}月|[上下本]周|星期[一二三四五六日天]|世纪|季度|\\b\\d+\\s?(?:SM|M|BC|AD|BCE|CE)\\b|\\b(?:spring|summer|autumn|winter)\\b`;
const CAPITALS =
  "(?:\\p{Lu}[\\p{L}'’.-]*)(?:\\s+(?:(?:bin|binti|van|von|de|der|al|of|the|du|da|dos|el|la|dan|and)\\s+)?\\p{Lu}[\\p{L}'’.-]*)*";
const HAN_NAME =
  '(?:总理|总统|主席|部长|局长|市长|省长|校长|主任|教授|先生|女士|导演|作者|由|叫)\\p{Script=Han}{2,4}|\\p{Script=Han}{2,8}(?:公司|集团|政府|局|部|大学|委员会|协会|办|院|人员|学生|工人)';
/** Somebody without a name: "seorang calon penumpang", "a student". */
const SOMEBODY =
  '\\b(?:seorang|para|oleh)\\s+\\p{Ll}+|\\b(?:by|a|an)\\s+(?:\\p{Ll}+\\s)?\\p{Ll}*(?:ent|er|or|ist|ian|man|woman|ee)\\b|一[名位个]\\p{Script=Han}{2,6}';
const PLACES = '(?:省|市|县|区|镇|村|国|州|路|街|港|岛|湖|站|馆|大学|医院|学校|中心|码头|广场|公园)';
const PLACE = `\\b(?:di|ke|dari|in|at|from|near|to|dekat|antara|wilayah|menuju|outside|along)\\s+(?:the\\s+)?(?:\\p{Ll}+\\s+){0,2}(?:of\\s+)?\\p{Lu}[\\p{L}'’.-]*|\\p{Lu}[\\p{L}'’-]+,\\s+\\p{Lu}[\\p{L}'’-]+|\\p{Script=Han}{1,6}${PLACES}|\\b(?:kota|desa|kecamatan|kabupaten|provinsi|pulau|kelurahan|jalan|gedung|stasiun)\\s+\\p{Lu}`;
const REASON =
  '\\b(?:karena|sebab|akibat|disebabkan|penyebab(?:nya)?|lantaran|berkat|agar|supaya|sehingga|because|due to|owing to|since|caused by|cause|reason|as a result|in order to|so that|thanks to|after)\\b|因为|由于|造成|导致|原因|因此|为了|因';
const DEFINITION =
  '\\b(?:adalah|ialah|merupakan|yaitu|yakni|singkatan|kepanjangan|disebut|berarti|is|are|means|stands for|refers to|known as)\\b|\\([^)]{2,60}\\)|（[^）]{1,40}）|是|指|简称|缩写';

const pattern = (source: string): RegExp => new RegExp(source, 'giu');
/** Capitals matter in names. */
const cased = (source: string): RegExp => new RegExp(source, 'gu');

const DAY = `(?:${DATE})(?:,?\\s+${YEAR})?`;
const DAYS = pattern(DAY);
/** Days and years, which are no figures. */
const DATES = pattern(`${DAY}|${YEAR}年?|\\d{1,2}月(?:\\d{1,2}日)?`);
const TIME = `${YEAR}|${DATE}|${CLOCK}|${OTHER_TIME}`;

const DURATION = pattern(`${AMOUNT}(?:\\s\\p{L}+)?[\\s-]?${TIME_UNIT}`);
const LENGTH = pattern(`${AMOUNT}[\\s-]?(?:${LENGTHS})(?!\\p{Script=Latin})`);

/** Kinds that are told by patterns. */
type Kind = Exclude<AnswerType, 'any' | 'expansion'>;

const KINDS: Readonly<Record<Kind, readonly RegExp[]>> = {
  money: [pattern(`${CURRENCY_BEFORE}\\s?\\d|${AMOUNT}\\s?${CURRENCY_AFTER}`)],
  percent: [pattern(`\\d[\\d.,]*\\s?(?:%|persen|per ?cent)|百分之|\\d成|${HAN_NUMBER}成`)],
  duration: [DURATION],
  extent: [DURATION, LENGTH],
  number: [pattern(AMOUNT)],
  clock: [pattern(CLOCK)],
  year: [pattern(YEAR)],
  date: [pattern(DATE)],
  time: [pattern(TIME)],
  name: [cased(`${CAPITALS}|${HAN_NAME}|${SOMEBODY}`)],
  place: [cased(PLACE)],
  reason: [pattern(REASON)],
  definition: [pattern(DEFINITION)],
};

/** What half answers: a figure where a sum of money is asked for, another time where a day is. */
const WIDER: Partial<Record<AnswerType, Kind>> = {
  money: 'number',
  percent: 'number',
  duration: 'number',
  extent: 'number',
  clock: 'time',
  year: 'time',
  date: 'time',
};
const WIDER_FIT = 0.4;
const NO_UNIT_FIT = 0.3;

/** How well the words of `sentence` fit, in [0, 1]: 1 with the very kind and unit asked for, 0 where nothing is new. */
export function fitsAnswer(sentence: string, expected: ExpectedAnswer): number {
  const { type, unit } = expected;
  if (type === 'any') return 0;
  if (type === 'expansion') return Number(expandsAsked(sentence, expected));
  // The number of a point is no figure.
  const words = withoutMark(sentence);
  if (holds(words, type, expected)) {
    return type === 'number' && unit !== undefined && !hasUnit(words, unit.words) ? NO_UNIT_FIT : 1;
  }
  const wider = WIDER[type];
  return wider !== undefined && holds(words, wider, expected) ? WIDER_FIT : 0;
}

/** Whether `sentence` gives the long form of an abbreviation in the question, or the short one of a name there. */
function expandsAsked(sentence: string, { question }: ExpectedAnswer): boolean {
  const definitions = findDefinitions(sentence);
  if (definitions.length === 0) return false;
  const asked = new Set(tokensOf(question).map(({ term }) => term));
  const isAsked = (form: string): boolean => tokensOf(form).every(({ term }) => asked.has(term));
  return definitions.some(({ short, long }) => isAsked(short) !== isAsked(long));
}

/** The words without the days they name. */
export function withoutDays(words: string): string {
  return words.replace(DAYS, ' ');
}

/** Reasons and definitions are told by words that a question may have too. */
const KNOWN_IS_FINE: ReadonlySet<AnswerType> = new Set(['reason', 'definition', 'duration', 'extent']);

function holds(words: string, type: Kind, { question, unit }: ExpectedAnswer): boolean {
  const looked =
    type === 'number'
      ? words.replace(unit === undefined ? DATES : DATES_BESIDE.memo(unit.words), ' ')
      : words;
  return KINDS[type].some((kind) =>
    [...looked.matchAll(kind)].some(
      (match) =>
        (KNOWN_IS_FINE.has(type) || !question.includes(match[0].toLowerCase().trim())) &&
        !opensSentence(type, match, looked),
    ),
  );
}

/** A word with a capital at the start of a sentence is no name for that. */
function opensSentence(type: AnswerType, match: RegExpExecArray, words: string): boolean {
  return (
    type === 'name' &&
    !/[\s\p{Script=Han}]/u.test(match[0]) &&
    /^["“'‘(]?$/u.test(words.slice(0, match.index))
  );
}

/** Units that questions named of late. */
const MAX_UNITS = 500;
const byUnit = (make: (unit: string) => RegExp): LRUCache<string, RegExp> =>
  new LRUCache({ max: MAX_UNITS, memoMethod: make });

const WITH_UNIT = byUnit(
  (unit) =>
    new RegExp(
      `${AMOUNT}(?:\\s(?:\\p{L}+\\s)?|-|[个名位家支])?(?:${unit})(?:nya)?(?!\\p{Script=Latin})`,
      'iu',
    ),
);
/** Days and years, which are no figures unless the unit follows: "1200 hektare". */
const DATES_BESIDE = byUnit((unit) =>
  pattern(`${DAY}|${YEAR}(?!\\s?(?:${unit})(?!\\p{Script=Latin}))年?|\\d{1,2}月(?:\\d{1,2}日)?`),
);

function hasUnit(words: string, unit: string): boolean {
  return WITH_UNIT.memo(unit).test(words);
}
