// Questions for sets that have none: a headline asks for its release, a sentence for its translation. Pure.
import { groupBy } from './group.ts';
import type { EvalPair, EvalPassage, EvalQuestion, EvalSet } from './sets.ts';

/** Keys of a pair, and the language they hold. */
const PAIR_LANGUAGES = { en: 'en', idn: 'id', zh: 'zh' } as const;

type Given = Pick<EvalQuestion, 'id' | 'lang' | 'question' | 'kind' | 'passage_ids'>;

function asQuestion(given: Given): EvalQuestion {
  return {
    ...given,
    answers: [],
    answers_by_lang: {},
    other_passage_ids: [],
    answerable: true,
    quotes: [],
    mt: false,
  };
}

export function questionsOfTitles(releases: readonly EvalPassage[]): readonly EvalQuestion[] {
  return releases
    .filter(({ title }) => title !== '')
    .map(({ id, lang, title }) =>
      asQuestion({ id: `title-${id}`, lang, question: title, kind: 'title-known-item', passage_ids: [id] }),
    );
}

/** Every sentence of a pair is a passage, and asks for each of the others. */
export function questionsOfPairs(pairs: readonly EvalPair[]): Pick<EvalSet, 'corpus' | 'questions'> {
  const sentences = pairs.flatMap((pair) =>
    Object.entries(PAIR_LANGUAGES).flatMap(([key, lang]) => {
      const text = pair[key];
      return typeof text === 'string' && text !== '' ? [{ pair: pair.id, lang, text }] : [];
    }),
  );
  const idOf = ({ pair, lang }: { readonly pair: string; readonly lang: string }): string =>
    `${pair}-${lang}`;
  const byPair = groupBy(sentences, ({ pair }) => pair);
  return {
    corpus: {
      passages: sentences.map((sentence) => ({
        id: idOf(sentence),
        lang: sentence.lang,
        title: '',
        source: '',
        text: sentence.text,
        mt: false,
      })),
    },
    questions: sentences.map((sentence) => ({
      ...asQuestion({
        id: `q-${idOf(sentence)}`,
        lang: sentence.lang,
        question: sentence.text,
        kind: 'sentence-known-item',
        passage_ids: (byPair.get(sentence.pair) ?? []).filter(({ lang }) => lang !== sentence.lang).map(idOf),
      }),
      same_lang_passage_id: idOf(sentence),
    })),
  };
}
