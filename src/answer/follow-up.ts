// A question that leans on an earlier one, read as the complete question that was meant. Pure.
import {
  ASKING,
  ASKING_FOR,
  COURTESY,
  POINT,
  SAYING,
  TELLING,
  TRAILING,
  type FollowUpLanguage,
} from './follow-up-words.ts';
import { languageOf, partsOf, plain, type Parts } from './follow-up-parts.ts';
import { readItem, readPointCount } from './item.ts';
import { readShape } from './shape.ts';
import { CARDINALS, POINT_NOUNS } from './vocabulary.ts';

export interface FollowUp {
  /** The complete question. */
  readonly question: string;
  /**
   * How far it needs the earlier question. `wholly`: it has no subject of its own. `turns`: it asks the same of
   * something else. `points`: it has a subject, and points back. `perhaps`: it may well stand alone.
   */
  readonly leans: 'wholly' | 'turns' | 'points' | 'perhaps';
  /**
   * Where the earlier question is about points, and this one asks when or where: points have no time and place of their
   * own, but what their release reports has.
   */
  readonly event?: EventQuestion;
}

export interface EventQuestion {
  readonly asks: 'when' | 'where';
  /** The earlier question, whose answer names the release. */
  readonly after: string;
}

/** Asks when or where that was which a release reports, by its headline. */
export function askOfEvent({ asks }: EventQuestion, headline: string): string {
  const language = languageOf(headline);
  return finish(`${ASKING_FOR[language][asks] ?? ''}${language === 'zh' ? '' : ' '}${headline}`, language);
}

/** Earlier questions looked back on; older ones are not what is meant. */
export const MAX_EARLIER = 4;
/** Characters of an earlier question that are read: its subject stands before. */
const MAX_READ = 300;
/** A question with more words of its own, which does not point back, stands alone. */
const MAX_OWN_WORDS = 4;
/** Up to so many words that ask nothing name something else to ask of. */
const MAX_NAMING_WORDS = 3;

/**
 * `question` after the `earlier` ones, newest last, as the complete question that was meant; undefined where it stands
 * alone.
 *
 * 1. complete the earlier questions, each after those before it
 * 2. read what the question has of its own: the number of a point, words that ask, a subject
 * 3. take the rest from the newest earlier question; for a point, from the newest that is about points
 */
export function readFollowUp(question: string, earlier: readonly string[]): FollowUp | undefined {
  const known = earlier
    .slice(-MAX_EARLIER)
    .map((one) =>
      plain(one)
        .slice(0, MAX_READ)
        .replace(/[\uD800-\uDBFF]$/, ''),
    )
    .filter((one) => one !== '');
  const complete = known.reduce<readonly string[]>((before, one) => {
    const read = readAfter(before, one);
    return [...before, read === undefined || read.leans === 'perhaps' ? one : read.question];
  }, []);
  return readAfter(complete, question);
}

/** How far `question` needs one before it, whatever that is; undefined where it stands alone. */
export function leansOnEarlier(question: string): FollowUp['leans'] | undefined {
  return readAfter(['?'], question)?.leans;
}

/** Whether it only thanks or agrees. */
export function isCourtesy(words: string): boolean {
  return COURTESY.test(plain(words));
}

function readAfter(complete: readonly string[], question: string): FollowUp | undefined {
  const newest = complete.at(-1);
  if (newest === undefined || isCourtesy(question)) return undefined;
  const parts = partsOf(question);
  if (parts.own.length === 0) return withoutSubject(complete, newest, parts);
  if (namesOther(parts))
    return { question: turnTo(newest, parts.rest), leans: parts.turns ? 'turns' : 'perhaps' };
  return leaning(newest, parts);
}

function withoutSubject(complete: readonly string[], newest: string, parts: Parts): FollowUp | undefined {
  if (parts.item !== undefined) {
    const listed = complete.findLast(isAboutPoints) ?? newest;
    return { question: pointOf(listed, parts.item), leans: 'wholly' };
  }
  if (parts.asking === undefined) return undefined;
  const asks = readShape(parts.rest);
  return {
    question: askOf(newest, parts),
    leans: 'wholly',
    ...((asks === 'when' || asks === 'where') && isAboutPoints(newest)
      ? { event: { asks, after: newest } }
      : {}),
  };
}

/** Whether it only names what the earlier question is to be asked of. */
function namesOther({ asking, turns, own, rest }: Parts): boolean {
  if (asking !== undefined || readShape(rest) !== 'fact') return false;
  return turns || own.length <= MAX_NAMING_WORDS;
}

function isAboutPoints(question: string): boolean {
  const shape = readShape(question);
  return (
    shape === 'list' ||
    shape === 'count' ||
    readItem(question)?.certain === true ||
    readPointCount(question) !== undefined
  );
}

/** Point `n` of what `earlier` asks for. */
function pointOf(earlier: string, n: number): string {
  const language = languageOf(earlier);
  const item = readItem(earlier);
  const noun = new RegExp(NOUN[language], 'iu').exec(earlier)?.groups?.['noun'] ?? POINT[language];
  if (item?.certain === true) {
    const { start, end } = item.span;
    const ordinal = language === 'zh' ? `${ordinalIn(language, n)}${noun}` : ordinalIn(language, n);
    return finish(
      `${earlier.slice(0, start)}${ordinal}${earlier.slice(end).replace(TRAILING, '')}`,
      language,
    );
  }
  const topic = topicOf(earlier);
  return {
    id: `Apa ${noun} ${ordinalIn('id', n)} dari ${topic}?`,
    en: `What is the ${ordinalIn('en', n)} ${singular(noun)} of ${topic}?`,
    zh: `${topic}中的${ordinalIn('zh', n)}${noun}是什么？`,
  }[language];
}

