// The interface of everything that turns text into vectors.
import type { Vector } from '../domain/vector.ts';

/** A word by itself, as it compares with words of any language. */
export interface WordVector {
  /** Unit norm, as long as the model finds enough; zeros for a word that the model has no part of. */
  readonly vector: Vector;
  /** How much the word tells, from 0: the squared length that the model learned for it. */
  readonly weight: number;
  /** Pieces that the model knows the word by, from 0: a word that it knows whole is no slip of the pen. */
  readonly pieces: number;
}

export interface Embedder {
  /** Names model, revision and text rules; vectors of two fingerprints are never compared. */
  readonly fingerprint: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** One unit vector a text, in the order given; a text without words gives a vector too. */
  embedPassages(texts: readonly string[]): Promise<readonly Vector[]>;
  /** As `embedPassages`, with what the model wants before a question. */
  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]>;
  /** Single words, in the order given. Absent where a model gives words no meaning outside their sentence. */
  embedWords?(words: readonly string[]): Promise<readonly WordVector[]>;
  /** Safe to call twice; the embedder is of no use after. */
  close(): Promise<void>;
}
