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
/** Sentences at the start of a release that say what it is, and those that name what it corrects. */
const OPENING_SENTENCES = 2;
const NAMING_SENTENCES = 5;
/** UTF-16 units; shorter headlines occur by chance. */
const MIN_TITLE = 8;

/** Whether a release says at its start that it corrects another. */
export function isCorrection(release: Release): boolean {
  return CORRECTS.test(release.title) || CORRECTS.test(openingOf(release, OPENING_SENTENCES));
}

function openingOf(release: Release, count: number): string {
  const end = Math.min(release.text.length, 1200);
  const sentences = splitSentences(release.text, { start: 0, end }).slice(0, count);
  return sentences.map((sentence) => sliceSpan(release.text, sentence)).join(' ');
}

/**
 * Finds among `releases` those that correct others: a correction that names a headline corrects that release, and one that
 * quotes a part of a headline the only release that has it.
 */
export function findCorrections(releases: readonly Release[]): Corrections {
  const found = new Map<ReleaseRef, Correction>();
  for (const correcting of releases.filter(isCorrection)) {
    const naming = `${correcting.title} ${openingOf(correcting, NAMING_SENTENCES)}`;
    const named = normalize(naming);
    const others = releases.filter(({ ref }) => ref !== correcting.ref);
    const corrected =
      others.find((release) => names(named, release)) ??
      onlyOf(others.filter((release) => isQuotedIn(naming, release)));
    if (corrected === undefined) continue;
    found.set(correcting.ref, { kind: 'corrects', release: corrected });
    found.set(corrected.ref, { kind: 'corrected-by', release: correcting });
  }
  return { of: (ref) => found.get(ref) };
}

function names(text: string, { title }: Release): boolean {
  const headline = normalize(title);
  return headline.length >= MIN_TITLE && title.length >= MIN_TITLE && text.includes(headline);
}

const QUOTED = /["“”«「『《](?<words>[^"“”«»「」『』《》]+)["“”»」』》]/gu;
/** UTF-16 units of a part of a headline; shorter ones, in Chinese of half as many characters, stand in others too. */
const MIN_PART = 14;
const MIN_HAN_PART = 7;

/** Whether a part of the headline is quoted. */
function isQuotedIn(text: string, { title }: Release): boolean {
  const headline = normalize(title);
  return Array.from(text.matchAll(QUOTED), ({ groups }) => normalize(groups?.['words'] ?? '')).some(
    (part) =>
      part.length >= (/\p{Script=Han}/u.test(part) ? MIN_HAN_PART : MIN_PART) && headline.includes(part),
  );
}

function onlyOf<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
