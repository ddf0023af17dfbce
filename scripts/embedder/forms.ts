// The form under which search knows each word, a line each: the stem of a word, a Chinese word in simplified characters.
// What is no single word comes back empty. Read by `lexicon.py`.
import { text } from 'node:stream/consumers';
import { simplify } from '../../src/text/simplified.ts';
import { wordOf } from '../../src/search/words.ts';
import { tokensOf } from '../../src/text/terms.ts';

const HAN = /^\p{Script=Han}+$/u;

function formOf(word: string): string {
  if (HAN.test(word)) return simplify(word);
  const [token, ...others] = tokensOf(word);
  return token === undefined || others.length > 0 ? '' : (wordOf(token).at(-1) ?? '');
}

const words = (await text(process.stdin)).split('\n');
process.stdout.write(words.map(formOf).join('\n'));
