// The corpus that `bench` measures on. Pure but for reading the vocabularies.
import { createCorpus, type Corpus } from './corpus.ts';
import { readVocabulary } from './vocabulary.ts';

/** Three fifths Indonesian, a fifth each English and Chinese. */
const LANGUAGES = ['id', 'id', 'id', 'en', 'zh'];
/** Releases whose paragraphs are embedded. */
const EMBEDDED_RELEASES = 2_000;

export function benchCorpus(): Corpus {
  return createCorpus(LANGUAGES.map(readVocabulary));
}

/** Texts as an ingest embeds them: each paragraph with its headline. */
export function benchPassages(): readonly string[] {
  const corpus = benchCorpus();
  return Array.from({ length: EMBEDDED_RELEASES }, (_, n) => corpus.release(n)).flatMap(({ title, body }) =>
    body.split('\n\n').map((text) => `${title}\n${text}`),
  );
}
