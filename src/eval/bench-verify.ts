// How long `verify` takes over a quote that stands in a release, one with a word changed, and one that stands nowhere.
import type { App } from '../app.ts';
import type { Corpus } from './corpus.ts';

const QUOTES = 60;
const KINDS = ['exact', 'altered', 'not found'] as const;

/** Milliseconds of each call, as its caller sees it. */
export type VerifyBench = Readonly<Record<(typeof KINDS)[number], readonly number[]>>;

/** `releases` of the corpus are in the index; the one after them is not. */
export async function benchVerify(app: App, corpus: Corpus, releases: number): Promise<VerifyBench> {
  const times: Record<(typeof KINDS)[number], number[]> = { exact: [], altered: [], 'not found': [] };
  for (let i = 0; i < QUOTES; i++) {
    const quote = sentenceOf(corpus, Math.floor((i * releases) / QUOTES));
    const quotes = {
      exact: quote,
      altered: alter(quote),
      'not found': sentenceOf(corpus, releases + 1 + i),
    };
    // They take turns, so that what else the machine does hits all alike.
    for (const kind of KINDS) {
      const start = performance.now();
      const { verdict } = await app.verify(quotes[kind]);
      times[kind].push(performance.now() - start);
      if (verdict !== kind)
        throw new Error(`Expected "${kind}" of verify, got "${verdict}": ${quotes[kind]}`);
    }
  }
  return times;
}

function sentenceOf(corpus: Corpus, n: number): string {
  const { body } = corpus.release(n);
  return body.slice(0, body.search(/[.。]/) + 1);
}

/** Another number in the place of a word, or of two characters. */
function alter(quote: string): string {
  const words = quote.split(' ');
  if (words.length > 3) return words.with(2, '4711').join(' ');
  const letters = Array.from(quote);
  return letters.toSpliced(4, 2, '4711').join('');
}
