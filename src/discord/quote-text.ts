// A quote as lines of Discord's Markdown within a number of characters. Pure.
import type { Quote } from '../domain/answer.ts';
import { blockQuote, cutGraphemes, displayText, escapeMarkdown } from './escape.ts';

/** What the renderer shows of one passage or point. */
export interface QuotedWords {
  readonly text: string;
  /** Offsets into `text` of what is set in bold. */
  readonly key?: { readonly start: number; readonly end: number };
}

export function wordsOf({ text, span, key }: Pick<Quote, 'text' | 'span' | 'key'>): QuotedWords {
  if (key === undefined || key.end - key.start >= text.length) return { text };
  return { text, key: { start: key.start - span.start, end: key.end - span.start } };
}

/**
 * The words as a block quote of at most `length` characters, escapes and marks included. What does not fit is cut
 * between two graphemes and marked with `mark`.
 */
export function quoteWithin(words: QuotedWords, length: number, mark: string): string {
  const whole = format(words);
  if (whole.length <= length) return whole;
  // Escapes make text longer by an unknown amount, so the fitting length is found by halving.
  let [low, high] = [0, words.text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cutTo(words, middle, mark).length <= length) low = middle;
    else high = middle - 1;
  }
  return cutTo(words, low, mark);
}

function cutTo({ text, key }: QuotedWords, length: number, mark: string): string {
  const kept = cutGraphemes(text, length);
  const within = key === undefined || key.end > kept.length ? {} : { key };
  return `${format({ text: kept, ...within })} ${escapeMarkdown(mark)}`;
}

function format({ text, key }: QuotedWords): string {
  if (key === undefined) return blockQuote(plain(text));
  const [before, decisive, after] = [
    text.slice(0, key.start),
    text.slice(key.start, key.end),
    text.slice(key.end),
  ];
  return blockQuote(`${plain(before)}${bold(decisive)}${plain(after)}`);
}

function plain(text: string): string {
  return escapeMarkdown(displayText(text));
}

/** Bold ends at a line's end, and takes no white space at its own. */
function bold(text: string): string {
  return plain(text)
    .split('\n')
    .map((line) => {
      const words = line.trim();
      return words === '' ? line : line.replace(words, () => `**${words}**`);
    })
    .join('\n');
}
