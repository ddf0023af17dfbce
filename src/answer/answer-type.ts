// What the words of an answer look like: numbers, dates, names, places, reasons. Pure.
import type { Reading } from '../domain/answer.ts';

/** Finer than a shape: what to look for in a sentence. */
export type AnswerType = 'number' | 'time' | 'name' | 'place' | 'reason' | 'definition' | 'any';

export interface ExpectedAnswer {
  readonly type: AnswerType;
  /** The unit or thing counted, where a quantity names one: "ton" of "berapa ton". */
  readonly unit?: string;
  /** The question, lower case: what it says already is no answer. */
  readonly question: string;
}

const WHY =
  /\b(?:mengapa|kenapa|(?:apa|apakah) (?:yang menjadi )?(?:penyebab|sebab|alasan)|why|what caused|reason)\b|为什么|为何|原因|怎么(?:会|造成)/iu;
const NAMED = /\b(?:nama|julukan|judul|disebut|dijuluki|bernama|name|called|title)\b|名字|叫什么|名称/iu;
const UNIT =
  /\b(?:berapa(?:kah)?(?: banyak| jumlah)?|jumlah|seberapa|how many|how much)\s+(?<unit>[\p{L}]+)|(?:多少|几)(?<han>\p{Script=Han}{1,2})/iu;
/** What follows "berapa" without being a unit. */
const NO_UNIT =
  /^(?:banyak|besar|lama|jumlah|luas|tinggi|panjang|lebar|harga|biaya|nilai|jauh|dalam|umur|usia|is|are|was|were|did|does|do|has|have|money|of|yang|kali|total|rata|angka|kah|的|了)$/iu;

/** What an answer to the question should look like. */
export function expectAnswer({ shape, terms }: Pick<Reading, 'shape' | 'terms'>): ExpectedAnswer {
  const question = terms.toLowerCase();
  const groups = UNIT.exec(terms)?.groups;
  const unit = (groups?.['unit'] ?? groups?.['han'])?.toLowerCase();
  return {
    type: typeOf(shape, terms),
    ...(unit === undefined || NO_UNIT.test(unit) ? {} : { unit }),
    question,
  };
}

function typeOf(shape: Reading['shape'], terms: string): AnswerType {
  if (shape === 'quantity' || shape === 'count') return 'number';
  if (shape === 'when') return 'time';
  if (shape === 'who') return 'name';
  if (shape === 'where') return 'place';
  if (shape === 'definition') return 'definition';
  if (WHY.test(terms)) return 'reason';
  return NAMED.test(terms) ? 'name' : 'any';
}

