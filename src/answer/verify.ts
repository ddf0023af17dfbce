// Whether a sentence that somebody pasted stands in a release: exactly, altered, or not at all. Pure.
import type { Release, ReleaseRef } from '../domain/release.ts';
import { alignWords, type Step } from './align.ts';
import { locateWords, readWords, type PastedWord } from './pasted.ts';

/** A change of words between what was pasted and what the release says. */
export interface Change {
  /** Pasted, as written; empty where the release says more. */
  readonly pasted: string;
  /** In the release, verbatim; empty where the pasted text says more. */
  readonly actual: string;
  /** Of `actual` in the release; of the place where it is missing where that is empty. */
  readonly start: number;
  readonly end: number;
}

export interface VerifyMatch {
  readonly release: ReleaseRef;
  readonly start: number;
  readonly end: number;
  /** Verbatim what the release says there. */
  readonly text: string;
  /** Empty where the quote is exact. */
  readonly changes: readonly Change[];
}

export interface Verification {
  readonly verdict: 'exact' | 'altered' | 'not found';
  /** The nearest first; at most three. */
  readonly matches: readonly VerifyMatch[];
}

const MATCHES = 3;
/** Share of the pasted words that may be changed, left out or added in an altered quote. */
const MAX_CHANGED = 0.4;
/** Words that must agree: fewer occur anywhere. */
const MIN_COMMON = 3;

/**
 * Compares word by word: quotation marks, case, spacing, dashes, soft hyphens, width and ellipses do not count; every
 * word and every number does. An ellipsis inside what was pasted stands for words left out.
 */
export function verifyQuote(pasted: string, candidates: readonly Release[]): Verification {
  const words = readWords(pasted);
  if (words.length === 0) return { verdict: 'not found', matches: [] };
  const texts = candidates.map((release) => ({ release, text: readWords(release.text) }));
  const exact = texts.flatMap((read) => findExact(pasted, read));
  if (exact.length > 0) return { verdict: 'exact', matches: exact.slice(0, MATCHES) };
  const altered = texts
    .map((read) => findAltered(words, read))
    .filter((match) => match !== undefined)
    .sort((one, other) => one.changed - other.changed);
  return altered.length === 0
    ? { verdict: 'not found', matches: [] }
    : { verdict: 'altered', matches: altered.slice(0, MATCHES).map(({ match }) => match) };
}

/** A release and the words of its text, which take longer to read than to compare. */
interface ReadRelease {
  readonly release: Release;
  readonly text: readonly PastedWord[];
}

const ELLIPSIS = /(?:\[\s*)?(?:…|\.\s?\.\s?\.+)+(?:\s*\])?/u;

/** Every place where all parts of the pasted text stand in order, at most an ellipsis apart. */
function findExact(pasted: string, { release, text }: ReadRelease): readonly VerifyMatch[] {
  const parts = pasted
    .split(ELLIPSIS)
    .map(readWords)
    .filter((words) => words.length > 0);
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  const matches: VerifyMatch[] = [];
  for (const start of locateWords(text, first, 0)) {
    const last = follow(text, rest, start + first.length - 1);
    if (last !== undefined) matches.push(matchOf(release, text, { first: start, last }));
  }
  return matches;
}

function follow(
  text: readonly PastedWord[],
  parts: readonly (readonly PastedWord[])[],
  after: number,
): number | undefined {
  let last = after;
  for (const part of parts) {
    const next = locateWords(text, part, last + 1)[0];
    if (next === undefined || next - last > MAX_GAP) return undefined;
    last = next + part.length - 1;
  }
  return last;
}

/** Words that an ellipsis may stand for. */
const MAX_GAP = 120;

interface WordRange {
  readonly first: number;
  readonly last: number;
}

function matchOf(release: Release, text: readonly PastedWord[], { first, last }: WordRange): VerifyMatch {
  const start = text[first]?.start ?? 0;
  const end = text[last]?.end ?? start;
  return { release: release.ref, start, end, text: release.text.slice(start, end), changes: [] };
}

