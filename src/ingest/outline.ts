// What a release's layout says: paragraphs, headings, lists and turns. Pure.
import type { Heading, Outline } from '../domain/outline.ts';
import { paragraphsOf } from './paragraphs.ts';

/** `marked` are the headings that the format itself marks as such. */
export function outlineOf(text: string, marked: readonly Heading[] = []): Outline {
  return { paragraphs: paragraphsOf(text), headings: marked, lists: [], turns: [] };
}
