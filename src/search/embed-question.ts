// A question as the ranking takes it: its words, and what the model makes of them.
import type { Vector } from '../domain/vector.ts';
import type { Embedder, WordVector } from '../embed/embedder.ts';
import type { Word } from './lexical.ts';
import { simplify } from '../text/simplified.ts';
import { tokensOf, type Token } from '../text/terms.ts';
import { differentWords, wordOf } from './words.ts';

/** A question before its meaning is known. */
export interface QuestionWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of each token: the word with its forms. */
  readonly forms: readonly Word[];
}

export interface EmbeddedQuestion extends QuestionWords {
  readonly vector: Vector;
  /** Its different words; absent where the model knows no single words. */
  readonly words?: readonly WordVector[];
}

export function tokenizeQuestion(text: string): QuestionWords {
  const tokens = tokensOf(text);
  return { text, tokens, forms: tokens.map(wordOf) };
}

/** The question as a whole and word by word; undefined where the model gives it no vector. */
export async function embedQuestion(
  question: string,
  embedder: Pick<Embedder, 'embedQuestions' | 'embedWords'>,
): Promise<EmbeddedQuestion | undefined> {
  const tokenized = tokenizeQuestion(question);
  const [[vector], words] = await Promise.all([
    embedder.embedQuestions([simplify(question)]),
    embedder.embedWords?.(differentWords(tokenized.forms)),
  ]);
  if (vector === undefined) return undefined;
  return words === undefined ? { ...tokenized, vector } : { ...tokenized, vector, words };
}

/** The words that the model knows in one piece. */
export function wholeWords({
  forms,
  words = [],
}: QuestionWords & Pick<EmbeddedQuestion, 'words'>): ReadonlySet<string> {
  return new Set(differentWords(forms).filter((_, i) => words[i]?.pieces === 1));
}
