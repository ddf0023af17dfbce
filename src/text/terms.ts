// The terms that lexical search and the matching of words work on. Pure.
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemIndonesian } from '@orama/stemmers/indonesian';
import type { Span } from '../domain/span.ts';
import { numberTerms } from './numbers.ts';
import { simplify } from './simplified.ts';

/** A term and where it stands in the text it was read from. */
export interface Token extends Span {
  readonly term: string;
}

/** Scripts that write no spaces between words: their runs are cut into overlapping pairs of characters. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Characters that show nothing and may stand inside a word: soft hyphen, zero-width ones, byte order mark. */
const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g');

/**
 * 1. a run of an unspaced script
 * 2. digits, with points or commas between them
 * 3. a currency that is written without a space before its amount
 * 4. letters and digits, with apostrophes between letters (Jum'at, don't)
 */
const RUNS = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]*)` +
    `|(\\p{Nd}+(?:[.,]\\p{Nd}+)+|\\p{Nd}+(?![\\p{L}\\p{N}]))` +
    `|((?:[Rr][Pp]|USD|IDR|SGD|RMB|EUR)(?=\\p{Nd})` +
    `|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}${INVISIBLE}]|['’ʼ](?=\\p{L}))*)`,
  'gu',
);

/** UTF-16 units; longer runs are no words (encoded data, links) and match by their beginning. */
const MAX_TERM = 64;
/** Words whose stems are remembered; a newspaper year has fewer. Beyond it the memory starts anew. */
const MAX_STEMS = 200_000;

/** The text read last: who reads a sentence for its words often reads it for something else right after. */
let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: '', tokens: [] };

/** Every word, number and pair of characters of `text` in order, folded, without stems. */
export function tokensOf(text: string): readonly Token[] {
  if (last.text !== text) last = { text, tokens: readTokens(text) };
  return last.tokens;
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(RUNS)) {
    const [run, unspaced, digits] = match;
    if (unspaced !== undefined) {
      pushPairs(tokens, simplify(unspaced), match.index);
      continue;
    }
    const end = match.index + run.length;
    const terms = digits === undefined ? wordTerms(run) : numberTerms(digits.normalize('NFKC'));
    for (const term of terms) tokens.push({ term, start: match.index, end });
  }
  return tokens;
}

/** Every form under which the words of `text` are indexed and looked for, in order: each word, then its stems. */
export function termsOf(text: string): string[] {
  return tokensOf(text).flatMap(({ term }) => formsOf(term));
}

/** The forms under which a term that `tokensOf` gave is known in a text: as it is written, then its stems. */
export function formsOf(term: string): readonly string[] {
  return [term, ...stemsOf(term)];
}

const LATIN_WORD = /^[a-z]+$/;
const NONE: readonly string[] = [];
const stems = new Map<string, readonly string[]>();

/**
 * The stem of a term that `tokensOf` gave, marked with `~` so that it is never mistaken for a word; none for numbers
 * and pairs of characters.
 *
 * A word that is its own stem has it too: were it left out, words without an affix would weigh half of those with one
 * (2,000 questions of IDK-MRC: MRR@10 .691 instead of .772). Surface and stem together are better than either alone
 * (.759 and .766), best with about 0.3 of a word's weight on the surface and 0.7 on the stem (.774).
 */
export function stemsOf(term: string): readonly string[] {
  if (!LATIN_WORD.test(term)) return NONE;
  const known = stems.get(term);
  if (known !== undefined) return known;
  const found = [`~${stem(term)}`];
  if (stems.size >= MAX_STEMS) stems.clear();
  stems.set(term, found);
  return found;
}

/**
 * English endings go first, then Indonesian affixes: one stem whatever the language, so that neither text nor question
 * has to be told apart. Both stemmers spoil words of the other language, but the same way on both sides.
 */
function stem(word: string): string {
  return stemIndonesian(stemEnglish(word));
}

function pushPairs(tokens: Token[], run: string, start: number): void {
  const characters = Array.from(run);
  let at = start;
  for (const [i, character] of characters.entries()) {
    const next = characters[i + 1];
    if (next !== undefined) {
      tokens.push({ term: fold(character + next), start: at, end: at + character.length + next.length });
    } else if (characters.length === 1) {
      tokens.push({ term: fold(character), start: at, end: at + character.length });
    }
    at += character.length;
  }
}

const PLAIN_LETTERS = /^[a-z]+$/i;
/** Nothing in it has another form: most of what is folded. */
const UNIFIED_HAN = /^[\u4E00-\u9FFF]+$/;
const ENGLISH_ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
const ONLY_DIGITS = /^\d+$/;
const POSSESSIVE = /['’ʼ]s$/;
const APOSTROPHES = /['’ʼ]/g;

/** The terms of a run of letters and digits; compatibility forms may hide several words (½, ㎏). */
function wordTerms(run: string): readonly string[] {
  if (PLAIN_LETTERS.test(run)) return [run.toLowerCase().slice(0, MAX_TERM)];
  const folded = fold(run).replace(POSSESSIVE, '').replace(APOSTROPHES, '');
  const terms: string[] = [];
  for (const [word] of folded.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const digits = ENGLISH_ORDINAL.exec(word)?.[1] ?? word;
    if (ONLY_DIGITS.test(digits)) terms.push(...numberTerms(digits));
    else terms.push(word.slice(0, MAX_TERM));
  }
  return terms;
}

/** Compatibility forms, case and Latin diacritics do not tell words apart. */
function fold(run: string): string {
  if (UNIFIED_HAN.test(run)) return run;
  return run
    .replace(INVISIBLES, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFKC');
}
