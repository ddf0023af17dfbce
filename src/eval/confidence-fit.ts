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
  readonly origin: Origin;
  readonly kind: string;
  /** Whether its answer is in another language. */
  readonly across: boolean;
  /** Never empty. */
  readonly groups: readonly ObservedGroup[];
}

export interface Verdict extends Judged {
  readonly set: string;
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
  /** Whether every set counts alike; else every question does. */
  readonly setsAlike: boolean;
}

/** Of the questions that people ask, fewer have no answer than half. */
const CONFIDENCE: Lesson = { features: FEATURES, foreign: 0.3, unanswerable: 0.3, setsAlike: true };
/** Questions asked of passages that look as if they answered are a hard kind of their own, and rare outside of tests. */
const ANSWERABILITY: Lesson = { features: FEATURES, foreign: 1, unanswerable: 0.15, setsAlike: false };
/**
 * Within a language the length tells one set from the other: the questions of IDK-MRC are short and those of FacQA long.
 * At thresholds where 0.89 of the foreign questions of IDK-MRC are refused, 0.906 of its own are answered without the length
 * and 0.888 with it.
 */
const OWN_ANSWERABILITY: Lesson = {
  ...ANSWERABILITY,
  features: FEATURES.filter((name) => name !== 'length'),
};
/**
 * What thresholds have to reach, of a set's own questions answered and of foreign ones refused. IDK-MRC decides: with 0.9
 * one of three quotes answers 0.818 of its questions, with this 0.824, and 0.878 in place of 0.883 of foreign ones are
 * refused.
 */
const ANSWERED = 0.905;
const REFUSED = 0.92;
/** Beside 1 for a foreign question that is answered: that one is shown its quotes and how unsure they are. */
const WITHHELD_WEIGHT = 2;
/**
 * Of small indexes, whose readers put the releases there that they ask about. The samples are the only such set, and no
 * measure of foreign questions, so these were chosen by hand, on them and on 400 passages of IDK-MRC and of FacQA. By
 * 0.25, 0.35, 0.4 and 0.5 for `own` 0.78, 0.86, 0.88 and 0.91 of the foreign questions of IDK-MRC are refused and 0.97,
 * 0.95, 0.95 and 0.94 of its own answered; of FacQA 0.81, 0.87, 0.89 and 0.93, and 0.96, 0.95, 0.94 and 0.91; of 490
 * questions on the samples 415, 413, 412 and 406 have the right first quote, and from 0.4 on two dates are lost.
 */
const FEW = { own: 0.35, other: 0.08 };
const THRESHOLDS = Array.from({ length: 90 }, (_, i) => (i + 1) / 100);
/** Of the search for thresholds, each in turn; it stands still after two. */
const ROUNDS = 3;
/** Where it begins. */
const START = 0.3;

/**
 * 1. weights by logistic regression, for passages in the question's language and in others
 * 2. thresholds of large indexes that miss the two wishes by the least over the sets, answers in the question's
 *    language and in others apart
 */
export function fitModel(questions: readonly ObservedQuestion[], fingerprint: string): ConfidenceModel {
  const fitted = { fingerprint, own: fitLanguage(questions, true), other: fitLanguage(questions, false) };
  return chooseThresholds(questions, fitted);
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
    threshold: own ? FEW.own : FEW.other,
    crowdThreshold: START,
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
  { features, foreign, unanswerable, setsAlike }: Lesson,
): Weighing {
  const kinds = groupBy(observed, ({ key }) => key);
  const importance = { own: 1, foreign, unanswerable };
  const sizeOf = ({ key }: Observed): number => kinds.get(key)?.length ?? 1;
  const examples = observed.map((one): Example => ({
    features: features.map((name) => one.features[name]),
    label: labelOf(one),
    weight: importance[one.origin] * (setsAlike ? observed.length / kinds.size / sizeOf(one) : 1),
  }));
  const { intercept, weights } = fitLogistic(examples, RIDGE);
  const known = new Map(features.map((name, i) => [name, round(weights[i] ?? 0)]));
  const all = FEATURES.map((name) => [name, known.get(name) ?? 0] as const);
  return { intercept: round(intercept), weights: Object.fromEntries(all) as Weighing['weights'] };
}

