// The question under an answer, in the small print, and read back from there: a press knows it without anything kept. Pure.
import { ComponentType, type APITextDisplayComponent } from 'discord.js';
import type { Filter } from '../domain/answer.ts';
import { displayText, escapeMarkdown, unescapeMarkdown } from './escape.ts';

/** What an answer was asked with, as the member gave it. */
export interface AskedWords extends Pick<Filter, 'from' | 'to' | 'source'> {
  readonly question: string;
}

/** Ids of the components, high above those that Discord numbers the others with. */
const QUESTION_ID = 9_001;
const SOURCE_ID = 9_002;
const DAYS_ID = 9_003;
const QUESTION_MARK = '-# ❓ ';
const SOURCE_MARK = '-# 🏛 ';
const DAYS_MARK = '-# 📅 ';
/** Between two days; the first or the second may be missing. */
const UNTIL = ' – ';

/** One to three components; line breaks of the words become spaces. */
export function questionParts({ question, source, from, to }: AskedWords): APITextDisplayComponent[] {
  const days = from === undefined && to === undefined ? undefined : `${from ?? ''}${UNTIL}${to ?? ''}`;
  return [
    part(QUESTION_ID, QUESTION_MARK, question),
    ...(source === undefined ? [] : [part(SOURCE_ID, SOURCE_MARK, source)]),
    ...(days === undefined ? [] : [part(DAYS_ID, DAYS_MARK, days)]),
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
  const days = find(components, DAYS_ID)?.slice(DAYS_MARK.length);
  if (question === undefined) return undefined;
  return {
    question: unescapeMarkdown(question),
    ...(source === undefined ? {} : { source: unescapeMarkdown(source) }),
    ...(days === undefined ? {} : readDays(unescapeMarkdown(days))),
  };
}

const DAY = '\\d{4}-\\d{2}-\\d{2}';
const DAYS = new RegExp(`^(${DAY})?\\s*–\\s*(${DAY})?$`);

function readDays(line: string): Pick<Filter, 'from' | 'to'> {
  const [, from, to] = DAYS.exec(line) ?? [];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function find(components: readonly Sent[], wanted: number): string | undefined {
  for (const { id, content, components: inner = [] } of components) {
    const found = id === wanted ? content : find(inner, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
