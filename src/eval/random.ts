// Numbers that look random and follow from a seed alone, so that two runs can be compared. Pure.

export type Random = () => number;

/** Numbers in [0, 1): mulberry32, one 32-bit state, good enough for sampling. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** At most `size` of the items, drawn without repetition, in their own order. */
export function sample<T>(items: readonly T[], size: number, random: Random): readonly T[] {
  if (items.length <= size) return items;
  const drawn = items.map((item, place) => ({ item, place, key: random() }));
  return drawn
    .sort((one, other) => one.key - other.key)
    .slice(0, size)
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
