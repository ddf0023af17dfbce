// What changed between two revisions of a release, sentence by sentence. Pure.
import { diffArrays } from 'diff';
import type { Release } from '../domain/release.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';

/** One sentence that only one of the two revisions has. */
export interface Change {
  readonly kind: 'removed' | 'added';
  readonly text: string;
  /** In the text of the older revision for what was removed, of the newer for what was added. */
  readonly span: Span;
}

export interface Changes {
  /** Headlines, where they differ. */
  readonly title?: { readonly older: string; readonly newer: string };
  /** In the order of the texts; what was removed stands before what was added in its place. */
  readonly sentences: readonly Change[];
}

/** Compares by sentence (Myers 1986); spacing alone is no change. */
export function changesBetween(older: Release, newer: Release): Changes {
  const [before, after] = [sentencesOf(older), sentencesOf(newer)];
  const sentences: Change[] = [];
  let [left, right] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.map(plain), after.map(plain))) {
    if (removed) sentences.push(...before.slice(left, left + count).map(changeOf('removed')));
    if (added) sentences.push(...after.slice(right, right + count).map(changeOf('added')));
    if (!added) left += count;
    if (!removed) right += count;
  }
  return {
    ...(older.title === newer.title ? {} : { title: { older: older.title, newer: newer.title } }),
    sentences,
  };
}

interface Sentence {
  readonly text: string;
  readonly span: Span;
}

function sentencesOf({ text }: Release): readonly Sentence[] {
  return splitSentences(text, { start: 0, end: text.length }).map((span) => ({
    text: sliceSpan(text, span),
    span,
  }));
}

function plain({ text }: Sentence): string {
  return text.replace(/\s+/g, ' ').trim();
}

function changeOf(kind: Change['kind']): (sentence: Sentence) => Change {
  return ({ text, span }) => ({ kind, text, span });
}
