// What kind of answer a question expects: a sum of money, a time of day, a name, a reason. Pure.
import type { Reading } from '../domain/answer.ts';
import { measuredBy, unitOf, type Unit } from './units.ts';

/** Finer than a shape: what to look for in a sentence. */
export type AnswerType =
  | 'money'
  | 'percent'
  | 'duration'
  /** In space or in time: a bridge is long, and so is a meeting. */
  | 'extent'
  | 'number'
  | 'clock'
  | 'year'
  | 'date'
  | 'time'
  | 'name'
  | 'place'
  | 'reason'
  | 'definition'
  | 'expansion'
  | 'any';

export interface ExpectedAnswer {
  readonly type: AnswerType;
  /** What is counted or measured, where the question names it: "ton" of "berapa ton". */
  readonly unit?: Unit;
  /** The question, lower case: what it says already is no answer. */
  readonly question: string;
}

interface Rule {
  readonly type: AnswerType;
  readonly pattern: RegExp;
}

/** Of a quantity; the first that matches wins. */
const QUANTITIES: readonly Rule[] = [
  {
    type: 'percent',
    pattern:
      /\b(?:berapa|seberapa) persen|\bpersentase|\b(?:what|which) (?:percentage|percent|per cent|share|proportion)|\bby how much\b|百分之(?:几|多少)|比例|占比/iu,
  },
  {
    type: 'money',
    pattern:
      /\b(?:harga|biaya|tarif|ongkos|anggaran|dana|gaji|(?<!mata )uang|denda|sewa|bayaran|santunan|pendapatan|laba|rugi|rupiah|apbd|apbn|obligasi|nilai (?:obligasi|kontrak|investasi|perdagangan|ekspor|impor|transaksi))\b|\bhow much (?:money|does|did|do|will|would|is|are|was)\b.*\b(?:cost|pay|paid|charge|invest|spend|spent|price|fare|fee|budget|receive|get|give)|\b(?:cost|price|fare|fee|salary|revenue|budget|wage|rent|fine)s?\b|多少(?:钱|元|亿元|万元)|票价|费用|预算|价格|工资|奖金|补贴|(?:贸易|进出口|出口|进口|交易|投资|产).{0,4}(?:额|总值|值)|总值/iu,
  },
  { type: 'extent', pattern: /\bhow long (?:is|are|was|were)\b/iu },
  {
    type: 'duration',
    pattern:
      /\bberapa (?:lama|tahun|bulan|minggu|hari|jam|menit|detik)\b|\bhow long\b|\bhow many (?:years|months|weeks|days|hours|minutes|seconds)\b|多长时间|多久|几(?:年|个月|天|小时|分钟)|多少(?:年|个月|天|小时|分钟)/iu,
  },
];

const TIMES: readonly Rule[] = [
  { type: 'clock', pattern: /\b(?:jam|pukul) berapa|\b(?:at )?what time\b|几点|什么钟点/iu },
  { type: 'year', pattern: /\b(?:tahun) (?:berapa|apa)|\b(?:what|which) year\b|哪一?年/iu },
  { type: 'date', pattern: /\b(?:tanggal) berapa|\b(?:what|which) (?:date|day)\b|几[号日]|哪一?天/iu },
];

const FACTS: readonly Rule[] = [
  ...QUANTITIES.map(({ type, pattern }) => ({
    type,
    // "What is the price", "berapa" left out: a figure is asked for all the same.
    pattern: new RegExp(`^(?:what(?:['’]s| is| was| are| were)|apa)\\b.{0,60}(?:${pattern.source})`, 'iu'),
  })),
  {
    type: 'number',
    pattern:
      /^what (?:is|was|are|were) (?:the )?(?:\w+ ){0,4}(?:number|total|figure|amount|size|average|index|rate|length|depth|height|age|revenue|output|target|capacity|population|distance|area)\b/iu,
  },
  {
    type: 'reason',
    pattern:
      /\b(?:mengapa|kenapa|(?:apa|apakah) (?:yang menjadi )?(?:faktor )?(?:utama )?(?:penyebab|sebab|alasan)|why|what caused|how come|what was the reason)\b|为什么|为何|什么原因|原因|怎么(?:会|造成)/iu,
  },
  {
    type: 'name',
    pattern: /\b(?:nama|julukan|judul|disebut|dijuluki|bernama|name|called|title)\b|名字|叫什么|名称/iu,
  },
];

/** What letters stand for, or what stands for a name. */
const DEFINITIONS: readonly Rule[] = [
  {
    type: 'expansion',
    pattern: /\b(?:kepanjangan|singkatan|akronim|stands? for|abbreviation|acronym)\b|缩写|全称|简称/iu,
  },
];

const BY_SHAPE: Partial<Record<Reading['shape'], AnswerType>> = {
  quantity: 'number',
  count: 'number',
  when: 'time',
  who: 'name',
  where: 'place',
  definition: 'definition',
};

/** What an answer to the question should look like. */
export function expectAnswer({ shape, terms }: Pick<Reading, 'shape' | 'terms'>): ExpectedAnswer {
  const type = firstOf(rulesOf(shape), terms) ?? BY_SHAPE[shape] ?? 'any';
  const unit = unitOf(terms, shape) ?? (type === 'number' ? measuredBy(terms) : undefined);
  return {
    type,
    ...(unit === undefined ? {} : { unit }),
    question: terms.toLowerCase(),
  };
}

/** What the same looks like in a text of another language. */
export function abroad({ unit, ...expected }: ExpectedAnswer): ExpectedAnswer {
  return unit?.abroad === undefined ? expected : { ...expected, unit: { words: unit.abroad } };
}

function rulesOf(shape: Reading['shape']): readonly Rule[] {
  if (shape === 'quantity') return QUANTITIES;
  if (shape === 'when') return TIMES;
  if (shape === 'definition') return DEFINITIONS;
  return shape === 'fact' || shape === 'yes-no' || shape === 'list' ? FACTS : [];
}

function firstOf(rules: readonly Rule[], text: string): AnswerType | undefined {
  return rules.find(({ pattern }) => pattern.test(text))?.type;
}
