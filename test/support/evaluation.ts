// Rows and questions of evaluation runs, whole and valid, with what a test cares about given by name.
import type { Row } from '../../src/eval/score.ts';
import type { EvalQuestion } from '../../src/eval/sets.ts';
import type { Trial } from '../../src/eval/trials.ts';

export function anEvalQuestion(given: Partial<EvalQuestion> = {}): EvalQuestion {
  return {
    id: 'q1',
    lang: 'id',
    question: 'Kapan pelabuhan dibuka?',
    kind: 'fact',
    answers: ['hari Senin'],
    answers_by_lang: {},
    passage_ids: ['pelabuhan.txt'],
    other_passage_ids: [],
    answerable: true,
    quotes: [],
    mt: false,
    ...given,
  };
}

export function aTrial(given: Partial<Trial> = {}): Trial {
  const question = given.question ?? anEvalQuestion();
  return {
    question,
    pair: 'id>id',
    gold: new Set(question.passage_ids),
    ignored: new Set(),
    answers: question.answers,
    ...given,
  };
}

export function aRow(given: Partial<Row> = {}): Row {
  return {
    set: 'set',
    id: 'q1',
    kind: 'fact',
    pair: 'id>id',
    origin: 'own',
    rank: 1,
    answered: true,
    confidence: 0.9,
    correct: true,
    first: true,
    three: true,
    right: true,
    ms: { search: 2, ask: 3 },
    ...given,
  };
}
