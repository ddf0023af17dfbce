// A question as its answer is looked for: weighted words, and what the answer looks like. Pure.
import type { Reading } from '../domain/answer.ts';
import type { Language } from '../domain/release.ts';
import type { Among, Meets } from '../domain/passage.ts';
import type { Variants } from '../domain/variant.ts';
import { ASKING_WORDS, QUESTION_WORDS } from '../text/asking.ts';
import { formsOf, termsOf, tokensOf } from '../text/terms.ts';
import { expectAnswer, type ExpectedAnswer } from './answer-type.ts';

/** How much a term tells, above 0; rarer terms tell more. */
export type TermWeight = (term: string) => number;

interface Guess {
  /** The forms of each of its words, all of which have to be there. */
  readonly words: readonly (readonly string[])[];
  /** Share of the word that a text with the guess holds, in (0, 1). */
  readonly share: number;
}

interface AskedWord {
  /** The forms by which the word is known in a text. */
  readonly forms: readonly string[];
  /** What it may have been meant to be, where no release has it as it is written. */
  readonly guesses: readonly Guess[];
  readonly weight: number;
}

export interface Asked {
  readonly reading: Reading;
  readonly words: readonly AskedWord[];
  readonly total: number;
  /** The words that say what it is about, in its order: those of some weight beside the heaviest. */
  readonly telling: readonly AskedWord[];
  /** The words with a capital or a digit: what they name must be there. */
  readonly names: Pick<Asked, 'words' | 'total'>;
  readonly expected: ExpectedAnswer;
  /** Absent where the model knows no single words. */
  readonly meets?: Meets;
  /** Absent where nobody counted them. */
  readonly among?: Among;
}

/** Words that hold a question together and say nothing of its subject. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
  ...QUESTION_WORDS,
  ...(
    'yang di ke dari dan dengan untuk pada dalam oleh itu ini tentang menurut kata adalah ialah merupakan tidak akan sudah telah ' +
    'ada atau bisa sebagai antara soal setelah sejak juga para sebuah seorang suatu nya kah tersebut mereka ia ' +
    'dia kami kita sebutkan jelaskan jadi menjadi the a an of in on at to for from by with and or that this these ' +
    'those be been has have had can could will would should about according it its there any their his her as ' +
    'into terdiri atas consist consists contain contains 哪一 少的 是多 了多 有哪 的是 是哪 吗'
  ).split(' '),
]);
/** Of the weight of a word with content. */
const EMPTY_SHARE = 0.08;
/** What is counted shows in the answer's unit already. */
const UNIT_SHARE = 0.35;
/** Pairs of characters around a function word are in no text but the question. */
const HAN_FUNCTION =
  /^(?:\p{Script=Han}[的了是在有和与吗呢么什几多少怎哪谁为被把对从到要会能个]|[的了是在有和与吗呢么什几多少怎哪谁为被把对从到要会能个]\p{Script=Han})$/u;
const NAMING = /^(?:\p{Lu}|\p{Nd})/u;

const NO_VARIANTS: Variants = new Map();

/** Prepares a question for matching; every word counts once. */
export function prepareQuestion(
  reading: Reading,
  weight: TermWeight,
  variants: Variants = NO_VARIANTS,
): Asked {
  const expected = expectAnswer(reading);
  const words = new Map<string, AskedWord>();
  const names: AskedWord[] = [];
  for (const { term, start, end } of tokensOf(reading.terms)) {
    if (words.has(term)) continue;
    const share = shareOf(term, expected);
    const guesses = (variants.get(term) ?? []).map((guess) => ({
      words: guess.term.split(' ').map(formsOf),
      share: guess.weight,
    }));
    const word = { forms: formsOf(term), guesses, weight: share * weight(term) };
    words.set(term, word);
    // The first word of a question has its capital from there.
    if (start > 0 && share === 1 && NAMING.test(reading.terms.slice(start, end))) names.push(word);
  }
  const all = [...words.values()];
  return { reading, ...totalled(all), telling: tellingOf(all), names: totalled(names), expected };
}

function totalled(words: readonly AskedWord[]): Pick<Asked, 'words' | 'total'> {
  return { words, total: words.reduce((sum, { weight }) => sum + weight, 0) };
}

function shareOf(term: string, { unit }: ExpectedAnswer): number {
  if (EMPTY_WORDS.has(term) || ASKING_WORDS.has(term) || HAN_FUNCTION.test(term)) return EMPTY_SHARE;
  return unit !== undefined && new RegExp(`^(?:${unit.words})$`, 'iu').test(term) ? UNIT_SHARE : 1;
}

/** Of the weight of the heaviest word. */
const TELLING = 0.2;

function tellingOf(words: readonly AskedWord[]): readonly AskedWord[] {
  const least = TELLING * Math.max(...words.map(({ weight }) => weight));
  return words.filter(({ weight }) => weight >= least);
}

/** Whether a text of `language` is in the question's own; a text whose language nobody knows counts as such. */
export function isOwnLanguage({ reading }: Pick<Asked, 'reading'>, language: Language): boolean {
  return language === reading.questionLanguage || language === 'und';
}

/** All forms of all words of a text. */
export function formsIn(text: string): ReadonlySet<string> {
  return new Set(termsOf(text));
}

/** A word that only its stem matches counts less: stems of different words fall together. */
const STEM_SHARE = 0.85;

/** Share of the question's weight that `forms` hold, in [0, 1]. */
export function coverageOf(
  { words, total }: Pick<Asked, 'words' | 'total'>,
  forms: ReadonlySet<string>,
): number {
  if (total === 0) return 0;
  let sum = 0;
  for (const word of words) sum += word.weight * matchOf(word, forms);
  return sum / total;
}

function matchOf({ forms: wanted, guesses }: AskedWord, forms: ReadonlySet<string>): number {
  const guessed = guesses.map(
    (guess) => guess.share * Math.min(...guess.words.map((word) => matchOfForms(word, forms))),
  );
  return Math.max(matchOfForms(wanted, forms), ...guessed);
}

function matchOfForms(wanted: readonly string[], forms: ReadonlySet<string>): number {
  if (forms.has(wanted[0] ?? '')) return 1;
  return wanted.some((form) => forms.has(form)) ? STEM_SHARE : 0;
}

/** Of the weight of a word that stands above the passage already. */
const TOLD_SHARE = 0.3;

/** The question with less weight on the words that `told` holds: they do not tell the sentences below it apart. */
export function discount(
  { words }: Pick<Asked, 'words'>,
  told: ReadonlySet<string>,
): Pick<Asked, 'words' | 'total'> {
  const discounted = words.map((word) => ({
    ...word,
    weight: word.weight * (1 - (1 - TOLD_SHARE) * matchOf(word, told)),
  }));
  return totalled(discounted);
}
