// The passages that the rankings put forward, each once, in columns. Pure.
import type { Ranks } from '../domain/passage.ts';
import { byScore, type Scored } from './top.ts';

/** A ranking of each language group, best first. */
export type Groups = readonly (readonly Scored[])[];

/** More than there ever are of one question, and few enough that a double holds slot and entry. */
const ENTRIES = 2 ** 20;

/** Which ranking an entry is of. */
const LEXICAL = 1;
const DENSE = 2;
const TRANSLATED = 4;

/**
 * In the order of their slots, so that those of one release stand together. Plain arrays: for a few hundred entries typed
 * ones take longer to make than to fill.
 */
export class Candidates {
  readonly slots: readonly number[];
  /** Of those that vectors found; `NaN` for the others. */
  readonly cosines: readonly number[];
  /** Which rankings each is of: bits of `LEXICAL` and `DENSE`. */
  readonly #found: readonly number[];
  readonly #lexical: Groups;
  readonly #dense: Groups;

  /** `translated`: passages that translations of the question found, whose ranks nobody asks for. */
  constructor(lexical: Groups, dense: Groups, translated: Groups = []) {
    this.#lexical = lexical;
    this.#dense = dense;
    const words = lexical.flat();
    const near = dense.flat();
    const entries = words.concat(near, translated.flat());
    const slots: number[] = [];
    const cosines: number[] = [];
    const found: number[] = [];
    for (const key of sortedKeys(entries)) {
      const slot = Math.floor(key / ENTRIES);
      const entry = key - slot * ENTRIES;
      const kind = entry < words.length ? LEXICAL : entry < words.length + near.length ? DENSE : TRANSLATED;
      let last = slots.length - 1;
      if (slots[last] !== slot) {
        last = slots.push(slot) - 1;
        found.push(0);
        cosines.push(NaN);
      }
      found[last] = (found[last] ?? 0) | kind;
      if (kind === DENSE) cosines[last] = (entries[entry] as Scored).score;
    }
    this.slots = slots;
    this.cosines = cosines;
    this.#found = found;
  }

  isTranslated(i: number): boolean {
    return ((this.#found[i] ?? 0) & TRANSLATED) !== 0;
  }

  /** Positions of a candidate in both rankings, from 1, over all languages together. */
  ranksOf(i: number): Ranks {
    const slot = this.slots[i] ?? -1;
    const found = this.#found[i] ?? 0;
    return {
      ...((found & LEXICAL) === 0 ? {} : { lexical: positionIn(this.#lexical, slot) }),
      ...((found & DENSE) === 0 ? {} : { dense: positionIn(this.#dense, slot) }),
    };
  }
}

/** Slot and entry as one number each, ascending: numbers sort far quicker than objects are compared. */
function sortedKeys(entries: readonly Scored[]): Float64Array {
  const keys = new Float64Array(entries.length);
  for (let i = 0; i < entries.length; i++) keys[i] = (entries[i] as Scored).slot * ENTRIES + i;
  return keys.sort();
}

function positionIn(groups: Groups, slot: number): number {
  let own: Scored | undefined;
  for (const group of groups) own ??= group.find((entry) => entry.slot === slot);
  let position = 1;
  for (const group of groups)
    for (const entry of group) if (own !== undefined && byScore(entry, own) < 0) position++;
  return position;
}
