// The words of the sample releases, and as many coined ones as a large corpus would have. Reads data/releases.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from '../config.ts';
import { randomFrom } from './random.ts';

/** Words of each language: a newspaper year has about this many that come more than once. */
const WORDS = 30_000;
/** Flattens the head of Zipf's law as Mandelbrot did: `1 / (rank + 2.7)`. */
const SHIFT = 2.7;
const SEED = 1;

/** Draws words so that their frequencies fall with their rank, as in any language. */
export interface Vocabulary {
  readonly lang: string;
  word(random: () => number): string;
}

function readText(lang: string): string {
  const folder = path.join(PROJECT_DIR, 'data', 'releases', lang);
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** Words by falling frequency, in the script of the language alone. */
function wordsByFrequency(text: string, lang: string): readonly string[] {
  const counts = new Map<string, number>();
  const script = lang === 'zh' ? /^\p{Script=Han}+$/u : /^\p{Script=Latin}+$/u;
  for (const { segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    if (isWordLike === true && script.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
}

/** New words out of the halves of known ones: `keme` and `nuhan` give `kemenuhan`. */
function coin(known: readonly string[], size: number): readonly string[] {
  const random = randomFrom(SEED);
  const pick = (): readonly string[] => Array.from(known[Math.floor(random() * known.length)] ?? '');
  const words = new Set(known);
  while (words.size < size) {
    const [front, back] = [pick(), pick()];
    words.add(
      front
        .slice(0, Math.ceil(front.length / 2))
        .concat(back.slice(Math.floor(back.length / 2)))
        .join(''),
    );
  }
  return [...words];
}

export function readVocabulary(lang: string): Vocabulary {
  const words = coin(wordsByFrequency(readText(lang), lang), WORDS);
  const bounds = new Float64Array(words.length);
  let sum = 0;
  words.forEach((_, rank) => {
    sum += 1 / (rank + SHIFT);
    bounds[rank] = sum;
  });
  return {
    lang,
    word: (random) => words[firstAbove(bounds, random() * sum)] ?? '',
  };
}

/** Place of the first bound above `value`; the bounds ascend. */
function firstAbove(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
