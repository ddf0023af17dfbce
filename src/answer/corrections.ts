// Releases that correct others, by what they say of themselves and the headline they name. Pure.
import type { Release, ReleaseRef } from '../domain/release.ts';
import { sliceSpan } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';

export interface Correction {
  readonly kind: 'corrects' | 'corrected-by';
  readonly release: Release;
}

export interface Corrections {
  /** What `ref` corrects or is corrected by. */
  of(ref: ReleaseRef): Correction | undefined;
}

const CORRECTS =
  /\b(?:ralat|meralat|diralat|koreksi|mengoreksi|pembetulan|membetulkan|perbaikan atas|correction|corrects|correcting|corrected|erratum|errata|corrigendum)\b|更正|勘误/iu;
/** Sentences at the start of a release that say what it is. */
const OPENING_SENTENCES = 2;
/** UTF-16 units; shorter headlines occur by chance. */
const MIN_TITLE = 12;

/** Whether a release says at its start that it corrects another. */
export function isCorrection(release: Release): boolean {
  return CORRECTS.test(release.title) || CORRECTS.test(openingOf(release));
}

function openingOf(release: Release): string {
  const end = Math.min(release.text.length, 1200);
  const sentences = splitSentences(release.text, { start: 0, end }).slice(0, OPENING_SENTENCES);
  return sentences.map((sentence) => sliceSpan(release.text, sentence)).join(' ');
}

/** Finds among `releases` those that correct others: a correction that names a headline corrects that release. */
export function findCorrections(releases: readonly Release[]): Corrections {
  const found = new Map<ReleaseRef, Correction>();
  for (const correcting of releases.filter(isCorrection)) {
    const named = normalize(`${correcting.title} ${openingOf(correcting)}`);
    const corrected = releases.find((release) => release.ref !== correcting.ref && names(named, release));
    if (corrected === undefined) continue;
    found.set(correcting.ref, { kind: 'corrects', release: corrected });
    found.set(corrected.ref, { kind: 'corrected-by', release: correcting });
  }
  return { of: (ref) => found.get(ref) };
}

function names(text: string, { title }: Release): boolean {
  const headline = normalize(title);
  return headline.length >= Math.min(MIN_TITLE, 8) && title.length >= 8 && text.includes(headline);
}

function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
