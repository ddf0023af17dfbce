// Embedding vectors. Pure.

/** Unit norm; its length is the embedder's `dimensions`. */
export type Vector = Float32Array;

/**
 * Product of a vector with as many numbers of `row` from `offset` on; of two unit vectors, their cosine, in [-1, 1]. Four
 * sums side by side: the processor need not wait for one addition to begin the next, which halves the time.
 */
export function dot(row: Float32Array | Int8Array, vector: Vector, offset = 0): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = vector.length - (vector.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (row[offset + i] as number) * (vector[i] as number);
    b += (row[offset + i + 1] as number) * (vector[i + 1] as number);
    c += (row[offset + i + 2] as number) * (vector[i + 2] as number);
    d += (row[offset + i + 3] as number) * (vector[i + 3] as number);
  }
  for (let i = whole; i < vector.length; i++) a += (row[offset + i] as number) * (vector[i] as number);
  return a + b + c + d;
}