function chooseThresholds(questions: readonly ObservedQuestion[], model: ConfidenceModel): ConfidenceModel {
  const weighed = questions.map((question) => weigh(question, model));
  const sets = [...groupBy(weighed, ({ set }) => set).values()].flatMap((some) =>
    [false, true].map((across) => some.filter((one) => one.origin !== 'own' || one.across === across)),
  );
  const languages = Array.from({ length: ROUNDS }, () => ['own', 'other'] as const).flat();
  return languages.reduce((before, language) => {
    const tried = THRESHOLDS.map((threshold) => withThreshold(before, language, threshold));
    return leastOf(tried, (one) => shortfallOf(sets, one));
  }, model);
}

function withThreshold(
  model: ConfidenceModel,
  language: 'own' | 'other',
  crowdThreshold: number,
): ConfidenceModel {
  return { ...model, [language]: { ...model[language], crowdThreshold } };
}

/** What is missing to the two wishes, on the mean over the sets that have both. */
function shortfallOf(sets: readonly (readonly WeighedQuestion[])[], model: ConfidenceModel): number {
  const shortfalls = sets.flatMap((some) => {
    const verdicts = some.map((question) => decide(question, model));
    const [answered, accepted] = [shareAnswered(verdicts, 'own'), shareAnswered(verdicts, 'foreign')];
    return answered === undefined || accepted === undefined
      ? []
      : [WITHHELD_WEIGHT * missing(ANSWERED, answered) + missing(REFUSED, 1 - accepted)];
  });
  return shortfalls.length === 0 ? 0 : mean(shortfalls);
}

function missing(wished: number, share: number): number {
  return Math.max(0, wished - share);
}

/** Undefined where there are none. */
export function shareAnswered(verdicts: readonly Verdict[], origin: Origin): number | undefined {
  const some = verdicts.filter((verdict) => verdict.origin === origin);
  return some.length === 0 ? undefined : mean(some.map(({ answered }) => Number(answered)));
}

/** As answers are composed: of the languages that may be answered from, that which most probably answers. */
export function judge(question: ObservedQuestion, model: ConfidenceModel): Verdict {
  return decide(weigh(question, model), model);
}

interface WeighedGroup extends ObservedGroup {
  readonly confidence: number;
  readonly answerability: number;
}

/** What does not depend on the thresholds, which are tried one after the other. */
interface WeighedQuestion extends Pick<ObservedQuestion, 'set' | 'origin' | 'across'> {
  readonly groups: readonly WeighedGroup[];
}

function weigh({ set, origin, across, groups }: ObservedQuestion, model: ConfidenceModel): WeighedQuestion {
  const weighed = groups.map((group) => ({
    ...group,
    confidence: confidenceOf(group.features, group, model),
    answerability: answerabilityOf(group.features, group, model),
  }));
  return { set, origin, across, groups: weighed };
}

function decide({ set, origin, groups }: WeighedQuestion, model: ConfidenceModel): Verdict {
  const answers = (group: WeighedGroup): boolean =>
    group.answerability >= thresholdOf(group.features, group, model);
  const some = groups.filter(answers);
  const answered = some.length > 0;
  const { confidence, label } = leastOf(answered ? some : groups, (group) => -precedenceOf(group));
  return { set, origin, confidence, correct: label === 1, answered };
}

/** Each set judged by a model that was fitted on the others. */
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

function leastOf<T extends object>(items: readonly T[], costOf: (item: T) => number): T {
  const [first] = items;
  if (first === undefined) throw new RangeError('There is nothing to choose from.');
  let [best, least] = [first, costOf(first)];
  for (const item of items.slice(1)) {
    const cost = costOf(item);
    if (cost < least) [best, least] = [item, cost];
  }
  return best;
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
