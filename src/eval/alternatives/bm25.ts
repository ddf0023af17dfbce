// BM25 alone: the lexical half of Rilis without vectors, spelling and abbreviations.
import { weighQuestion } from '../../search/question.ts';
import { wordsOf } from '../../search/words.ts';
import type { OpenRanker } from './alternative.ts';
import { bestRefs, loadOwnIndex } from './own-index.ts';

export const openBm25: OpenRanker = (ingested) => {
  const memory = loadOwnIndex(ingested);
  return ({ text, language }) => {
    const scores = memory.lexical.score(weighQuestion(wordsOf(text)), 0);
    return bestRefs(memory, language, (slot) => scores[slot] ?? 0);
  };
};
