// Whether a text is about what a question is about: what it opens with is mostly its subject. Pure.
import { stemsOf, tokensOf } from '../text/terms.ts';
import { EMPTY_WORDS, tellingWords, type Asked } from './asked.ts';

/** Words that name a subject, as a rule; in Chinese pairs of characters. */
const OPENING = 4;
/** UTF-16 units that hold so many words, nearly always. */
const OPENING_LENGTH = 80;

/** Share of the question's telling words, by weight, that `text` opens with, in [0, 1]. */
export function opensWith(asked: Pick<Asked, 'words'>, text: string): number {
  const opening = new Set(tokensOf(text.slice(0, OPENING_LENGTH)).slice(0, OPENING).flatMap(formsOf));
  let sum = 0;
  let total = 0;
  for (const { forms, weight } of tellingWords(asked)) {
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
export function definesAsked(asked: Pick<Asked, 'words'>, sentence: string): number {
  const groups = DEFINING.exec(sentence.replace(BRACKETED, ' '))?.groups;
  const subject = tokensOf(groups?.['latin'] ?? groups?.['han'] ?? '').filter(
    ({ term }) => !EMPTY_WORDS.has(term),
  );
  if (subject.length === 0) return 0;
  const known = new Set(tellingWords(asked).flatMap(({ forms }) => forms));
  return subject.filter((token) => formsOf(token).some((form) => known.has(form))).length / subject.length;
}

function formsOf({ term }: { readonly term: string }): readonly string[] {
  return [term, ...stemsOf(term)];
}
