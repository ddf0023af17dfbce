// The order of quotes where one release corrects another: no corrected figure without its correction. Pure.
import { sliceSpan } from '../domain/span.ts';
import type { Candidate } from './candidates.ts';
import type { Corrections } from './corrections.ts';

/** Of the merit of the corrected passage: from here on the correction speaks of the same matter. */
const SAME_MATTER = 0.8;

/**
 * Where the best candidate stands in a release that was corrected, the passage of the correction that takes up its
 * figures, or says as much on the matter, comes before it.
 */
export function leadWithCorrection(
  candidates: readonly Candidate[],
  corrections: Corrections,
): readonly Candidate[] {
  const [first] = candidates;
  const correction = first === undefined ? undefined : corrections.of(first.release.ref);
  if (first === undefined || correction?.kind !== 'corrected-by') return candidates;
  const figures = figuresOf(sliceSpan(first.release.text, first.extract.key));
  const correcting = candidates.filter(({ release }) => release.ref === correction.header.ref);
  const lead =
    correcting.find(({ release, span }) => takesUp(sliceSpan(release.text, span), figures)) ??
    correcting.find(({ merit }) => merit >= SAME_MATTER * first.merit);
  return lead === undefined ? candidates : [lead, ...candidates.filter((candidate) => candidate !== lead)];
}

/** Numbers that tell one figure from another; years do not. */
function figuresOf(sentence: string): readonly string[] {
  return (sentence.match(/\d[\d.,]*\d|\d/g) ?? []).filter(
    (figure) => figure.length > 1 && !/^(?:19|20)\d\d$/.test(figure),
  );
}

function takesUp(text: string, figures: readonly string[]): boolean {
  const own = figuresOf(text);
  return figures.some((figure) => own.includes(figure));
}
