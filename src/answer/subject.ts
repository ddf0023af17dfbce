// Whether a text is about what a question is about: what it opens with is mostly its subject. Pure.
import { formsOf, tokensOf } from '../text/terms.ts';
import { EMPTY_WORDS, type Asked } from './asked.ts';

/** Words that name a subject, as a rule; in Chinese pairs of characters. */
const OPENING = 4;
/** UTF-16 units that hold so many words, nearly always. */
const OPENING_LENGTH = 80;

/** Share of the question's telling words, by weight, that `text` opens with, in [0, 1]. */
export function opensWith({ telling }: Pick<Asked, 'telling'>, text: string): number {
  const tokens = tokensOf(text.slice(0, OPENING_LENGTH)).slice(0, OPENING);
  const opening = new Set(tokens.flatMap(({ term }) => formsOf(term)));
  let sum = 0;
  let total = 0;
  for (const { forms, weight } of telling) {
    total += weight;
    if (forms.some((form) => opening.has(form))) sum += weight;
  }
  return total === 0 ? 0 : sum / total;
}

/** "X is …", from the first word on; what stands in brackets beside X is left out before. */
const DEFINING =
  /^(?:(?<latin>.{1,120}?)\s(?:adalah|ialah|merupakan|is|are|was|were)\s|(?<han>.{1,30}?)[，,]?(?:是|指))/iu;
const BRACKETED = /\[[^\]]*\]|\((?:[^()]|\([^)]*\))*\)|（[^）]*）/gu;

/** Of a sentence that says what X is: the share of the words of X that the question has, in [0, 1]; of others 0. */
export function definesAsked({ telling }: Pick<Asked, 'telling'>, sentence: string): number {
  const groups = DEFINING.exec(sentence.replace(BRACKETED, ' '))?.groups;
  const subject = tokensOf(groups?.['latin'] ?? groups?.['han'] ?? '').filter(
    ({ term }) => !EMPTY_WORDS.has(term),
  );
  if (subject.length === 0) return 0;
  const known = new Set(telling.flatMap(({ forms }) => forms));
  return subject.filter(({ term }) => formsOf(term).some((form) => known.has(form))).length / subject.length;
}
