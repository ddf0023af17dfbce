// The question under an answer, in the small print, and read back from there: a press knows it without anything kept. Pure.
import { ComponentType, type APITextDisplayComponent } from 'discord.js';
import { displayText, escapeMarkdown, unescapeMarkdown } from './escape.ts';

/** What an answer was asked with, as far as words; days stand in the ids of its buttons. */
export interface AskedWords {
  readonly question: string;
  /** As the member gave it. */
  readonly source?: string;
}

/** Ids of the components, high above those that Discord numbers the others with. */
const QUESTION_ID = 9_001;
const SOURCE_ID = 9_002;
const QUESTION_MARK = '-# ❓ ';
const SOURCE_MARK = '-# 🏛 ';

/** One or two components; line breaks of the words become spaces. */
export function questionParts({ question, source }: AskedWords): APITextDisplayComponent[] {
  return [
    part(QUESTION_ID, QUESTION_MARK, question),
    ...(source === undefined ? [] : [part(SOURCE_ID, SOURCE_MARK, source)]),
  ];
}

function part(id: number, mark: string, words: string): APITextDisplayComponent {
  const line = displayText(words).replace(/\s+/g, ' ').trim();
  return { type: ComponentType.TextDisplay, id, content: `${mark}${escapeMarkdown(line)}` };
}

/** A component as Discord sends it back, as far as it is read here. */
interface Sent {
  readonly id?: number;
  readonly content?: string;
  readonly components?: readonly Sent[];
}

/** Undefined where a message holds no question. */
export function readQuestion(components: readonly object[]): AskedWords | undefined {
  const question = find(components, QUESTION_ID)?.slice(QUESTION_MARK.length);
  const source = find(components, SOURCE_ID)?.slice(SOURCE_MARK.length);
  if (question === undefined) return undefined;
  return {
    question: unescapeMarkdown(question),
    ...(source === undefined ? {} : { source: unescapeMarkdown(source) }),
  };
}

function find(components: readonly Sent[], wanted: number): string | undefined {
  for (const { id, content, components: inner = [] } of components) {
    const found = id === wanted ? content : find(inner, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
