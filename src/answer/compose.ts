// An answer of verbatim quotes, out of a question's reading and the passages found for it. Pure.
import type { Answer, Reading, Reason } from '../domain/answer.ts';
import type { Among, Meets, RankedPassage } from '../domain/passage.ts';
import type { Variants } from '../domain/variant.ts';
import { publicationDay, type Release, type ReleaseRef } from '../domain/release.ts';
import { overlapsSpan, sliceSpan } from '../domain/span.ts';
import { formsIn, prepareQuestion, type Asked, type TermWeight } from './asked.ts';
import { weighCandidates, type Candidate } from './candidates.ts';
import { shiftOdds } from './confidence.ts';
import { findCorrections, type Corrections } from './corrections.ts';
import { byLanguage, groupByLanguage, isAnswerable, type LanguageGroup } from './languages.ts';
import { asksForPoints, draftList, type ListDraft } from './list-quotes.ts';
import { leadWithCorrection } from './corrected.ts';
import { plainReleases } from './plain.ts';
import { cutAround, makeQuotes, type QuoteDraft } from './quotes.ts';
import { weightsAmong } from './weights.ts';

export interface ComposeInput {
  readonly reading: Reading;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
  readonly releases: (ref: ReleaseRef) => Release | undefined;
  /** Absent where the model knows no single words. */
  readonly meets?: Meets;
  /** Words that stand for words of the question; default none. */
  readonly variants?: Variants;
  /** Quotes at most, from 1; default 3. A list is never cut by it. */
  readonly limit?: number;
  /** Passages in the whole index. */
  readonly indexed?: number;
  readonly among?: Among;
  /** How much a term tells; by default how rare it is among the passages found. */
  readonly weight?: TermWeight;
}

const DEFAULT_LIMIT = 3;
const NEAREST = 3;
/** Of the first quote's merit: what is weaker does not stand beside it. */
const BESIDE = 0.5;
/** Of the best merit: the newest among these answers a question for the latest. */
const AMONG_LATEST = 0.85;
/** Share of equal words from which two quotes say the same. */
const SAME = 0.8;

/**
 * 1. weigh the passages found: read what each says, let reporters' questions give way to their answers
 * 2. within each language, put the newest first where it is asked for, and corrections before what they correct
 * 3. take the language that most probably answers, of those that may be answered from
 * 4. draft the quotes: the points of a list, or the best passages without repetition
 * 5. check every quote against its release
 * 6. answer where the evidence is strong enough; else say why not, with what came nearest
 */
export function compose(input: ComposeInput): Answer {
  const { reading, releases, limit = DEFAULT_LIMIT } = input;
  const { asked, corrections, groups } = weigh(input);
  const [first = NO_GROUP, ...others] = withLists(groups, asked);
  const { candidates, list, confidence } = first;
  const passages = draftPassages(candidates, { limit, besides: others });
  const quoting = { releases, corrections };
  const quotes = makeQuotes(list?.drafts ?? passages, quoting);
  if (quotes.length > 0 && isAnswerable(first)) {
    return {
      kind: 'answered',
      reading: list === undefined ? withoutItem(reading) : reading,
      quotes,
      confidence,
    };
  }
  const nearest = draftPassages(candidates, { limit: NEAREST, besides: others });
  return {
    kind: 'unanswered',
    reading,
    reason: reasonOf(input, candidates),
    nearest: makeQuotes(nearest, quoting),
    confidence,
  };
}

interface ListedGroup extends LanguageGroup {
  /** Whose probabilities stand in place of the passage's, where there is one. */
  readonly list: ListDraft | undefined;
}

const NO_GROUP: ListedGroup = {
  candidates: [],
  own: true,
  features: undefined,
  confidence: 0,
  answerability: 0,
  threshold: 1,
  list: undefined,
};

/** Confidence from which a language needs no list to answer a question for one. */
const SURE = 0.5;

/**
 * Where points are asked for, a language whose list fits is the surer. Where one point is asked for by its number, a
 * language that has no list with such a point can't answer; where all are, one that has a list comes before those that
 * are not sure.
 */
function withLists(groups: readonly LanguageGroup[], asked: Asked): readonly ListedGroup[] {
  const listed = groups.map((group) => {
    const list = draftList(group.candidates, asked);
    return { ...group, list, ...(list === undefined ? {} : oddsOfList(list, group)) };
  });
  if (!asksForPoints(asked)) return listed;
  const { shape } = asked.reading;
  const ordered = listed.sort(byLanguage);
  const unsure = shape === 'list' && (ordered[0]?.confidence ?? 0) < SURE;
  const fits = (group: ListedGroup): number =>
    Number(group.list !== undefined && (shape === 'item' || (unsure && isAnswerable(group))));
  return ordered.sort((one, other) => fits(other) - fits(one));
}

