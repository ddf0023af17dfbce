// Quotes out of candidates: cut at sentence ends, numbered, and each checked against its release. Pure.
import { isVerbatim, type Quote } from '../domain/answer.ts';
import type { Role } from '../domain/passage.ts';
import { headerOf, type Release } from '../domain/release.ts';
import { containsSpan, sliceSpan, trimSpan, type Span } from '../domain/span.ts';
import { splitSentences } from '../text/sentences.ts';
import { asWritten } from '../text/simplified.ts';
import type { Releases } from './candidates.ts';
import type { Corrections } from './corrections.ts';
import { readReportedSpeaker } from './speakers.ts';

/** UTF-16 units: what a message shows with two more quotes beside it. Points of lists are quoted whole. */
export const MAX_QUOTE = 900;

export interface QuoteDraft {
  readonly release: Release;
  readonly span: Span;
  readonly role: Role;
  readonly key?: Span;
}

export interface Quoting {
  /** The releases as they are written, of which the drafts may be of plain copies; by default the drafts' own. */
  readonly releases?: Releases;
  readonly corrections?: Corrections;
}

/** Numbers the drafts and checks each: what is no verbatim slice of its release is left out. */
export function makeQuotes(drafts: readonly QuoteDraft[], quoting: Quoting = {}): readonly Quote[] {
  const quotes: Quote[] = [];
  for (const draft of drafts) {
    const quote = makeQuote(draft, quotes.length + 1, quoting);
    if (quote !== undefined) quotes.push(quote);
  }
  return quotes;
}

function makeQuote(
  { release: read, span: whole, role, key }: QuoteDraft,
  number: number,
  { releases, corrections }: Quoting,
): Quote | undefined {
  const written = (release: Release): Release => releases?.(release.ref) ?? release;
  const release = written(read);
  const span = trimSpan(release.text, whole);
  const speaker =
    role.kind === 'question' || role.kind === 'answer' ? undefined : speakerOf(read, key, release);
  const correction = corrections?.of(release.ref);
  const quote: Quote = {
    number,
    header: headerOf(release),
    span,
    text: sliceSpan(release.text, span),
    ...(key !== undefined && containsSpan(span, key) ? { key } : {}),
    role,
    ...(speaker === undefined ? {} : { speaker }),
    ...(correction === undefined
      ? {}
      : { correction: { kind: correction.kind, header: headerOf(written(correction.release)) } }),
  };
  return isVerbatim(release.text, quote) ? quote : undefined;
}

/** As the release has it that was written. */
function speakerOf(read: Release, key: Span | undefined, written: Release): string | undefined {
  if (key === undefined) return undefined;
  const speaker = readReportedSpeaker(sliceSpan(read.text, key));
  return speaker && asWritten(speaker, read.text.indexOf(speaker, key.start), written.text);
}

/** `span`, or where it is too long the sentences around `key` that fit, the ones that follow first. */
export function cutAround(release: Release, span: Span, key: Span): Span {
  if (span.end - span.start <= MAX_QUOTE) return span;
  const sentences = splitSentences(release.text, span);
  const at = Math.max(
    0,
    sentences.findIndex((sentence) => sentence.end >= key.end),
  );
  let cut = sentences[at] ?? key;
  const after = sentences.slice(at + 1);
  const before = sentences.slice(0, at).reverse();
  for (let taken = true; taken;) {
    taken = false;
    for (const side of [after, before]) {
      const wider = widen(cut, side[0]);
      if (wider.end - wider.start > MAX_QUOTE || wider === cut) continue;
      cut = wider;
      side.shift();
      taken = true;
    }
  }
  return cut;
}

function widen(cut: Span, next: Span | undefined): Span {
  return next === undefined
    ? cut
    : { start: Math.min(cut.start, next.start), end: Math.max(cut.end, next.end) };
}
