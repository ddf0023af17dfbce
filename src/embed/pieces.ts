// Remembers how words fall into pieces: a Unigram tokenizer solves the same lattice for the same word again and again.
import type { PreTrainedTokenizer } from '@xenova/transformers';

/** Words kept; a newspaper year has fewer. Beyond it the memory starts anew, which costs a moment and bounds it. */
const MAX_WORDS = 200_000;
/** Longer stretches (unsegmented Chinese, junk) hardly ever come twice. */
const MAX_WORD_LENGTH = 24;

interface UnigramModel {
  tokenize(word: string): string[];
}

/** The same tokenizer, giving the same pieces, several times as fast on text that repeats its words. */
export function memoizePieces(tokenizer: PreTrainedTokenizer): PreTrainedTokenizer {
  const model = tokenizer.model as unknown as Partial<UnigramModel>;
  const tokenize = model.tokenize?.bind(model);
  if (tokenize === undefined) return tokenizer;
  const known = new Map<string, string[]>();
  model.tokenize = (word) => {
    if (word.length > MAX_WORD_LENGTH) return tokenize(word);
    const pieces = known.get(word) ?? tokenize(word);
    if (known.size >= MAX_WORDS) known.clear();
    known.set(word, pieces);
    return pieces;
  };
  return tokenizer;
}
