// Ranked passages as candidates for a quote: the turn that may be quoted, its decisive sentence, how good it is. Pure.
import type { RankedPassage, Role } from '../domain/passage.ts';
import { publicationDay, type Release, type ReleaseRef } from '../domain/release.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import { withoutMark } from '../text/marks.ts';
import { abroad } from './answer-type.ts';
import { coverageOf, formsIn, isOwnLanguage, type Asked } from './asked.ts';
import { extractKey, type Extract } from './extract.ts';
import { meritOf, signalsOf } from './merit.ts';
import { answerAfter, questionBefore, roleOf, turnAt } from './turns.ts';

/** A ranked passage whose words were read for one question. */
export interface ReadCandidate {
  readonly ranked: RankedPassage;
  readonly release: Release;
  /** What may be quoted: the passage, or the answer to the question that it is. */
  readonly span: Span;
  readonly role: Role;
  readonly extract: Extract;
  /** Share of the question's names that the passage and what stands above it hold, in [0, 1]; 1 where it has none. */
  readonly names: number;
  /** Of an answer in a transcript: the share of the question that the reporter's question holds, in [0, 1]. */
  readonly replies: number;
}

export interface Candidate extends ReadCandidate {
  /** Candidates of one question compare by it. */
  readonly merit: number;
}

export type Releases = (ref: ReleaseRef) => Release | undefined;

/**
 * Best first: what spells out an abbreviation that is asked for, then by merit. A reporter's question gives way to its
 * answer unless it is what was asked for.
 */
export function weighCandidates(
  ranked: readonly RankedPassage[],
  asked: Asked,
  releases: Releases,
): readonly Candidate[] {
  const candidates = ranked
    .map((found) => readCandidate(found, asked, releases(found.header.ref)))
    .filter((candidate) => candidate !== undefined);
  const best = new Map<ReleaseRef, number>();
  for (const { release, ranked: found } of candidates) {
    best.set(release.ref, Math.max(best.get(release.ref) ?? 0, found.score));
  }
  const certain = (candidate: ReadCandidate): number => Number(spellsOut(candidate, asked));
  return candidates
    .map((candidate) => ({
      ...candidate,
      merit: meritOf(signalsOf(candidate, best.get(candidate.release.ref) ?? 0, asked)),
    }))
    .sort((one, other) => certain(other) - certain(one) || other.merit - one.merit);
}

/** Whether it says for certain what the abbreviation stands for that is asked about. */
export function spellsOut(candidate: ReadCandidate | undefined, { expected }: Asked): boolean {
  return expected.type === 'expansion' && candidate?.extract.fit === 1;
}

/** Undefined where the release has changed meanwhile, or where nothing of the passage may be quoted. */
export function readCandidate(
  ranked: RankedPassage,
  asked: Asked,
  release: Release | undefined,
): ReadCandidate | undefined {
  if (release?.revision !== ranked.header.revision) return undefined;
  const quotable = quotableOf(ranked, release, asked);
  if (quotable === undefined) return undefined;
  const question = questionBefore(release, quotable.span);
  const asking = question === undefined ? undefined : sliceSpan(release.text, question.span);
  const context = contextOf(ranked, release, asking);
  const extract = extractKey(release.text, quotable.span, {
    asked: isOwnLanguage(asked, release.language) ? asked : { ...asked, expected: abroad(asked.expected) },
    context,
    published: publicationDay(release),
  });
  return {
    ranked,
    release,
    ...quotable,
    extract,
    names: namesIn(release, extract.forms, asked),
    replies: quotable.role.kind === 'answer' ? coverageOf(asked, formsIn(asking ?? '')) : 0,
  };
}

/** Of a name that only the lead holds: what it is about, the paragraphs below no longer say. */
const LEAD_SHARE = 0.8;

function namesIn({ text, outline }: Release, forms: ReadonlySet<string>, { names }: Asked): number {
  if (names.total === 0) return 1;
  const own = coverageOf(names, forms);
  const [lead] = outline.paragraphs;
  if (own === 1 || lead === undefined) return own;
  const led = coverageOf(names, new Set([...forms, ...formsIn(sliceSpan(text, lead))]));
  return own + LEAD_SHARE * (led - own);
}

interface Quotable {
  readonly span: Span;
  readonly role: Role;
}

function quotableOf({ passage }: RankedPassage, release: Release, { reading }: Asked): Quotable | undefined {
  const { span, role } = passage;
  if (role.kind !== 'question' || reading.wantsQuestion === true)
    return { span: withoutLabel(release, span, role), role };
  const answer = answerAfter(release, span);
  return answer === undefined ? undefined : { span: answer.span, role: roleOf(answer) };
}

/** Where the role tells whose words they are, from the first of them on. */
function withoutLabel(release: Release, span: Span, { kind }: Role): Span {
  const turn = kind === 'question' || kind === 'answer' ? turnAt(release, span) : undefined;
  return turn === undefined ? span : { start: Math.max(span.start, turn.span.start), end: span.end };
}

/** What a reader sees above the words: headline, heading without its number, the reporter's question. */
function contextOf({ passage }: RankedPassage, release: Release, asking: string | undefined): string {
  const above = [release.title];
  if (passage.heading !== undefined) above.push(withoutMark(sliceSpan(release.text, passage.heading)));
  if (asking !== undefined) above.push(asking);
  return above.join('\n');
}
