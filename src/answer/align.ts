// The stretch of a text that is nearest to given words, word by word. Pure.

/** One step of an alignment; positions count words. */
export type Step =
  | { readonly kind: 'same' | 'changed'; readonly wanted: number; readonly found: number }
  /** A wanted word that the text does not have there. */
  | { readonly kind: 'added'; readonly wanted: number }
  /** A word of the text that was not wanted. */
  | { readonly kind: 'missing'; readonly found: number };

export interface Alignment {
  /** Words to change, add and take away. */
  readonly distance: number;
  /** In order; begins and ends with words of the text that are the same or changed, wanted words around them aside. */
  readonly steps: readonly Step[];
}

/**
 * Approximate matching (Sellers, 1980): the edit distance by words between all of `wanted` and the stretch of `text`
 * where it is smallest, wherever that begins and ends.
 */
export function alignWords(wanted: readonly string[], text: readonly string[]): Alignment {
  const width = text.length + 1;
  const costs = new Uint32Array((wanted.length + 1) * width);
  for (let i = 1; i <= wanted.length; i++) {
    costs[i * width] = i;
    for (let j = 1; j <= text.length; j++) {
      const substitution = cost(costs, (i - 1) * width + j - 1) + (wanted[i - 1] === text[j - 1] ? 0 : 1);
      const addition = cost(costs, (i - 1) * width + j) + 1;
      const omission = cost(costs, i * width + j - 1) + 1;
      costs[i * width + j] = Math.min(substitution, addition, omission);
    }
  }
  const last = wanted.length * width;
  let end = 0;
  for (let j = 1; j <= text.length; j++) {
    const better = cost(costs, last + j) < cost(costs, last + end);
    // Equally good and one word longer: a changed word rather than one added at the end.
    const longer = j === end + 1 && cost(costs, last + j) === cost(costs, last + end);
    if (better || longer) end = j;
  }
  const at = (i: number, j: number): number => cost(costs, i * width + j);
  return { distance: at(wanted.length, end), steps: traceBack(wanted, text, { at, end }) };
}

function cost(costs: Uint32Array, i: number): number {
  return costs[i] ?? 0;
}

interface Trace {
  readonly at: (wanted: number, text: number) => number;
  readonly end: number;
}

function traceBack(wanted: readonly string[], text: readonly string[], { at, end }: Trace): readonly Step[] {
  const steps: Step[] = [];
  let i = wanted.length;
  let j = end;
  while (i > 0) {
    const same = j > 0 && wanted[i - 1] === text[j - 1];
    if (j > 0 && at(i, j) === at(i - 1, j - 1) + (same ? 0 : 1)) {
      steps.push({ kind: same ? 'same' : 'changed', wanted: --i, found: --j });
    } else if (at(i, j) === at(i - 1, j) + 1) {
      steps.push({ kind: 'added', wanted: --i });
    } else {
      steps.push({ kind: 'missing', found: --j });
    }
  }
  return steps.reverse();
}
