// The interface of everything that turns text into vectors.
import type { Vector } from '../domain/vector.ts';

export interface Embedder {
  /** Names model, revision and text rules; vectors of two fingerprints are never compared. */
  readonly fingerprint: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** One unit vector a text, in the order given; a text without words gives a vector too. */
  embedPassages(texts: readonly string[]): Promise<readonly Vector[]>;
  /** As `embedPassages`, with what the model wants before a question. */
  embedQuestions(texts: readonly string[]): Promise<readonly Vector[]>;
  /** Safe to call twice; the embedder is of no use after. */
  close(): Promise<void>;
}
