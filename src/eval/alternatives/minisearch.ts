// MiniSearch over the passages of the index, with words that suit Chinese too.
import MiniSearch from 'minisearch';
import { contextualText } from '../../domain/passage.ts';
import { segmentWords, WANTED, type OpenRanker } from './alternative.ts';

interface IndexedPassage {
  readonly id: number;
  readonly ref: string;
  readonly language: string;
  readonly text: string;
}

export const openMiniSearch: OpenRanker = ({ store }) => {
  const index = new MiniSearch<IndexedPassage>({
    fields: ['text'],
    storeFields: ['ref', 'language'],
    tokenize: segmentWords,
  });
  for (const { release, passages } of store.releasesAfter(0)) {
    const { ref, language } = release;
    index.addAll(
      passages.map((passage) => ({ id: passage.id, ref, language, text: contextualText(release, passage) })),
    );
  }
  return ({ text, language }) =>
    index
      .search(text, { filter: (found) => language === undefined || found['language'] === language })
      .slice(0, WANTED)
      .map((found) => String(found['ref']));
};
