// The confidence model out of what was observed of questions: weights, intercepts and thresholds. Pure.
import {
  answerabilityOf,
  confidenceOf,
  FEATURES,
  precedenceOf,
  thresholdOf,
  type ConfidenceModel,
  type Feature,
  type Features,
  type LanguageModel,
  type Weighing,
} from '../answer/confidence.ts';
import { mean } from './bootstrap.ts';
import type { Judged } from './calibration.ts';
import { groupBy } from './group.ts';
import { fitLogistic, type Example } from './logistic-regression.ts';

/** Of the set itself, asked of passages that only look as if they answered, or of another set. */
export type Origin = 'own' | 'unanswerable' | 'foreign';

/** What is known of the best passage of one language. */
export interface ObservedGroup {
  /** Whether it is the question's language. */
  readonly own: boolean;
  readonly features: Features;
  /** 1 where the passage answers. */
  readonly label: 0 | 1;
}

export interface ObservedQuestion {
  readonly set: string;
  /** What it was asked of: the set, or a part of it. */
  readonly index: string;
  readonly origin: Origin;
  readonly kind: string;
  /** Whether its answer is in another language. */
  readonly across: boolean;
  /** Never empty. */
  readonly groups: readonly ObservedGroup[];
}

export interface Verdict extends Judged {
  readonly index: string;
  readonly origin: Origin;
  readonly answered: boolean;
}

/** Kinds whose answers are points of a list, which are surer than the passages that they are in. */
const POINTS: ReadonlySet<string> = new Set(['list', 'item', 'count']);
const RIDGE = 2;

/** What a regression learns from, and how much of it from which questions. */
interface Lesson {
  readonly features: readonly Feature[];
  /** Of foreign questions and of unanswerable ones, beside 1 for those that have an answer. */
  readonly foreign: number;
  readonly unanswerable: number;
  /** Of what is looked for by its own words, beside 1 for a question. */
  readonly knownItem: number;
  /** Whether every set counts alike, its part with it; else every question does. */
  readonly alike: boolean;
}

/** Of the questions that people ask, fewer have no answer than half. */
const CONFIDENCE: Lesson = {
  features: FEATURES,
  foreign: 0.3,
  unanswerable: 0.3,
  knownItem: 1,
  alike: true,
};
/** Questions asked of passages that look as if they answered are a hard kind of their own, and rare outside of tests. */
const ANSWERABILITY: Lesson = {
  features: FEATURES,
  foreign: 1,
  unanswerable: 0.15,
  knownItem: 1,
  alike: false,
};
/**
 * Within a language the length tells one set from the other: the questions of IDK-MRC are short and those of FacQA long.
 * At thresholds where 0.89 of the foreign questions of IDK-MRC are refused, 0.906 of its own are answered without the length
 * and 0.888 with it.
 */
const OWN_ANSWERABILITY: Lesson = {
  ...ANSWERABILITY,
  knownItem: 0.75,
  features: FEATURES.filter((name) => name !== 'length'),
};
/**
 * Answerability from which a question is answered. It follows from what a question withheld costs beside a foreign one
 * answered (1.27 within a language, 4.6 across, where readers could not look for themselves): readers of either are shown
 * what comes nearest. By 0.4 and 0.44 within a language, own questions answered and foreign ones refused: IDK-MRC .910 and
 * .874, .899 and .886; 400 of its passages .918 and .928, .910 and .932; FacQA .933 and .900, .923 and .909; 400 passages
 * .941 and .894, .930 and .906; Cipta .888 and .939, .881 and .948.
 */
const THRESHOLD = { own: 0.44, other: 0.18 };

/** Weights by logistic regression, for passages in the question's language and in others. */
export function fitModel(questions: readonly ObservedQuestion[], fingerprint: string): ConfidenceModel {
  return { fingerprint, own: fitLanguage(questions, true), other: fitLanguage(questions, false) };
}

