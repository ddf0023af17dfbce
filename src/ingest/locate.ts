// Finds spans in long ordered rows of them. Pure.
import type { Span } from '../domain/span.ts';

/** Index of the last of `spans`, which are in order, that begins at `offset` or before; -1 where none does. */
export function lastFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
