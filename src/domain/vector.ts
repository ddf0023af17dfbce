// Embedding vectors. Pure.

/** Unit norm; its length is the embedder's `dimensions`. */
export type Vector = Float32Array;

/** Cosine of two unit vectors of one length, in [-1, 1]. */
export function dot(one: Vector, other: Vector): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
}