interface Altered {
  readonly match: VerifyMatch;
  /** Share of words that differ. */
  readonly changed: number;
}

/**
 * 1. anchor: every pasted word votes for where in the release the quote would begin
 * 2. align the pasted words with the stretch there
 * 3. list what does not agree
 */
function findAltered(pasted: readonly PastedWord[], { release, text }: ReadRelease): Altered | undefined {
  const begin = anchor(pasted, text);
  if (begin === undefined) return undefined;
  const slack = Math.ceil(pasted.length * MAX_CHANGED) + 2;
  const from = Math.max(0, begin - slack);
  const window = text.slice(from, begin + pasted.length + slack);
  return align(pasted, window, release);
}

/** Position in `text`, in words, at which most pasted words agree when the quote begins there. */
function anchor(pasted: readonly PastedWord[], text: readonly PastedWord[]): number | undefined {
  const places = new Map<string, number[]>();
  text.forEach(({ word }, i) => {
    const known = places.get(word);
    if (known === undefined) places.set(word, [i]);
    else known.push(i);
  });
  const votes = new Map<number, number>();
  pasted.forEach(({ word }, i) => {
    const at = places.get(word) ?? [];
    // Rare words tell the place; the commonest vote everywhere.
    const weight = 1 / Math.max(1, at.length);
    for (const place of at) {
      // Words left out or added shift what follows: neighbouring beginnings vote together.
      for (const shift of [-2, -1, 0, 1, 2]) {
        const begin = place - i + shift;
        votes.set(begin, (votes.get(begin) ?? 0) + weight * (shift === 0 ? 1 : 0.5));
      }
    }
  });
  let best: number | undefined;
  for (const [begin, count] of votes) {
    if (best === undefined || count > (votes.get(best) ?? 0)) best = begin;
  }
  return best;
}

function align(
  pasted: readonly PastedWord[],
  window: readonly PastedWord[],
  release: Release,
): Altered | undefined {
  const { distance, steps } = alignWords(
    pasted.map(({ word }) => word),
    window.map(({ word }) => word),
  );
  const common = steps.filter(({ kind }) => kind === 'same').length;
  const changed = distance / pasted.length;
  if (changed > MAX_CHANGED || common < Math.min(MIN_COMMON, pasted.length)) return undefined;
  const found = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.found]));
  const start = window[found[0] ?? 0]?.start ?? 0;
  const end = window[found.at(-1) ?? 0]?.end ?? start;
  return {
    changed,
    match: {
      release: release.ref,
      start,
      end,
      text: release.text.slice(start, end),
      changes: changesOf(steps, { pasted, window, release, start }),
    },
  };
}

interface Aligned {
  readonly pasted: readonly PastedWord[];
  readonly window: readonly PastedWord[];
  readonly release: Release;
  /** Where the stretch begins in the release. */
  readonly start: number;
}

/** Steps that differ and stand next to each other are one change. */
function changesOf(steps: readonly Step[], aligned: Aligned): readonly Change[] {
  const changes: Change[] = [];
  let run: Step[] = [];
  let at = aligned.start;
  for (const step of [...steps, undefined]) {
    if (step !== undefined && step.kind !== 'same') {
      run.push(step);
      continue;
    }
    if (run.length > 0) changes.push(changeOf(run, at, aligned));
    run = [];
    if (step !== undefined) at = aligned.window[step.found]?.end ?? at;
  }
  return changes;
}

function changeOf(run: readonly Step[], at: number, { pasted, window, release }: Aligned): Change {
  const wanted = run.flatMap((step) => (step.kind === 'missing' ? [] : [step.wanted]));
  const found = run.flatMap((step) => (step.kind === 'added' ? [] : [step.found]));
  const start = window[found[0] ?? -1]?.start ?? at;
  const end = window[found.at(-1) ?? -1]?.end ?? at;
  return {
    pasted: wanted.map((i) => pasted[i]?.written ?? '').join(' '),
    actual: release.text.slice(start, end),
    start,
    end,
  };
}
