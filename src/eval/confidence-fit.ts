// The confidence model out of what was observed of questions: weights, intercepts and thresholds. Pure.
import {
  answerabilityOf,
  confidenceOf,
  FEATURES,
  thresholdOf,
  type ConfidenceModel,
  type Features,
  type LanguageModel,
  type Weighing,
} from '../answer/confidence.ts';
import { mean } from './bootstrap.ts';
import { expectedCalibrationError, reliability, type Judged } from './calibration.ts';
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

/** Kinds whose answers are points of a list, which are more sure than the passages that they are in. */
const POINTS: ReadonlySet<string> = new Set(['list', 'item', 'count']);
const RIDGE = 2;
/** Questions asked of passages that look as if they answered are a hard kind of their own, and rare outside of tests. */
const UNANSWERABLE_WEIGHT = 0.15;
/** What thresholds have to reach, of a set's own questions answered and of foreign ones refused. */
const ANSWERED = 0.88;
const REFUSED = 0.92;
/**
 * Half of what is observed is foreign. Log odds by which intercepts may be shifted to the mix that people ask, the least
 * first: of equal ones that one is taken, none where nothing tells.
 */
const SHIFTS = Array.from({ length: 41 }, (_, i) => (i - 20) / 20).sort(
  (one, other) => Math.abs(one) - Math.abs(other),
);
const THRESHOLDS = Array.from({ length: 90 }, (_, i) => (i + 1) / 100);
/** Of the search for thresholds, each in turn; it stands still after two. */
const ROUNDS = 3;

/**
 * 1. weights by logistic regression, for passages in the question's language and in others
 * 2. intercepts by which the questions of the set `mix`, which are mixed as people ask, are as sure as they are right
 * 3. thresholds by which the scarcer of the two wishes has the most to spare, on the mean over the sets, answers in the
 *    question's language and in others apart
 */
export function fitModel(
  questions: readonly ObservedQuestion[],
  { fingerprint, mix }: { readonly fingerprint: string; readonly mix: string },
): ConfidenceModel {
  const fitted = { fingerprint, own: fitLanguage(questions, true), other: fitLanguage(questions, false) };
  const mixed = questions.filter(
    ({ set, origin, kind }) => set === mix && origin !== 'foreign' && !POINTS.has(kind),
  );
  return chooseThresholds(questions, calibrate(fitted, mixed));
}

/** A passage of one language with the question it was found for. */
interface Observed extends ObservedGroup, Pick<ObservedQuestion, 'origin' | 'across'> {
  readonly key: string;
  /** Whether there is no other language but the question's own. */
  readonly isOnly: boolean;
}

function fitLanguage(questions: readonly ObservedQuestion[], own: boolean): LanguageModel {
  const observed = questions.flatMap(({ set, origin, across, groups }) => {
    const some = groups.filter((group) => group.own === own);
    const isOnly = some.length === 1;
    return some.map((group): Observed => ({
      ...group,
      origin,
      across,
      isOnly,
      key: `${set} ${origin}`,
    }));
  });
  return {
    confidence: fitWeighing(observed, ({ label }) => label),
    answerability: fitWeighing(observed, isHeld),
    threshold: 0,
    crowdThreshold: 0,
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

/** Each set counts alike, its own questions as much as the foreign ones. */
function fitWeighing(observed: readonly Observed[], labelOf: (one: Observed) => 0 | 1): Weighing {
  const kinds = groupBy(observed, ({ key }) => key);
  const share = observed.length / (kinds.size || 1);
  const examples = observed.map((one): Example => ({
    features: FEATURES.map((name) => one.features[name]),
    label: labelOf(one),
    weight:
      (share / (kinds.get(one.key)?.length ?? 1)) * (one.origin === 'unanswerable' ? UNANSWERABLE_WEIGHT : 1),
  }));
  const { intercept, weights } = fitLogistic(examples, RIDGE);
  const named = FEATURES.map((name, i) => [name, round(weights[i] ?? 0)] as const);
  return { intercept: round(intercept), weights: Object.fromEntries(named) as Weighing['weights'] };
}

function calibrate(model: ConfidenceModel, questions: readonly ObservedQuestion[]): ConfidenceModel {
  if (questions.length === 0) return model;
  const errorOf = (shifted: ConfidenceModel): number =>
    expectedCalibrationError(reliability(questions.map((question) => judge(question, shifted))));
  return (['own', 'other'] as const).reduce((before, language) => {
    const { confidence, ...rest } = before[language];
    const shifted = SHIFTS.map((shift) => ({
      ...before,
      [language]: { ...rest, confidence: withShift(confidence, shift) },
    }));
    return leastOf(shifted, errorOf);
  }, model);
}

function withShift({ intercept, weights }: Weighing, shift: number): Weighing {
  return { intercept: round(intercept + shift), weights };
}

function chooseThresholds(questions: readonly ObservedQuestion[], model: ConfidenceModel): ConfidenceModel {
  const places = (['own', 'other'] as const).flatMap((language) =>
    (['threshold', 'crowdThreshold'] as const).map((name) => ({ language, name })),
  );
  const start = places.reduce((before, place) => withThreshold(before, place, 0.3), model);
  const sets = [
    ...groupBy(
      questions.map((question) => weigh(question, model)),
      ({ set }) => set,
    ).values(),
  ].flatMap((some) =>
    [false, true].map((across) => some.filter((one) => one.origin !== 'own' || one.across === across)),
  );
  return Array.from({ length: ROUNDS }, () => places)
    .flat()
    .reduce((before, place) => {
      const tried = THRESHOLDS.map((threshold) => withThreshold(before, place, threshold));
      return leastOf(tried, (one) => -spareOf(sets, one));
    }, start);
}

interface Place {
  readonly language: 'own' | 'other';
  readonly name: 'threshold' | 'crowdThreshold';
}

function withThreshold(
  model: ConfidenceModel,
  { language, name }: Place,
  threshold: number,
): ConfidenceModel {
  return { ...model, [language]: { ...model[language], [name]: threshold } };
}

/** How far the scarcer of the two wishes is passed, on the mean over the sets that have both. */
function spareOf(sets: readonly (readonly WeighedQuestion[])[], model: ConfidenceModel): number {
  const spares = sets.flatMap((some) => {
    const verdicts = some.map((question) => decide(question, model));
    const [answered, refused] = [shareAnswered(verdicts, 'own'), shareAnswered(verdicts, 'foreign')];
    return answered === undefined || refused === undefined
      ? []
      : [Math.min(answered - ANSWERED, 1 - refused - REFUSED)];
  });
  return mean(spares);
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
  const { confidence, label } = leastOf(answered ? some : groups, (group) => -group.confidence);
  return { set, origin, confidence, correct: label === 1, answered };
}

/** Each set judged by a model that was fitted on the others. */
export function crossValidate(
  questions: readonly ObservedQuestion[],
  options: { readonly fingerprint: string; readonly mix: string },
): readonly Verdict[] {
  return [...groupBy(questions, ({ set }) => set)].flatMap(([set, some]) => {
    const model = fitModel(
      questions.filter((question) => question.set !== set),
      options,
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
