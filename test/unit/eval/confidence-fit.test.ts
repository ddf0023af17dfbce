import { describe, expect, it } from 'vitest';
import { answerabilityOf, confidenceOf, FEATURES, type Features } from '../../../src/answer/confidence.ts';
import {
  crossValidate,
  fitModel,
  judge,
  shareAnswered,
  type ObservedQuestion,
  type Origin,
} from '../../../src/eval/confidence-fit.ts';
import { expectedCalibrationError, reliability } from '../../../src/eval/calibration.ts';
import { randomFrom } from '../../../src/eval/random.ts';

function featuresOf(coverage: number, crowd: number): Features {
  return Object.fromEntries(
    FEATURES.map((name) => [name, name === 'coverage' ? coverage : name === 'crowd' ? crowd : 0]),
  ) as unknown as Features;
}

interface Asked {
  readonly set: string;
  readonly origin: Origin;
  readonly crowd?: number;
  /** Evidence of a foreign question, at most. */
  readonly chance?: number;
}

const random = randomFrom(1);

/** Of its own set, a question is answered as often as its evidence is strong. */
function aQuestion({ set, origin, crowd = 0, chance = 0.5 }: Asked): ObservedQuestion {
  const coverage = origin === 'own' ? 0.2 + 0.8 * random() : chance * random();
  const label = origin === 'own' && random() < coverage ? 1 : 0;
  const groups = [{ own: true, features: featuresOf(coverage, crowd), label } as const];
  return { set, index: set, origin, kind: 'fact', across: false, groups };
}

function aSet(asked: Omit<Asked, 'origin'>, counts: Readonly<Record<Origin, number>>): ObservedQuestion[] {
  return (Object.keys(counts) as Origin[]).flatMap((origin) =>
    Array.from({ length: counts[origin] }, () => aQuestion({ ...asked, origin })),
  );
}

const QUESTIONS = [
  ...aSet({ set: 'usual' }, { own: 600, unanswerable: 0, foreign: 180 }),
  ...aSet({ set: 'few' }, { own: 200, unanswerable: 0, foreign: 200 }),
  ...aSet({ set: 'many', crowd: 1, chance: 0.5 }, { own: 200, unanswerable: 0, foreign: 200 }),
];

describe('the confidence model', () => {
  const model = fitModel(QUESTIONS, 'model@1');
  const verdicts = QUESTIONS.map((question) => judge(question, model));

  it('is as sure as it is right where fewer questions are foreign than not', () => {
    const usual = verdicts.filter(({ index }) => index === 'usual');
    expect(expectedCalibrationError(reliability(usual))).toBeLessThan(0.06);
  });

  it('tells own questions from foreign ones, by more evidence where chance comes nearer', () => {
    const many = verdicts.filter(({ index }) => index === 'many');
    expect(shareAnswered(many, 'own')).toBeGreaterThan(0.7);
    expect(shareAnswered(many, 'foreign')).toBeLessThan(0.45);
    const { weights } = model.own.answerability;
    expect(weights.coverage).toBeGreaterThan(0);
    expect(weights.crowd).toBeLessThan(0);
  });

  it('knows that a question has an answer though the passage found is another', () => {
    const missed = QUESTIONS.map((question) => ({
      ...question,
      groups: question.groups.map((group) => ({ ...group, label: 0 }) as const),
    }));
    const { own } = fitModel(missed, 'model@1');
    const far = { fingerprint: '', own, other: own };
    const evidence = featuresOf(0.95, 0);
    expect(answerabilityOf(evidence, { own: true }, far)).toBeGreaterThan(0.9);
    expect(confidenceOf(evidence, { own: true }, far)).toBeLessThan(0.1);
  });

  it('is the same from the same questions', () => {
    expect(fitModel(QUESTIONS, 'model@1')).toEqual(model);
  });

  it('judges each set by what it learned from the others', () => {
    const apart = crossValidate(QUESTIONS, 'model@1');
    expect(apart.length).toBe(QUESTIONS.length);
    const [first] = QUESTIONS;
    const others = fitModel(
      QUESTIONS.filter(({ set }) => set !== 'usual'),
      'model@1',
    );
    expect(apart[0]).toEqual(judge(first as ObservedQuestion, others));
  });
});

describe('a question with passages in several languages', () => {
  it('is judged by the language that most probably answers', () => {
    const model = fitModel(QUESTIONS, 'model@1');
    const asked = { set: 'few', index: 'few', origin: 'own', kind: 'fact', across: false } as const;
    // No passage of another language was observed, so that one is as sure as it is not.
    const other = { own: false, features: featuresOf(0.5, 0) };
    const [weak, strong] = [0.1, 0.9].map((coverage) => ({
      own: true,
      features: featuresOf(coverage, 0),
    })) as [typeof other, typeof other];
    const inOwn = judge(
      {
        ...asked,
        groups: [
          { ...other, label: 0 },
          { ...strong, label: 1 },
        ],
      },
      model,
    );
    expect(inOwn).toMatchObject({ correct: true, answered: true });
    const inOther = judge(
      {
        ...asked,
        groups: [
          { ...weak, label: 0 },
          { ...other, label: 1 },
        ],
      },
      model,
    );
    expect(inOther).toMatchObject({ correct: true, answered: true, confidence: 0.5 });
  });
});
