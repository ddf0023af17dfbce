// How much a term tells, where nobody says: how rare it is among the passages found. Pure.
import type { RankedPassage } from '../domain/passage.ts';
import type { Release, ReleaseRef } from '../domain/release.ts';
import { sliceSpan } from '../domain/span.ts';
import { formsIn, type TermWeight } from './asked.ts';

/** `ln(1 + (N - n + 0.5) / (n + 0.5))`, as the ranking does over the whole index. */
export function weightsAmong(
  ranked: readonly RankedPassage[],
  releases: (ref: ReleaseRef) => Release | undefined,
): TermWeight {
  const counts = new Map<string, number>();
  let passages = 0;
  for (const { passage, header } of ranked) {
    const release = releases(header.ref);
    if (release === undefined) continue;
    passages++;
    for (const form of formsIn(`${release.title}\n${sliceSpan(release.text, passage.span)}`)) {
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  // As if as many passages again held none of the words: those found hold them because they were looked for.
  const total = passages * 2 + 1;
  return (term) => {
    const n = counts.get(term) ?? 0;
    return Math.log(1 + (total - n + 0.5) / (n + 0.5));
  };
}
