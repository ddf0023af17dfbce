// Embedding vectors. Pure.

/** Unit norm; its length is the embedder's `dimensions`. */
export type Vector = Float32Array;

/**
 * Cosine of two unit vectors of one length, in [-1, 1]. Four sums side by side: the processor need not wait for one
 * addition to begin the next, which halves the time.
 */
export function dot(one: Vector, other: Vector): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = one.length - (one.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (one[i] as number) * (other[i] as number);
    b += (one[i + 1] as number) * (other[i + 1] as number);
    c += (one[i + 2] as number) * (other[i + 2] as number);
    d += (one[i + 3] as number) * (other[i + 3] as number);
  }
  for (let i = whole; i < one.length; i++) a += (one[i] as number) * (other[i] as number);
  return a + b + c + d;
}
