// The words of a text as a pasted quote is compared by them. Pure.
import type { Span } from '../domain/span.ts';

export interface PastedWord extends Span {
  /** What is compared: compatibility forms and case do not tell words apart, digits and letters do. */
  readonly word: string;
  /** As it is written. */
  readonly written: string;
}

const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'gu');
/**
 * Chinese characters one by one; numbers whole, with currency, points, commas and a percent sign; words with inner apostrophes,
 * and with soft hyphens that show nothing.
 */
const WORDS = new RegExp(
  `\\p{Script=Han}|(?:(?!\\p{Script=Han})\\p{L}){0,4}\\p{N}+(?:[.,:]\\p{N}+)*[%％]?|(?:(?!\\p{Script=Han})[\\p{L}\\p{M}])(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}${INVISIBLE}]|['’ʼ](?=\\p{L}))*`,
  'gu',
);

/** Every word and number of `text`, in order. */
export function readWords(text: string): readonly PastedWord[] {
  return [...text.matchAll(WORDS)].map((match) => ({
    word: fold(match[0]),
    written: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function fold(word: string): string {
  return word.normalize('NFKC').replace(INVISIBLES, '').toLowerCase().replace(/[’ʼ]/g, "'");
}

/** Positions in `text`, from `after` on, at which `wanted` stands word by word. */
export function locateWords(
  text: readonly PastedWord[],
  wanted: readonly PastedWord[],
  after: number,
): readonly number[] {
  const found: number[] = [];
  for (let i = after; i + wanted.length <= text.length; i++) {
    if (wanted.every(({ word }, j) => text[i + j]?.word === word)) found.push(i);
  }
  return found;
}
