// What every format gives: a release before it has its name, language and outline. Pure.
import type { Heading } from '../domain/outline.ts';
import { sliceSpan } from '../domain/span.ts';
import { canonicalize } from '../text/normalize.ts';
import { splitSentences } from '../text/sentences.ts';

/** UTF-16 units of a first sentence that stand in for a missing headline, and of the text looked at for it. */
const MAX_TITLE = 120;
const TITLE_WINDOW = 600;

export interface Draft {
  /** Empty where the format has no headline of its own. */
  readonly title: string;
  /** In any form that `readDate` reads, or in none. */
  readonly date?: string | undefined;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** Canonical. */
  readonly text: string;
  /** Headings that the format marks as such; spans of `text`. */
  readonly headings?: readonly Heading[];
}

/** Why a file or line can't be a release, and what to do: a sentence without its subject. */
export interface Fault {
  readonly fault: string;
}

/** A stretch of a document between blank lines. */
export interface Block {
  readonly text: string;
  /** Level of the heading it is, from 1; absent for anything else. */
  readonly level?: number;
}

/** Joins blocks with blank lines; the headings among them are known by their spans. */
export function joinBlocks(blocks: readonly Block[]): { text: string; headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    const text = withoutBlankEnds(canonicalize(block.text));
    if (text === '') continue;
    const start = length + (parts.length > 0 ? 2 : 0);
    if (block.level !== undefined) {
      headings.push({ span: { start, end: start + text.length }, level: block.level });
    }
    parts.push(text);
    length = start + text.length;
  }
  return { text: parts.join('\n\n'), headings };
}

/** Without blank lines above, or white space below; the first line keeps how far it is set in. */
export function withoutBlankEnds(text: string): string {
  return text.trimEnd().replace(/^\s*\n/, '');
}

/** A headline for a text that has none: the start of its first sentence, cut at a word. */
export function titleFrom(text: string): string {
  const opening = text.trimStart().slice(0, TITLE_WINDOW);
  const [first] = splitSentences(opening, { start: 0, end: opening.length });
  const sentence = first === undefined ? opening : sliceSpan(opening, first);
  const line = sentence.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_TITLE) return line;
  const cut = line.slice(0, MAX_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}
