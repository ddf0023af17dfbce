// Plants slips of the keyboard into a question: letters that change places, go missing, come twice or are another. Pure.
import type { Random } from './random.ts';

/** Words of fewer letters are mostly function words, and one slip makes another word of them. */
const CONTENT_WORDS = /(?![\p{Script=Han}])\p{L}{5,}|\p{Script=Han}{4,}/gu;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

type Slip = (letters: readonly string[], at: number, random: Random) => readonly string[];

const swap: Slip = (letters, at) => letters.with(at, letters[at + 1] ?? '').with(at + 1, letters[at] ?? '');

/** Each changes `letters` at `at`, which is never the last place. */
const SLIPS: readonly Slip[] = [
  swap,
  (letters, at) => letters.toSpliced(at, 1),
  (letters, at) => letters.toSpliced(at, 0, letters[at] ?? ''),
  (letters, at, random) => letters.with(at, pick(Array.from(ALPHABET), random)),
];

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** `question` with `slips` of its content words misspelt, each once; fewer where it has fewer. Chinese characters change places. */
export function misspell(question: string, slips: number, random: Random): string {
  const words = [...question.matchAll(CONTENT_WORDS)];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(slips, words.length)) chosen.add(Math.floor(random() * words.length));
  let place = -1;
  return question.replace(CONTENT_WORDS, (word) => {
    place++;
    return chosen.has(place) ? slip(word, random) : word;
  });
}

function slip(word: string, random: Random): string {
  const letters = Array.from(word);
  const make = /\p{Script=Han}/u.test(word) ? swap : pick(SLIPS, random);
  // The first letter is hardly ever wrong.
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const slipped = make(letters, at, random).join('');
  // Twins that change places, and a letter replaced by itself, are no slip.
  return slipped === word ? letters.toSpliced(at, 1).join('') : slipped;
}