export interface Weighed {
  readonly asked: Asked;
  readonly corrections: Corrections;
  /** The languages of the candidates; the one that most probably answers first. */
  readonly groups: readonly LanguageGroup[];
}

/** The first three steps: what the passages found are worth, before any is quoted. */
export function weigh(input: ComposeInput): Weighed {
  const { reading, ranked, weight = weightsAmong(ranked, input.releases), meets, variants, among } = input;
  const asked = {
    ...prepareQuestion(reading, weight, variants),
    ...(meets === undefined ? {} : { meets }),
    ...(among === undefined ? {} : { among }),
  };
  const weighed = weighCandidates(until(ranked, reading), asked, plainReleases(input.releases));
  const corrections = findCorrections([
    ...new Map(weighed.map(({ release }) => [release.ref, release])).values(),
  ]);
  const groups = groupByLanguage(weighed, asked, (group) =>
    leadWithCorrection(newestFirst(group, reading), corrections, asked),
  );
  return { asked, corrections, groups };
}

/** Without releases of a later day than the question counts from; one that was asked for by its day stays. */
function until(ranked: readonly RankedPassage[], { asOf, to }: Reading): readonly RankedPassage[] {
  if (asOf === undefined || to !== undefined) return ranked;
  return ranked.filter(({ header }) => (publicationDay(header) ?? '') <= asOf);
}

/** What a fitting list adds to the log odds of its passage, per point of its score above what a chance fit has. */
const LIST_WEIGHT = 6;
const CHANCE_FIT = 0.9;
/** Across languages, where words seldom match. */
const CHANCE_FIT_ACROSS = 0.6;

function oddsOfList(
  { score }: ListDraft,
  { own, confidence, answerability }: LanguageGroup,
): Pick<LanguageGroup, 'confidence' | 'answerability'> {
  const shift = LIST_WEIGHT * (score - (own ? CHANCE_FIT : CHANCE_FIT_ACROSS));
  return { confidence: shiftOdds(confidence, shift), answerability: shiftOdds(answerability, shift) };
}

/** A number that counts no points of a list was read wrongly. */
function withoutItem(reading: Reading): Reading {
  const { item: _item, ...rest } = reading;
  return reading.shape === 'item' ? reading : rest;
}

function newestFirst(candidates: readonly Candidate[], { latest }: Reading): readonly Candidate[] {
  const best = candidates[0]?.merit ?? 0;
  if (latest !== true) return candidates;
  const good = candidates.filter(({ merit }) => merit >= AMONG_LATEST * best);
  const day = ({ release }: Candidate): string => publicationDay(release) ?? '';
  const newest = [...good].sort(
    (one, other) => day(other).localeCompare(day(one)) || other.merit - one.merit,
  );
  return [...newest, ...candidates.filter((candidate) => !good.includes(candidate))];
}

interface PassageOptions {
  readonly limit: number;
  /** The languages that less probably answer. */
  readonly besides: readonly LanguageGroup[];
}

/** The best passages, then the best one of each language that stands not far behind. */
function draftPassages(
  candidates: readonly Candidate[],
  { limit, besides }: PassageOptions,
): readonly QuoteDraft[] {
  const [first] = candidates;
  const good = candidates.filter(({ merit }) => merit >= BESIDE * (first?.merit ?? 0));
  const others = besides.filter(isAnswerable).flatMap(({ candidates: [best] }) => best ?? []);
  const chosen: Candidate[] = [];
  for (const candidate of [...good.slice(0, 1), ...others, ...good.slice(1)]) {
    if (chosen.length >= limit) break;
    if (!chosen.some((other) => repeats(candidate, other))) chosen.push(candidate);
  }
  return chosen.map(draftOf);
}

function draftOf({ release, span, role, extract }: Candidate): QuoteDraft {
  return { release, span: cutAround(release, span, extract.key), role, key: extract.key };
}

function repeats(one: Candidate, other: Candidate): boolean {
  if (one.release.ref === other.release.ref && overlapsSpan(one.span, other.span)) return true;
  const words = formsIn(sliceSpan(one.release.text, one.span));
  const others = formsIn(sliceSpan(other.release.text, other.span));
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  return common >= SAME * Math.min(words.size, others.size);
}

/** Share of the question and cosine below which nothing is near. */
const NEAR_COVERAGE = 0.25;
const NEAR_COSINE = 0.35;

function reasonOf({ reading, indexed }: ComposeInput, candidates: readonly Candidate[]): Reason {
  if (indexed === 0) return 'empty-index';
  const { from, to, source, language } = reading;
  const filtered = [from, to, source, language].some((filter) => filter !== undefined);
  const near = candidates.some(
    ({ extract, ranked }) =>
      extract.passageCoverage >= NEAR_COVERAGE || ranked.evidence.cosine >= NEAR_COSINE,
  );
  if (!near && filtered) return 'filtered-out';
  return near ? 'not-answered' : 'nothing-near';
}
