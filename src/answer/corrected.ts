// The order of quotes where one release corrects another: no corrected figure without its correction. Pure.
import { sliceSpan } from '../domain/span.ts';
import type { Candidate } from './candidates.ts';
import type { Corrections } from './corrections.ts';

/** Of the merit of the corrected passage: from here on the correction speaks of the same matter. */
const SAME_MATTER = 0.8;

/**
 * Where the best candidate stands in a release that was corrected, the passage of the correction that takes up its
 * figures, or says as much on the matter, comes before it. A passage that puts a figure right comes before one that only
 * names the wrong one, as a correction's first sentence does.
 */
export function leadWithCorrection(
  candidates: readonly Candidate[],
  corrections: Corrections,
): readonly Candidate[] {
  const [first] = candidates;
  const correction = first === undefined ? undefined : corrections.of(first.release.ref);
  if (first === undefined || correction === undefined) return candidates;
  const figures = figuresOf(sliceSpan(first.release.text, first.extract.key));
  const ref = correction.kind === 'corrects' ? first.release.ref : correction.header.ref;
  const correcting = candidates.filter(({ release }) => release.ref === ref);
  const lead = leadOf(correcting, first, figures);
  return lead === undefined ? candidates : [lead, ...candidates.filter((candidate) => candidate !== lead)];
}

function leadOf(
  correcting: readonly Candidate[],
  first: Candidate,
  figures: readonly string[],
): Candidate | undefined {
  const taking = correcting.filter(({ release, span }) => takesUp(sliceSpan(release.text, span), figures));
  const right = taking.find(({ release, span }) => putsRight(sliceSpan(release.text, span), figures));
  if (right !== undefined || correcting.includes(first)) return right;
  return taking[0] ?? correcting.find((candidate) => saysAsMuch(candidate, first));
}

/** Numbers that tell one figure from another; years do not. */
function figuresOf(sentence: string): readonly string[] {
  return (sentence.match(/\d[\d.,]*\d|\d/g) ?? []).filter(
    (figure) => figure.length > 1 && !/^(?:19|20)\d\d$/.test(figure),
  );
}

function saysAsMuch({ merit, extract }: Candidate, first: Candidate): boolean {
  return merit >= SAME_MATTER * first.merit && extract.coverage >= SAME_MATTER * first.extract.coverage;
}

/** Whether a figure stands there that could be meant instead of one of `figures`: another one of its length. */
function putsRight(text: string, figures: readonly string[]): boolean {
  const own = figuresOf(text);
  return figures.some(
    (figure) =>
      own.includes(figure) && own.some((other) => other !== figure && other.length === figure.length),
  );
}

function takesUp(text: string, figures: readonly string[]): boolean {
  const own = figuresOf(text);
  return figures.some((figure) => own.includes(figure));
}
