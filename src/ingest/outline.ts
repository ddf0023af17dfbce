// What a release's layout says: paragraphs, headings, lists and turns. Pure.
import type { Heading, Outline, Turn } from '../domain/outline.ts';
import type { Span } from '../domain/span.ts';
import { headingsOf } from './headings.ts';
import { listsOf } from './lists.ts';
import { paragraphsOf } from './paragraphs.ts';
import { asWritten, simplify } from '../text/simplified.ts';
import { turnsOf } from './turns.ts';

/** `marked` are the headings that the format itself marks as such. */
export function outlineOf(written: string, marked: readonly Heading[] = []): Outline {
  const text = simplify(written);
  const paragraphs = paragraphsOf(text);
  const headings = headingsOf(text, paragraphs, marked);
  const turns = turnsOf(text, paragraphs, headings);
  const headingStarts = new Set(headings.map(({ span }) => span.start));
  const lists = listsOf(text, { paragraphs: withoutLabels(paragraphs, turns), headingStarts, turns });
  return { paragraphs, headings, lists, turns: turns.map((turn) => withWrittenName(turn, text, written)) };
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

/** The speaker's name as the release has it, in the label before the turn. */
function withWrittenName(turn: Turn, text: string, written: string): Turn {
  const { speaker, span } = turn;
  if (speaker === undefined || text === written) return turn;
  return { ...turn, speaker: asWritten(speaker, text.lastIndexOf(speaker, span.start), written) };
}
