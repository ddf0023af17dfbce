// What the two halves of Rilis's own search share when each of them ranks alone.
import { MemoryIndex } from '../../search/memory.ts';
import { Top } from '../../search/top.ts';
import { WANTED, type Ingested } from './alternative.ts';

export function loadOwnIndex({ store, embedder }: Ingested): MemoryIndex {
  const memory = new MemoryIndex(embedder.dimensions);
  memory.catchUp(store, embedder.fingerprint);
  return memory;
}

/** Refs of the best slots that pass the language, by whatever scores them; a score of 0 is no find. */
export function bestRefs(
  memory: MemoryIndex,
  language: string | undefined,
  scoreOf: (slot: number) => number,
): readonly string[] {
  const { mask } = memory.catalog.select(language === undefined ? {} : { language });
  const top = new Top(WANTED);
  for (let slot = 0; slot < mask.length; slot++) {
    const score = mask[slot] === 1 ? scoreOf(slot) : 0;
    if (score > 0) top.offer(slot, score);
  }
  return top.drain().map(({ slot }) => memory.catalog.releaseAt(slot).header.ref);
}