const NOUN: Readonly<Record<FollowUpLanguage, string>> = {
  id: `\\b(?<noun>${POINT_NOUNS.id})\\b`,
  en: `\\b(?<noun>${POINT_NOUNS.en})\\b`,
  zh: `(?:[第哪几]|${CARDINALS.zh})(?:[大个]|[一二三四五六七八九十]{1,2})?(?<noun>${POINT_NOUNS.zh})`,
};

function ordinalIn(language: FollowUpLanguage, n: number): string {
  if (n < 0) return { id: 'terakhir', en: 'last', zh: '最后一' }[language];
  return { id: `ke-${n}`, en: `${n}${ENGLISH_ENDINGS[n] ?? 'th'}`, zh: `第${n}` }[language];
}

function singular(noun: string): string {
  return noun.replace(/ies$/u, 'y').replace(/s$/u, '');
}

const ENGLISH_ENDINGS: Readonly<Partial<Record<number, string>>> = { 1: 'st', 2: 'nd', 3: 'rd' };

/** What a question is about: itself without the words that ask. */
function topicOf(question: string): string {
  const language = languageOf(question);
  return question
    .replace(TRAILING, '')
    .replace(ASKING[language], language === 'zh' ? '' : ' ')
    .replace(
      /^[\s,]*(?:(?:yang|is|are|was|were|did|does|do|has|have|had|will|would|can|could|of|isi)(?!\p{L})\s*)+/iu,
      '',
    )
    .replace(/是?\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The earlier question with the asking words of this one in the place of its own. */
function askOf(earlier: string, { asking = '', rest, language }: Parts): string {
  const target = languageOf(earlier);
  const shape = readShape(rest);
  const words = language === target ? asking : (ASKING_FOR[target][shape] ?? asking);
  const saying = language === target && shape === 'who' ? SAYING.exec(rest)?.[0] : undefined;
  if (saying !== undefined)
    return finish(`${words} ${saying.replace(/nya$/u, '')} ${topicOf(earlier)}`, target);
  if (TELLING.test(words)) return finish(`${words} ${topicOf(earlier)}`, target);
  return finish(askedWith(earlier, words, target), target);
}

function askedWith(earlier: string, words: string, language: FollowUpLanguage): string {
  const body = earlier.replace(TRAILING, '');
  const own = ASKING[language].exec(body);
  if (own === null) return language === 'zh' ? `${body}${words}` : `${words} ${body}`;
  const after = body.slice(own.index + own[0].length).replace(/^ ?yang(?!\p{L})/iu, '');
  return `${body.slice(0, own.index)}${words}${language === 'zh' ? after : ` ${after.trim()}`}`;
}

function finish(question: string, language: FollowUpLanguage): string {
  const text = question.replace(/\s+/gu, ' ').trim();
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${language === 'zh' ? '？' : '?'}`;
}

const YEAR = /(?<!\p{N})(?:19|20)\d{2}(?!\p{N})/u;

/** The earlier question, asked of something else: of another year, or in another place, where it names one. */
function turnTo(earlier: string, other: string): string {
  const language = languageOf(earlier);
  const body = earlier.replace(TRAILING, '');
  const year = YEAR.exec(other);
  if (year !== null && YEAR.test(body)) return finish(body.replace(YEAR, year[0]), language);
  return finish(language === 'zh' ? `${body}（${other}）` : `${body} (${other})`, language);
}

const NAMED = /(?:\p{Lu}|\p{Nd})[\p{L}\p{N}.'’-]*(?: (?:\p{Lu}|\p{Nd})[\p{L}\p{N}.'’-]*)*/gu;
/** What a question was completed with. */
const BRACKETED = /[(（]([^()（）]+)[)）]\s*[?？]?$/u;

/**
 * Whom or what a question is about: the names in it, or what stands before the asking words in Chinese; all of it where
 * these tell nothing. More of it would outweigh what is asked now.
 */
function subjectOf(question: string): string {
  const bracketed = BRACKETED.exec(question)?.[1];
  if (bracketed !== undefined) return bracketed;
  const topic = topicOf(question);
  if (languageOf(question) === 'zh') {
    const before = question.slice(0, ASKING.zh.exec(question)?.index ?? 0).replace(/[的有是在]+$/u, '');
    return before.length > 1 ? before : topic;
  }
  const names = topic.match(NAMED) ?? [];
  return names.length > 0 ? names.join(' ') : topic;
}

/** A question with a subject of its own, and in brackets what it leans on. */
function leaning(earlier: string, { rest, own, points, language }: Parts): FollowUp | undefined {
  if (!points && own.length > MAX_OWN_WORDS) return undefined;
  const subject = subjectOf(earlier);
  const question = finish(language === 'zh' ? `${rest}（${subject}）` : `${rest} (${subject})`, language);
  return { question, leans: points ? 'points' : 'perhaps' };
}
