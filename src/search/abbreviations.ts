// Abbreviations as releases themselves define them: `Korea Selatan (Korsel)`, `WHO (World Health Organization)`. Pure.
import type { Variant } from '../domain/variant.ts';
import { tokensOf } from '../text/terms.ts';
import type { Word } from './lexical.ts';

export interface Definition {
  readonly short: string;
  readonly long: string;
}

/** Characters of a short form; longer ones are remarks in brackets. */
const MAX_SHORT = 10;
const MAX_SHORT_WORDS = 2;
/** Characters of a Chinese long form. */
const MAX_HAN_LONG = 20;
/**
 * What the other form gives of the weight of a word that was asked for: a short form has other meanings, too. MRR@10 on
 * FacQA is 0.859 with this and 0.856 with 0.7; below a half questions on the samples that use a short form lose more.
 */
const EXPANSION_WEIGHT = 0.55;
/** Meanings of one short form that are followed, the commonest first. */
const MAX_MEANINGS = 2;

const BRACKETED = /([^()（）\n]{1,160})[(（]([^()（）\n]{1,120})[)）]/gu;
const HAN_ONLY = /^\p{Script=Han}+$/u;
const HAN_TAIL = /\p{Script=Han}+$/u;
/** What stands around the short form in a bracket: `以下简称“…”`, `selanjutnya disebut "…"`, `or "…"`. */
const INTRODUCTION =
  /^(?:以下)?(?:简称|簡稱)(?:为|為)?|^(?:selanjutnya |berikutnya )?(?:disebut|disingkat)(?: sebagai)? |^(?:or|atau|also|hereinafter|known as) /iu;
