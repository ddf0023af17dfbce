// How good a candidate is: what the ranking saw and what reading its words adds, in one number. Pure.
import { sliceSpan } from '../domain/span.ts';
import { formsIn, type Asked } from './asked.ts';
import type { ReadCandidate } from './candidates.ts';
import { periodFit, periodOf, PUBLISHED } from './period-fit.ts';
import { readReportedSpeaker } from './speakers.ts';
import { opensWith } from './subject.ts';
import { turnAt } from './turns.ts';

/** What is known of a candidate, each near [0, 1] or [-1, 1]. */
export interface Signals {
  /** Of the ranking. */
  readonly score: number;
  /** Of the best passage of the release. */
  readonly release: number;
  /** Share of the question that the decisive sentence holds. */
  readonly coverage: number;
  /** Whether it holds an answer of the kind asked for, where the kind shows in figures, dates or names. */
  readonly fit: number;
  /** The same of a definition, which shows in turns of phrase only. */
  readonly looseFit: number;
  /** The same of a reason: "karena", "due to", 因为 are seldom there without one. */
  readonly reason: number;
  /** Of an answer in a transcript: the share of the question that the reporter's question holds. */
  readonly replies: number;
  /** Share of the question's names that the passage and what stands above it hold. */
  readonly names: number;
  /** How much of the question its headline opens with. */
  readonly headed: number;
  /** How much of the question the decisive sentence opens with. */
  readonly opens: number;
  /** Where it is asked what something is: how far the decisive sentence says that of nothing else. */
  readonly defines: number;
  /** Whether it speaks of the time asked about. */
  readonly period: number;
  /** Whether it is the speaker's word. */
  readonly speaker: number;
  /** Whether it is a reporter's question where one is asked for. */
  readonly question: number;
  /** Whether it is a heading: these lead to what stands under them. */
  readonly heading: number;
}

/**
 * Words that headline and release share lift all passages of a release alike, so a good part of the ranking's share is
 * that of the release's best passage, and what the sentence itself says decides among them. Fitted as a listwise
 * softmax on the development parts of IDK-MRC and FacQA and on the questions on the sample releases; `release` was then
 * lessened by hand for `score`, which came to count what the whole release holds. On those sets that changes next to
 * nothing. `reason` was chosen by hand, too: beside .08, as for definitions, one question more of IDK-MRC and two of
 * the samples are right; so was `replies`, of .1 to .5: two more of the samples are right, three more among the quotes,
 * and from .3 on a figure of another day comes first.
 *
 * What a text opens with is mostly its subject: with `headed`, `opens` and `defines` the first quote answers .695 of the
 * questions of IDK-MRC (.669 without) and .821 of those of FacQA (.818).
 */
export const MERIT_WEIGHTS: Readonly<Record<keyof Signals, number>> = {
  score: 0.65,
  release: 0.35,
  coverage: 0.25,
  fit: 0.25,
  looseFit: 0.08,
  reason: 0.2,
  replies: 0.25,
  names: 0.12,
  headed: 0.2,
  opens: 0.1,
  defines: 0.45,
  period: 0.15,
  speaker: 0.09,
  question: 0.3,
  heading: -0.1,
};

export function meritOf(signals: Signals): number {
  return (Object.keys(MERIT_WEIGHTS) as (keyof Signals)[]).reduce(
    (sum, name) => sum + MERIT_WEIGHTS[name] * signals[name],
    0,
  );
}

const LOOSE: ReadonlySet<string> = new Set(['reason', 'definition']);

/** `release` is the score of the release's best passage. */
export function signalsOf(candidate: ReadCandidate, release: number, asked: Asked): Signals {
  const { reading, expected } = asked;
  const { ranked, extract, names, replies, role } = candidate;
  const { speaker, wantsQuestion } = reading;
  const period = periodOf(reading);
  // Where releases of one time alone were asked for, the other times that they name tell nothing against them.
  const least = reading.period === undefined ? PUBLISHED : -1;
  const key = sliceSpan(candidate.release.text, extract.key);
  return {
    score: ranked.score,
    release,
    coverage: extract.coverage,
    fit: LOOSE.has(expected.type) ? 0 : extract.fit,
    looseFit: expected.type === 'definition' ? extract.fit : 0,
    reason: expected.type === 'reason' ? extract.fit : 0,
    replies,
    names,
    headed: opensWith(asked, candidate.release.title),
    opens: opensWith(asked, key),
    defines: extract.defines,
    period:
      period === undefined
        ? 0
        : Math.max(least, periodFit(period, candidate.release, { span: candidate.span, key: extract.key })),
    speaker: speaker === undefined ? 0 : speaks(candidate, speaker),
    question: Number(wantsQuestion === true && role.kind === 'question'),
    heading: Number(role.kind === 'heading' || role.kind === 'title'),
  };
}

/** 1 where the words are plainly the speaker's, 0.5 where they are somebody's, 0 elsewhere. */
function speaks({ release, span, role, extract }: ReadCandidate, speaker: string): number {
  const turn = turnAt(release, span);
  if (turn !== undefined) return turn.role === 'question' ? 0 : 1;
  const quoted = readReportedSpeaker(sliceSpan(release.text, extract.key));
  if (quoted === undefined) return role.kind === 'answer' ? 0.5 : 0;
  const words = formsIn(quoted);
  return [...formsIn(speaker)].some((form) => words.has(form)) ? 1 : 0.5;
}
