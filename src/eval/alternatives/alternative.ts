// What an alternative is: something that ranks the passages of an index for one question.
import type { Config } from '../../config.ts';
import type { Vector } from '../../domain/vector.ts';
import type { Embedder } from '../../embed/embedder.ts';
import type { Store } from '../../store/store.ts';
import { DEPTH } from '../metrics.ts';

/** Passages asked for, so that ten releases are left of them, long ones and ignored ones among them. */
export const WANTED = 10 * DEPTH;

export interface AskedQuestion {
  readonly text: string;
  readonly vector: Vector;
  /** Only passages of this language. */
  readonly language?: string;
}

/** Ranks passages; gives the refs of their releases, best first, a release as often as it has passages. */
export type Ranker = (question: AskedQuestion) => readonly string[] | Promise<readonly string[]>;

/** An index that was ingested, and the model that read it. */
export interface Ingested {
  readonly config: Config;
  readonly store: Store;
  readonly embedder: Embedder;
}

/** Reads the whole index; gives what ranks it. */
export type OpenRanker = (ingested: Ingested) => Ranker | Promise<Ranker>;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words as Unicode tells them apart, in lower case: cut at spaces, a Chinese sentence would be one word. */
export function segmentWords(text: string): string[] {
  return Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment.toLowerCase()] : [],
  );
}
