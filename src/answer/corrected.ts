// The order of quotes where one release corrects another: no corrected figure without its correction. Pure.
import { sliceSpan } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';
import type { AnswerType, ExpectedAnswer } from './answer-type.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import type { Corrections } from './corrections.ts';
import { withoutDays } from './fit.ts';

/** Of the merit of the corrected passage: from here on the correction speaks of the same matter. */
const SAME_MATTER = 0.8;
/** Answers that are figures. */
const FIGURES: ReadonlySet<AnswerType> = new Set(['number', 'money', 'percent']);

/**
 * Where the best candidate stands in a release that was corrected, the passage of the correction that takes up its
 * figures, or says as much on the matter, comes before it. A passage that puts a figure right comes before one that only
 * names the wrong one, as a correction's first sentence does.
 */
export function leadWithCorrection(
  candidates: readonly Candidate[],
  corrections: Corrections,
  { expected }: Pick<Asked, 'expected'>,
): readonly Candidate[] {
  const [first] = candidates;
  const correction = first === undefined ? undefined : corrections.of(first.release.ref);
  if (first === undefined || correction === undefined) return candidates;
  const figures = figuresOf(sliceSpan(first.release.text, first.extract.key));
  const ref = correction.kind === 'corrects' ? first.release.ref : correction.release.ref;
  const correcting = candidates.filter(({ release }) => release.ref === ref);
  const taking = correcting.filter(({ release, span }) => takesUp(sliceSpan(release.text, span), figures));
  const right = rightOf(taking, figures, expected);
  const lead = right ?? (correcting.includes(first) ? undefined : standInOf({ correcting, taking }, first));
  return lead === undefined ? candidates : [lead, ...candidates.filter((candidate) => candidate !== lead)];
}

/**
 * What puts the figures right: among the passages that take them up, or elsewhere in their release where a figure is
 * asked for.
 */
function rightOf(
  taking: readonly Candidate[],
  figures: readonly string[],
  { type }: ExpectedAnswer,
): Candidate | undefined {
  const right = taking.find(({ release, span }) => putsRight(sliceSpan(release.text, span), figures));
  if (right !== undefined) return withRightKey(right, figures);
  return FIGURES.has(type) ? rightingParagraph(taking[0], figures) : undefined;
}

interface Correcting {
  readonly correcting: readonly Candidate[];
  /** Those that take up the figures. */
  readonly taking: readonly Candidate[];
}

/** What stands before a corrected passage that nothing puts right. */
function standInOf({ correcting, taking }: Correcting, first: Candidate): Candidate | undefined {
  return taking[0] ?? correcting.find((candidate) => saysAsMuch(candidate, first));
}

/**
 * The paragraph that puts right what the passage found only names. It may say little of the question itself: what found
 * its release stays the evidence for it.
 */
function rightingParagraph(found: Candidate | undefined, figures: readonly string[]): Candidate | undefined {
  if (found === undefined) return undefined;
  const { text, outline } = found.release;
  const span = outline.paragraphs.find((paragraph) => putsRight(sliceSpan(text, paragraph), figures));
  return span === undefined
    ? undefined
    : withRightKey({ ...found, span, role: { kind: 'paragraph' } }, figures);
}

/** The sentence that gives the right figure decides, not one that only repeats the wrong one. */
function withRightKey(candidate: Candidate, figures: readonly string[]): Candidate {
  const { release, span, extract } = candidate;
  const sentences = splitSentences(release.text, span).map((sentence) => ({
    sentence,
    words: sliceSpan(release.text, sentence),
  }));
  const wrong = sentences.findIndex(({ words }) => takesUp(words, figures));
  const isRight = ({ words }: { readonly words: string }): boolean => hasOther(words, figures);
  const right = sentences.slice(Math.max(0, wrong)).find(isRight) ?? sentences.find(isRight);
  return { ...candidate, extract: { ...extract, key: right?.sentence ?? span } };
}

/** Numbers that tell one figure from another; days and years do not. */
function figuresOf(sentence: string): readonly string[] {
  return (withoutDays(sentence).match(/\d[\d.,]*\d|\d/g) ?? []).filter(
    (figure) => figure.length > 1 && !/^(?:19|20)\d\d$/.test(figure),
  );
}

function saysAsMuch({ merit, extract }: Candidate, first: Candidate): boolean {
  return merit >= SAME_MATTER * first.merit && extract.coverage >= SAME_MATTER * first.extract.coverage;
}

/** Whether a figure stands there that could be meant instead of one of `figures`: another one of its length. */
function putsRight(text: string, figures: readonly string[]): boolean {
  const named = figures.filter((figure) => figuresOf(text).includes(figure));
  return named.length > 0 && hasOther(text, named);
}

/** Whether a figure stands there that has the length of one of `figures` and is none of them. */
function hasOther(text: string, figures: readonly string[]): boolean {
  return figuresOf(text).some(
    (other) => !figures.includes(other) && figures.some(({ length }) => length === other.length),
  );
}

function takesUp(text: string, figures: readonly string[]): boolean {
  const own = figuresOf(text);
  return figures.some((figure) => own.includes(figure));
}
