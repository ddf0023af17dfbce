// How the characters of one message are shared among its quotes. Pure.

/**
 * Shares `budget` among texts of these lengths: what is short is given whole, the rest is split evenly. The shares add
 * up to at most `budget`.
 */
export function shareBudget(lengths: readonly number[], budget: number): readonly number[] {
  const shares = lengths.map(() => 0);
  let left = budget;
  const byLength = lengths
    .map((length, i) => ({ length, i }))
    .sort((one, other) => one.length - other.length);
  byLength.forEach(({ length, i }, done) => {
    const share = Math.min(length, Math.floor(left / (lengths.length - done)));
    shares[i] = share;
    left -= share;
  });
  return shares;
}

/** Runs of texts of these lengths that each fit `budget`, as half-open ranges; one longer than it stands alone. */
export function pagesOf(
  lengths: readonly number[],
  budget: number,
): readonly { readonly start: number; readonly end: number }[] {
  const pages: { start: number; end: number }[] = [];
  let left = 0;
  lengths.forEach((length, at) => {
    const last = pages.at(-1);
    if (last === undefined || length > left) {
      pages.push({ start: at, end: at + 1 });
      left = budget - length;
    } else {
      last.end = at + 1;
      left -= length;
    }
  });
  return pages;
}