const NUMBER_WORDS =
  'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belasan|puluhan|ratusan|ribuan|seratus|seribu|sejuta|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|dozen|half|setengah|separuh';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d])(?:Rp ?|US\\$|USD ?|S?\\$|€|£|¥)?\\d[\\d.,]*(?:\\s?(?:%|ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion))?|\\b(?:${NUMBER_WORDS})\\b|[一二两三四五六七八九十百千万亿]+(?=[个名人条项次年月天日点元米吨公里%户家所])`,
  'giu',
);
const MONTHS =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|january|february|march|may|june|july|august|october|december|jan|feb|mar|apr|jun|jul|agt|aug|sep|sept|okt|oct|nov|des|dec';
const TIME = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${MONTHS})\\b|\\b(?:${MONTHS})\\.?\\s+\\d{1,4}\\b|\\b(?:1[0-9]|20)\\d{2}(?:-an|s)?\\b|\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?\\b|\\b(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b|\\b(?:pukul|jam)\\s+\\d|\\b\\d{1,2}[.:]\\d{2}\\b|\\babad\\s+(?:ke-?\\s?)?\\w+|\\bcentury\\b|\\b(?:kemarin|besok|lusa|tadi|yesterday|tomorrow|noon|midnight)\\b|\\d{1,4}年|\\d{1,2}月|\\d{1,2}[日号时点]|星期[一二三四五六日天]|世纪|\\b\\d+\\s?(?:SM|M|BC|AD|BCE|CE)\\b`,
  'giu',
);
const NAME =
  /(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}+)(?:\s+(?:(?:bin|binti|van|von|de|der|al|of|the|du|da|dos|el|la)\s+)?\p{Lu}[\p{L}'’.-]*)*/gu;
const HAN_NAME =
  /(?:总理|总统|主席|部长|局长|市长|省长|发言人|校长|主任|教授|先生|女士|导演|作者|由)\p{Script=Han}{2,4}|\p{Script=Han}{2,6}(?:公司|集团|政府|局|部|大学|委员会)/gu;
const PLACE =
  /\b(?:di|ke|dari|in|at|from|near|to|dekat|antara|wilayah|kota|desa|kecamatan|kabupaten|provinsi|pulau|negara)\s+(?:the\s+)?(?:(?:kota|desa|kecamatan|kabupaten|provinsi|pulau|daerah|wilayah|city of|town of|jalan|gedung|stasiun|bandara|kelurahan)\s+)?\p{Lu}[\p{L}'’.-]*|\p{Lu}[\p{L}'’-]+,\s+\p{Lu}[\p{L}'’-]+|\p{Script=Han}{1,6}(?:省|市|县|区|镇|村|国|州|路|港|岛|湖|站|馆|大学|医院|学校)/gu;
const REASON =
  /\b(?:karena|sebab|akibat|disebabkan|penyebab(?:nya)?|lantaran|berkat|oleh sebab|agar|supaya|untuk|demi|because|due to|owing to|since|caused by|as a result|in order to|so that|thanks to)\b|因为|由于|造成|导致|原因|因此|为了|为/giu;
const DEFINITION =
  /\b(?:adalah|ialah|merupakan|yaitu|yakni|singkatan|kepanjangan|disebut|berarti|is|are|means|stands for|refers to|known as)\b|\([^)]{2,60}\)|（[^）]{1,40}）|是|指|简称|缩写/giu;

const PATTERNS: Readonly<Record<Exclude<AnswerType, 'any'>, readonly RegExp[]>> = {
  number: [NUMBER],
  time: [TIME],
  name: [NAME, HAN_NAME],
  place: [PLACE],
  reason: [REASON],
  definition: [DEFINITION],
};

/** How well the words of `sentence` fit, in [0, 1]: 1 with the very unit asked for, 0 where nothing of the kind is new. */
export function fitsAnswer(sentence: string, { type, unit, question }: ExpectedAnswer): number {
  if (type === 'any') return 0;
  const known = type === 'reason' || type === 'definition';
  const found = PATTERNS[type].some((pattern) =>
    [...sentence.matchAll(pattern)].some(
      (match) =>
        (known || !question.includes(match[0].toLowerCase())) && !opensSentence(type, match, sentence),
    ),
  );
  if (!found) return 0;
  return type === 'number' && unit !== undefined && !hasUnit(sentence, unit) ? 0.5 : 1;
}

/** A word with a capital at the start of a sentence is no name for that. */
function opensSentence(
  type: AnswerType,
  match: RegExpExecArray | RegExpMatchArray,
  sentence: string,
): boolean {
  return (
    type === 'name' &&
    !match[0].includes(' ') &&
    /^["“'‘(]?$/u.test(sentence.slice(0, match.index)) &&
    !/\p{Script=Han}/u.test(match[0])
  );
}

const DIGITS_THEN =
  '(?:\\d[\\d.,]*|\\b(?:' +
  NUMBER_WORDS +
  ')\\b)(?:\\s?(?:ribu|juta|miliar|triliun|thousand|million|billion|万|亿))?\\s?-?';

function hasUnit(sentence: string, unit: string): boolean {
  const stem = /^[a-z]{4,}s$/i.test(unit) ? unit.slice(0, -1) : unit;
  const escaped = stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const name = unit === 'persen' || unit === 'percent' ? '(?:%|persen|per ?cent)' : escaped;
  return new RegExp(`${DIGITS_THEN}(?:\\p{L}+\\s)?${name}`, 'iu').test(sentence);
}
