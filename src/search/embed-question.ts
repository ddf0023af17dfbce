// A question as the ranking takes it: its words, and what the model makes of them.
import type { Vector } from '../domain/vector.ts';
import type { Embedder, WordVector } from '../embed/embedder.ts';
import type { Word } from './lexical.ts';
import { differentWords, wordsOf } from './words.ts';

export interface EmbeddedQuestion {
  readonly text: string;
  /** Its words in order, with their forms. */
  readonly forms: readonly Word[];
  readonly vector: Vector;
  /** Its different words; absent where the model knows no single words. */
  readonly words?: readonly WordVector[];
}

/** The question as a whole and word by word; undefined where the model gives it no vector. */
export async function embedQuestion(
  question: string,
  embedder: Pick<Embedder, 'embedQuestions' | 'embedWords'>,
): Promise<EmbeddedQuestion | undefined> {
  const forms = wordsOf(question);
  const [[vector], words] = await Promise.all([
    embedder.embedQuestions([question]),
    embedder.embedWords?.(differentWords(forms)),
  ]);
  if (vector === undefined) return undefined;
  return words === undefined ? { text: question, forms, vector } : { text: question, forms, vector, words };
}
