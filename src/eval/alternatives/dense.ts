// The dense index alone: every vector of the index compared with the question's.
import type { OpenRanker } from './alternative.ts';
import { bestRefs, loadOwnIndex } from './own-index.ts';

export const openDense: OpenRanker = (ingested) => {
  const memory = loadOwnIndex(ingested);
  return ({ vector, language }) => bestRefs(memory, language, (slot) => memory.matrix.cosine(vector, slot));
};
