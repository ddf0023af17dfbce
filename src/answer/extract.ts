// The decisive sentence of a passage: the one that says most of what is asked and holds an answer of its kind. Pure.
import { sliceSpan, type Span } from '../domain/span.ts';
import { withoutMark } from '../text/marks.ts';
import { splitSentences } from '../text/sentences.ts';
import { fitsAnswer } from './fit.ts';
import { coverageOf, discount, formsIn, type Asked } from './asked.ts';
import { namesPeriod, periodOf } from './period-fit.ts';
import { definesAsked } from './subject.ts';

export interface Extract {
  /** The decisive sentence, inside the passage. */
  readonly key: Span;
  /** How well the key answers; sentences of one question compare. */
  readonly score: number;
  /** Share of the question's weight that the key holds, in [0, 1]. */
  readonly coverage: number;
  /** How well the question's words are met by the key, in [0, 1]. */
  readonly met: number;
  /** Share that the whole passage and its headline hold. */
  readonly passageCoverage: number;
  /** All forms of all words of the passage and of what stands above it. */
  readonly forms: ReadonlySet<string>;
  /** Whether the key holds an answer of the kind asked for: 0 no, 1 yes, between where the unit is missing. */
  readonly fit: number;
  /** Where it is asked what something is: how far the key says that of nothing else, in [0, 1]. */
  readonly defines: number;
}

/** Beside a coverage of 1 at most. Chosen on the development parts of IDK-MRC and FacQA. */
const FIT_WEIGHT = 0.5;
/** Beside a coverage of 1: a sentence that says what is asked about need not say more of the question. */
const DEFINES_WEIGHT = 0.5;
/** Beside a coverage of 1; of 0, 0.4, 0.8 and 1.5 the best on the questions on the sample releases. */
const MET_WEIGHT = 0.4;
/** Beside a coverage of 1: of two figures for two years, the one whose sentence names the year asked about. */
const TIMED_WEIGHT = 0.3;
/** What the sentence before covers also leads to this one. */
const BEFORE_WEIGHT = 0.35;
/** Of two equal sentences the earlier one; the last of a passage loses this much. */
const POSITION_WEIGHT = 0.02;
/** UTF-16 units; what is shorter is a heading, a salutation or a cut abbreviation. */
const SHORT = 12;

interface Surroundings {
  readonly asked: Asked;
  /** What stands above the passage: headline, heading, a reporter's question. */
  readonly context: string;
  /** The day of publication, by which "last year" is read. */
  readonly published: string | undefined;
}

/** Finds the decisive sentence of `span`. */
export function extractKey(text: string, span: Span, { asked, context, published }: Surroundings): Extract {
  const sentences = splitSentences(text, span);
  const contextForms = formsIn(context);
  const above = coverageOf(asked, contextForms);
  const period = periodOf(asked.reading);
  const told = discount(asked, contextForms);
  const forms = new Set(contextForms);
  let best: Omit<Extract, 'forms' | 'passageCoverage'> | undefined;
  let before = above * 0.5;
  sentences.forEach((key, i) => {
    const words = sliceSpan(text, key);
    const held = formsIn(withoutMark(words));
    for (const form of held) forms.add(form);
    const coverage = coverageOf(told, held);
    const fit = fitsAnswer(words, asked.expected);
    const met = asked.meets?.(words) ?? 0;
    const timed = period === undefined || fit === 0 ? 0 : namesPeriod(period, words, published);
    const defines = asked.expected.type === 'definition' ? definesAsked(asked, words) : 0;
    const score =
      coverage +
      MET_WEIGHT * met +
      FIT_WEIGHT * fit +
      DEFINES_WEIGHT * defines +
      TIMED_WEIGHT * timed * fit +
      BEFORE_WEIGHT * before -
      (POSITION_WEIGHT * i) / sentences.length -
      (words.length < SHORT ? FIT_WEIGHT : 0);
    before = coverage;
    if (best === undefined || score > best.score) best = { key, score, coverage, met, fit, defines };
  });
  const found = best ?? { key: span, score: 0, coverage: 0, met: 0, fit: 0, defines: 0 };
  return { ...found, passageCoverage: coverageOf(asked, forms), forms };
}
