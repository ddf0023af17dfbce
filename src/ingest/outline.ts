// What a release's layout says: paragraphs, headings, lists and turns. Pure.
import type { Heading, Outline, Turn } from '../domain/outline.ts';
import type { Span } from '../domain/span.ts';
import { headingsOf } from './headings.ts';
import { listsOf } from './lists.ts';
import { paragraphsOf } from './paragraphs.ts';
import { simplify } from '../text/simplified.ts';
import { turnsOf } from './turns.ts';

/** `marked` are the headings that the format itself marks as such. */
export function outlineOf(written: string, marked: readonly Heading[] = []): Outline {
  const text = simplify(written);
  const paragraphs = paragraphsOf(text);
  const headings = headingsOf(text, paragraphs, marked);
  const turns = turnsOf(text, paragraphs, headings);
  const headingStarts = new Set(headings.map(({ span }) => span.start));
  const lists = listsOf(text, { paragraphs: withoutLabels(paragraphs, turns), headingStarts, turns });
  return { paragraphs, headings, lists, turns: turns.map((turn) => asWritten(turn, { text, written })) };
}

/** Paragraphs from their first word that is said: a point may open right behind a speaker's label. */
function withoutLabels(paragraphs: readonly Span[], turns: readonly Turn[]): Span[] {
  let turn = 0;
  return paragraphs.map(({ start, end }) => {
    while ((turns[turn]?.span.start ?? Infinity) < start) turn++;
    const said = turns[turn]?.span.start ?? Infinity;
    return { start: said < end ? said : start, end };
  });
}

interface Texts {
  /** What was read. */
  readonly text: string;
  /** The same text before its characters were simplified. */
  readonly written: string;
}

/** With the speaker's name as the release has it, in the label before the turn. */
function asWritten(turn: Turn, { text, written }: Texts): Turn {
  const { speaker, span } = turn;
  if (speaker === undefined || text === written) return turn;
  const start = text.lastIndexOf(speaker, span.start);
  return start === -1 ? turn : { ...turn, speaker: written.slice(start, start + speaker.length) };
}
