// What is asked of an index, and what would be right. Pure.
import { groupBy } from './group.ts';
import { holdsAnswer } from './metrics.ts';
import type { EvalQuestion, EvalSet } from './sets.ts';

/** Rilis speaks these; questions and passages in others stay in the index but are not asked for. */
const LANGUAGES: ReadonlySet<string> = new Set(['id', 'en', 'zh']);

/** A question asked for the passages of one language. */
export interface Trial {
  readonly question: EvalQuestion;
  /** `id>zh`: the languages of question and passage; `id` for one without a right passage. */
  readonly pair: string;
  /** Refs of the right passages. */
  readonly gold: ReadonlySet<string>;
  /** Refs taken out of a ranking before it is judged: the question's own passage, the right ones in other languages. */
  readonly ignored: ReadonlySet<string>;
  readonly answers: readonly string[];
  /** Restricts the search to passages of this language. */
  readonly language?: string;
}

export interface TrialOptions {
  readonly languageOf: (ref: string) => string | undefined;
  /** Whether each trial is restricted to the language of its right passages. */
  readonly restrict: boolean;
}

/** One trial for every language in which there is a right passage; one for a question without any. */
export function trialsOf(question: EvalQuestion, { languageOf, restrict }: TrialOptions): readonly Trial[] {
  if (!LANGUAGES.has(question.lang)) return [];
  const { answers, lang, passage_ids: ids, other_passage_ids: others } = question;
  if (!question.answerable) return [{ question, pair: lang, gold: new Set(), ignored: new Set(), answers }];
  const own = question.same_lang_passage_id;
  // In an index of one language the question's own passage is not there; in a mixed one it is looked for as well.
  const right = [...ids, ...others, ...(restrict || own === undefined ? [] : [own])];
  const byLanguage = groupBy(right, (ref) => languageOf(ref) ?? 'und');
  return [...byLanguage]
    .filter(([language]) => LANGUAGES.has(language))
    .map(([language, gold]) => ({
      question,
      pair: `${lang}>${language}`,
      gold: new Set(gold),
      ignored: new Set([...right, ...(own === undefined ? [] : [own])].filter((ref) => !gold.includes(ref))),
      answers: question.answers_by_lang[language] ?? answers,
      ...(restrict ? { language } : {}),
    }));
}

/** What is asked of `sets`, as it is asked of another one, where nothing answers it. Known items are no questions. */
export function foreignTrials(sets: readonly EvalSet[]): readonly Trial[] {
  return sets
    .flatMap(({ questions }) => questions)
    .filter(({ answerable, kind, lang }) => answerable && !kind.endsWith('known-item') && LANGUAGES.has(lang))
    .map((question) => ({ question, pair: question.lang, gold: new Set(), ignored: new Set(), answers: [] }));
}

/** Whether the languages of a trial's `pair` differ. */
export function isAcross(pair: string): boolean {
  const [asked, answering = asked] = pair.split('>');
  return asked !== answering;
}

/** Whether a passage or quote answers: by its words where the answers are known, else by where it stands. */
export function isRight(
  { answers, gold }: Pick<Trial, 'answers' | 'gold'>,
  { ref, text }: { readonly ref: string; readonly text: string },
): boolean {
  return answers.length > 0 ? holdsAnswer(text, answers) : gold.has(ref);
}
