// How far each point of a list goes. Pure.
import { trimSpan, type Span } from '../domain/span.ts';
import type { Layout, Opening } from './openings.ts';

export interface ListLayout extends Layout {
  /** Indexes of the paragraphs in which points of lists open. */
  readonly taken: ReadonlySet<number>;
}

/** UTF-16 units before a point in which what joins it to the last one is looked for. */
const JOINT_WINDOW = 40;
/** What joins two points within a sentence belongs to neither. */
const JOINT = /[\s;；,，、:：—]*(?:\s(?:dan|serta|and|lalu|kemudian|then)|以及|和)?\s*$/i;

/** Each point goes up to the next one; the last is built like the others. */
export function pointSpans(text: string, members: readonly Opening[], layout: ListLayout): Span[] {
  return members.map((opening, i) => {
    const next = members[i + 1];
    const end = next === undefined ? lastEnd(opening, members, layout) : endBefore(text, opening, next);
    return trimSpan(text, { start: opening.start, end: Math.max(end, opening.start) });
  });
}

function endBefore(text: string, { start }: Opening, next: Opening): number {
  if (next.place !== 'clause') return next.start;
  const tail = text.slice(Math.max(start, next.start - JOINT_WINDOW), next.start);
  return next.start - (JOINT.exec(tail)?.[0].length ?? 0);
}

/** Nothing marks the end of the last point. */
function lastEnd(last: Opening, members: readonly Opening[], layout: ListLayout): number {
  if (last.place === 'clause') return last.sentences[last.sentence]?.end ?? last.start;
  const others = members.slice(0, -1).map((opening, i) => ({ opening, next: members[i + 1] ?? opening }));
  return last.place === 'sentence' ? lastSentenceEnd(last, others) : lastParagraphEnd(last, others, layout);
}

type Others = readonly { readonly opening: Opening; readonly next: Opening }[];

/** A point of sentences has as many as the shortest of the others. */
function lastSentenceEnd({ sentences, sentence, start }: Opening, others: Others): number {
  const counts = others.map(({ opening, next }) =>
    next.paragraph === opening.paragraph ? next.sentence - opening.sentence : opening.sentences.length,
  );
  const last = Math.min(sentence + Math.max(1, Math.min(...counts)), sentences.length) - 1;
  return sentences[last]?.end ?? start;
}

/**
 * A point of paragraphs has as many as the shortest of the others, up to the next heading; one with a list inside ends
 * with that list, where the others do.
 */
function lastParagraphEnd({ paragraph, start }: Opening, others: Others, layout: ListLayout): number {
  const { paragraphs, headingStarts, taken } = layout;
  const isHeading = (i: number): boolean => headingStarts.has(paragraphs[i]?.start ?? -1);
  const more = Math.min(...others.map(({ opening, next }) => next.paragraph - opening.paragraph - 1));
  const endsInList = more > 0 && others.every(({ next }) => taken.has(next.paragraph - 1));
  let limit = paragraph + Math.max(more, isHeading(paragraph) ? 1 : 0);
  if (endsInList) {
    limit = paragraph;
    while (taken.has(limit + 1)) limit++;
  }
  let end = paragraph;
  while (end < limit && end + 1 < paragraphs.length && !isHeading(end + 1)) end++;
  return paragraphs[end]?.end ?? start;
}