const QUOTES = /^["'“”‘’「『《\s]+|["'“”‘’」』》\s]+$/gu;

/** The definitions in a text, both ways round, in order. */
export function findDefinitions(text: string): readonly Definition[] {
  const found: Definition[] = [];
  for (const [, before = '', inside = ''] of text.matchAll(BRACKETED)) {
    const content = inside.replace(INTRODUCTION, '').replace(QUOTES, '');
    const definition = define(before.replace(QUOTES, ''), content);
    if (definition !== undefined) found.push(definition);
  }
  return found;
}

function define(before: string, inside: string): Definition | undefined {
  if (HAN_ONLY.test(inside)) return defineHan(HAN_TAIL.exec(before)?.[0] ?? '', inside);
  if (isShortForm(inside)) {
    const long = findLongForm(inside, before);
    if (long !== undefined) return { short: inside, long };
  }
  const last = before.split(/\s+/u).at(-1) ?? '';
  return isShortForm(last) && findLongForm(last, inside) === inside
    ? { short: last, long: inside }
    : undefined;
}

/** As Schwartz and Hearst: 2 to 10 characters, at most two words, begins with a letter or digit, holds a letter. */
function isShortForm(form: string): boolean {
  return (
    form.length >= 2 &&
    form.length <= MAX_SHORT &&
    form.split(/\s+/u).length <= MAX_SHORT_WORDS &&
    /^[\p{L}\p{N}]/u.test(form) &&
    /\p{L}/u.test(form)
  );
}

/**
 * Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text (2003): from the
 * right, each letter of the short form is looked for in the words before it, the first one at the start of a word.
 */
function findLongForm(short: string, before: string): string | undefined {
  const near = before.trimEnd().split(/\s+/u).slice(-maxWords(short)).join(' ');
  const at = matchLetters(Array.from(short.toLowerCase()).filter(isLetter), near.toLowerCase());
  const long = near.slice(Math.max(0, at));
  const isLonger =
    long.length > short.length && !long.toLowerCase().split(/\s+/u).includes(short.toLowerCase());
  return at >= 0 && isLonger ? long : undefined;
}

/** Where the first letter stands when all are matched from the right, or -1. */
function matchLetters(letters: readonly string[], text: string): number {
  const before = (letter: string, at: number): number => (at <= 0 ? -1 : text.lastIndexOf(letter, at - 1));
  let at = text.length;
  for (const letter of letters.slice(1).reverse()) at = before(letter, at);
  do at = before(letters[0] ?? '', at);
  while (at > 0 && isLetter(text[at - 1] ?? ''));
  return at;
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/**
 * As the paper has it for short forms in capitals. Those made of syllables, as Indonesian likes them (iptek, Kemenlu),
 * take two letters or more of a word, so their long forms are shorter.
 */
function maxWords(short: string): number {
  const isSyllabic = /\p{Ll}{2}/u.test(short);
  return isSyllabic ? Math.ceil(short.length / 2) + 1 : Math.min(short.length + 5, short.length * 2);
}

/**
 * Chinese writes no spaces, so the long form begins where the short form's first character does; half of its
 * characters have to follow there in order, as in 外交部（外办）, and it has to be longer.
 */
function defineHan(before: string, short: string): Definition | undefined {
  if (short.length < 2 || short.length > MAX_SHORT) return undefined;
  for (let start = before.length - 1; start >= Math.max(0, before.length - MAX_HAN_LONG); start--) {
    const long = before.slice(start);
    if (long[0] !== short[0] || long.length <= short.length) continue;
    if (countInOrder(long, short) * 2 >= short.length) return { short, long };
  }
  return undefined;
}

function countInOrder(long: string, short: string): number {
  let at = 0;
  let count = 0;
  for (const character of short) {
    const next = long.indexOf(character, at);
    if (next < 0) continue;
    at = next + 1;
    count++;
  }
  return count;
}

const BETWEEN = '\u0000';

/** The abbreviations of all passages, asked for by either form. */
export class Abbreviations {
  /** How often each meaning of a short form was given: short terms, then long terms, both joined. */
  readonly #meanings = new Map<string, Map<string, number>>();
  readonly #shorts = new Map<string, Set<string>>();
  #longest = 1;

  constructor(pairs: readonly (readonly [string, string])[] = []) {
    for (const [short, long] of pairs) this.#put(short, long);
  }

  /** Learns what `text` defines. */
  learn(text: string): void {
    for (const { short, long } of findDefinitions(text)) this.#put(keyOf(short), keyOf(long));
  }

  #put(short: string, long: string): void {
    if (short === '' || long === '' || short === long) return;
    const meanings = this.#meanings.get(short) ?? new Map<string, number>();
    meanings.set(long, (meanings.get(long) ?? 0) + 1);
    this.#meanings.set(short, meanings);
    this.#shorts.set(long, (this.#shorts.get(long) ?? new Set()).add(short));
    this.#longest = Math.max(this.#longest, short.split(BETWEEN).length, long.split(BETWEEN).length);
  }

  /** The terms of the other form of every abbreviation or long form that stands in the question. */
  expand(words: readonly Word[]): readonly Variant[] {
    const surfaces = words.map(([surface = '']) => surface);
    const terms = new Set<string>();
    for (let start = 0; start < surfaces.length; start++) {
      for (let end = start + 1; end <= Math.min(surfaces.length, start + this.#longest); end++) {
        const key = surfaces.slice(start, end).join(BETWEEN);
        for (const other of this.#otherForms(key)) for (const term of other.split(BETWEEN)) terms.add(term);
      }
    }
    return Array.from(terms)
      .filter((term) => !surfaces.includes(term))
      .map((term) => ({ term, weight: EXPANSION_WEIGHT }));
  }

  #otherForms(key: string): readonly string[] {
    const meanings = [...(this.#meanings.get(key) ?? [])]
      .sort(([, one], [, other]) => other - one)
      .slice(0, MAX_MEANINGS)
      .map(([long]) => long);
    return [...meanings, ...(this.#shorts.get(key) ?? [])];
  }

  /** Every definition as often as it was learned, for the disk. */
  pairs(): readonly (readonly [string, string])[] {
    return [...this.#meanings].flatMap(([short, meanings]) =>
      [...meanings].flatMap(([long, count]) => Array.from({ length: count }, () => [short, long] as const)),
    );
  }
}

function keyOf(form: string): string {
  return tokensOf(form)
    .map(({ term }) => term)
    .join(BETWEEN);
}
