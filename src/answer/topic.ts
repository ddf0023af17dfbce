// The topic of a question, as somebody would follow it. Pure.
import { EMPTY_WORDS } from './asked.ts';

/** Words that ask, inside a sentence that is written without spaces. */
const HAN_ASKING =
  /为什么|是什么|什么时候|什么|哪里|哪些|哪个|多少|怎么样|怎么|怎样|如何|何时|是谁|有几个|几个|谁|吗|呢/gu;
const SIGNS = /[^\p{L}\p{N}\p{M}'’.,%-]+|[.,'’-]+(?=\s|$)|(?<=^|\s)[.,'’-]+/gu;

/** The words of a question without those that only ask; the question itself where nothing else is in it. */
export function topicOf(question: string): string {
  const words = question
    .replace(HAN_ASKING, ' ')
    .replace(SIGNS, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word.toLowerCase().replace(/kah$/, '')))
    .join(' ');
  return words === '' ? question.trim() : words;
}
