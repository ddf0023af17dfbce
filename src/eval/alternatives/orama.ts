// Orama's hybrid search over the passages of the index and their vectors.
import { create, insertMultiple, search } from '@orama/orama';
import { contextualText } from '../../domain/passage.ts';
import { segmentWords, WANTED, type OpenRanker } from './alternative.ts';

/** Orama would leave out passages below a cosine of 0.8, which only twins reach with most models. */
const LEAST_SIMILARITY = 0;

/** Its own tokenizers know no Chinese, and count a word once a passage. */
const tokenizer = {
  language: 'rilis',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => segmentWords(text),
};

export const openOrama: OpenRanker = async ({ store, embedder }) => {
  const index = create({
    schema: {
      text: 'string',
      language: 'enum',
      embedding: `vector[${embedder.dimensions}]`,
    } as const,
    components: { tokenizer },
  });
  const vectors = new Map(
    [...store.vectorsAfter(0, embedder.fingerprint)].map(({ id, vector }) => [id, vector]),
  );
  const refs = new Map<string, string>();
  const rows = [...store.releasesAfter(0)].flatMap(({ release, passages }) =>
    passages.map((passage) => {
      refs.set(String(passage.id), release.ref);
      return {
        id: String(passage.id),
        text: contextualText(release, passage),
        language: release.language,
        embedding: Array.from(vectors.get(passage.id) ?? []),
      };
    }),
  );
  await insertMultiple(index, rows);
  return async ({ text, vector, language }) => {
    const { hits } = await search(index, {
      mode: 'hybrid',
      term: text,
      properties: ['text'],
      vector: { value: Array.from(vector), property: 'embedding' },
      similarity: LEAST_SIMILARITY,
      limit: WANTED,
      ...(language === undefined ? {} : { where: { language: { eq: language } } }),
    });
    return hits.map(({ id }) => refs.get(id) ?? '');
  };
};
