// Of a question, what may be a name that releases have in another script. Pure.
import { QUESTION_WORDS } from '../text/asking.ts';
import { maySound } from '../text/pinyin.ts';
import type { QuestionWords } from './embed-question.ts';
import type { Token } from '../text/terms.ts';
import type { Scripts } from './catalog.ts';

export interface Names {
  /** Rows of neighbouring words. */
  readonly inLetters: readonly (readonly string[])[];
  /** Rows of overlapping pairs of characters. */
  readonly inHan: readonly (readonly string[])[];
}

/** The term of two Han characters. */
export const HAN_PAIR = /^\p{Script=Han}{2}$/u;
/** Characters of the words that hold a question together; names hold none of them. */
const HAN_FUNCTION = /[的了是吗呢么什哪谁怎们这那]/u;
const CAPITAL = /^\p{Lu}/u;
/** What may stand between the words of one name. */
const WITHIN_NAME = /^[ \-'’·]$/u;

type Tokenized = Pick<QuestionWords, 'text' | 'tokens'>;

/** Names in letters have their capitals. Undefined where nothing can be a name that passages have in another script. */
export function namesOf({ text, tokens }: Tokenized, { letters, han }: Scripts): Names | undefined {
  const inLetters = han ? namesIn(text, tokens) : [];
  const inHan = letters ? runsIn(tokens) : [];
  return inLetters.length + inHan.length === 0 ? undefined : { inLetters, inHan };
}

function namesIn(question: string, tokens: readonly Token[]): readonly (readonly string[])[] {
  const names: string[][] = [];
  let end = -1;
  for (const { term, start, end: after } of tokens) {
    if (!CAPITAL.test(question.slice(start, after)) || !maySound(term) || QUESTION_WORDS.has(term)) continue;
    if (end >= 0 && WITHIN_NAME.test(question.slice(end, start))) names.at(-1)?.push(term);
    else names.push([term]);
    end = after;
  }
  return names;
}

function runsIn(tokens: readonly Token[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let end = -1;
  for (const { term, start, end: after } of tokens) {
    if (!HAN_PAIR.test(term) || HAN_FUNCTION.test(term)) continue;
    if (start < end) runs.at(-1)?.push(term);
    else runs.push([term]);
    end = after;
  }
  return runs;
}
