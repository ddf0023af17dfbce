// What a follow-up says itself, and what it leaves to the question before it. Pure.
import { findOrdinals } from '../text/ordinals.ts';
import { simplify } from '../text/simplified.ts';
import {
  ASKING,
  COUNTED,
  HOLLOW,
  OPENING,
  POINTING,
  SAYING,
  TRAILING,
  TURNING,
  type FollowUpLanguage,
} from './follow-up-words.ts';
import { readItem } from './item.ts';
import { readQuestionLanguage } from './question-language.ts';

/** What a question has of its own. */
export interface Parts {
  /** The question without what takes up another and what only ends it. */
  readonly rest: string;
  readonly language: FollowUpLanguage;
  readonly item: number | undefined;
  /** The words that ask. */
  readonly asking: string | undefined;
  /** Words with a subject of their own. */
  readonly own: readonly string[];
  readonly turns: boolean;
  readonly points: boolean;
}

export function partsOf(given: string): Parts {
  const question = plain(given);
  const turned = question.replace(OPENING, '').replace(TURNING, '');
  const rest = turned.replace(TRAILING, '');
  const language = languageOf(question);
  const asking = askingIn(rest, language)?.[0];
  const unasking = rest.replace(asking ?? '', ' ');
  const turns = turned !== question;
  return {
    rest,
    language,
    item: numberIn(rest)?.n,
    asking: asking?.trim(),
    own: ownWords(unasking),
    turns,
    points: turns || unasking.search(POINTING) !== -1,
  };
}

/** The words that are left when those are gone that stand for something, hold a question together or number a point. */
function ownWords(text: string): readonly string[] {
  const point = numberIn(text);
  const hollow = [POINTING, SAYING, ...HOLLOW, ...(point === undefined ? [] : COUNTED)];
  const left = hollow.reduce(
    (words, one) => words.replace(one, ' '),
    point === undefined ? text : `${text.slice(0, point.start)} ${text.slice(point.end)}`,
  );
  return left.match(/\p{Script=Han}{1,2}|[\p{L}\p{N}][\p{L}\p{N}.,'’-]*/gu) ?? [];
}

/** In one width and on one line. */
export function plain(question: string): string {
  return simplify(question.normalize('NFKC')).replace(/\s+/gu, ' ').trim();
}

/** Malay and all others count as Indonesian. */
export function languageOf(question: string): FollowUpLanguage {
  const language = readQuestionLanguage(question);
  return language === 'en' || language === 'zh' ? language : 'id';
}

/** The words that ask, in the language of the question or else in another. */
function askingIn(question: string, language: FollowUpLanguage): RegExpExecArray | undefined {
  const forms = [ASKING[language], ...Object.values(ASKING)];
  return forms.map((form) => form.exec(question)).find((match) => match !== null) ?? undefined;
}

interface PointNumber {
  readonly n: number;
  readonly start: number;
  readonly end: number;
}

function numberIn(question: string): PointNumber | undefined {
  const [ordinal] = findOrdinals(question);
  if (ordinal !== undefined) return ordinal;
  const item = readItem(question);
  return item === undefined ? undefined : { n: item.n, ...item.span };
}