/** A passage of one language with the question it was found for. */
interface Observed extends ObservedGroup, Pick<ObservedQuestion, 'origin' | 'kind' | 'across'> {
  readonly key: string;
  /** Whether there is no other language but the question's own. */
  readonly isOnly: boolean;
}

function fitLanguage(questions: readonly ObservedQuestion[], own: boolean): LanguageModel {
  const observed = questions.flatMap(({ set, origin, kind, across, groups }) => {
    const some = groups.filter((group) => group.own === own);
    const isOnly = some.length === 1;
    return some.map((group): Observed => ({
      ...group,
      origin,
      kind,
      across,
      isOnly,
      key: `${set} ${origin}`,
    }));
  });
  return {
    confidence: fitWeighing(
      observed.filter(({ origin, kind }) => origin === 'foreign' || !POINTS.has(kind)),
      ({ label }) => label,
      CONFIDENCE,
    ),
    answerability: fitWeighing(observed, isHeld, own ? OWN_ANSWERABILITY : ANSWERABILITY),
    threshold: own ? THRESHOLD.own : THRESHOLD.other,
  };
}

/**
 * Whether the language has an answer to the question, be it in another passage. Of several other languages it is not
 * known which has it, so there the passage must have it.
 */
function isHeld({ own, origin, across, isOnly, label }: Observed): 0 | 1 {
  const isKnown = own || isOnly;
  return isKnown ? (Number(origin === 'own' && across !== own) as 0 | 1) : label;
}

function fitWeighing(
  observed: readonly Observed[],
  labelOf: (one: Observed) => 0 | 1,
  { features, foreign, unanswerable, knownItem, alike }: Lesson,
): Weighing {
  const kinds = groupBy(observed, ({ key }) => key);
  const importance = { own: 1, foreign, unanswerable };
  const sizeOf = ({ key }: Observed): number => kinds.get(key)?.length ?? 1;
  const examples = observed.map((one): Example => ({
    features: features.map((name) => one.features[name]),
    label: labelOf(one),
    weight:
      importance[one.origin] *
      (one.kind.endsWith('known-item') ? knownItem : 1) *
      (alike ? observed.length / kinds.size / sizeOf(one) : 1),
  }));
  const { intercept, weights } = fitLogistic(examples, RIDGE);
  const known = new Map(features.map((name, i) => [name, round(weights[i] ?? 0)]));
  const all = FEATURES.map((name) => [name, known.get(name) ?? 0] as const);
  return { intercept: round(intercept), weights: Object.fromEntries(all) as Weighing['weights'] };
}

/** Undefined where there are none. */
export function shareAnswered(verdicts: readonly Verdict[], origin: Origin): number | undefined {
  const some = verdicts.filter((verdict) => verdict.origin === origin);
  return some.length === 0 ? undefined : mean(some.map(({ answered }) => Number(answered)));
}

/** As answers are composed: of the languages that may be answered from, that which most probably answers. */
export function judge({ index, origin, groups }: ObservedQuestion, model: ConfidenceModel): Verdict {
  const judged = groups.map((group) => ({
    ...group,
    confidence: confidenceOf(group.features, group, model),
    answers: answerabilityOf(group.features, group, model) >= thresholdOf(group, model),
  }));
  const some = judged.filter(({ answers }) => answers);
  const answered = some.length > 0;
  const [first] = (answered ? some : judged).sort((one, other) => precedenceOf(other) - precedenceOf(one));
  return { index, origin, confidence: first?.confidence ?? 0, correct: first?.label === 1, answered };
}

/** Each set and its parts judged by a model that was fitted on the others. */
export function crossValidate(
  questions: readonly ObservedQuestion[],
  fingerprint: string,
): readonly Verdict[] {
  return [...groupBy(questions, ({ set }) => set)].flatMap(([set, some]) => {
    const model = fitModel(
      questions.filter((question) => question.set !== set),
      fingerprint,
    );
    return some.map((question) => judge(question, model));
  });
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
