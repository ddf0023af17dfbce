// How a question is read, and what it is answered with. Pure.
import type { RankedPassage, Role } from './passage.ts';
import type { Language, ReleaseHeader } from './release.ts';
import { sliceSpan, type Span } from './span.ts';

/** What a question asks for. */
export type Shape =
  'fact' | 'who' | 'when' | 'where' | 'quantity' | 'list' | 'item' | 'count' | 'definition' | 'yes-no';

/** Which releases may answer. Days are `YYYY-MM-DD`, both ends inclusive, compared with the day of publication. */
export interface Filter {
  readonly from?: string;
  readonly to?: string;
  /** Compared without case; matches a source that contains it. */
  readonly source?: string;
  readonly language?: Language;
}

/** How a question was read. */
export interface Reading extends Filter {
  /** The language of the question itself; `Filter.language` is that of the passages. */
  readonly questionLanguage: Language;
  readonly shape: Shape;
  /** The point asked for, from 1; -1 is the last one. */
  readonly item?: number;
  /** How many points the question says the list has. */
  readonly of?: number;
  /** Whose words are asked for, as the question names the speaker. */
  readonly speaker?: string;
  /** Whether the reporter's question is what was asked for. */
  readonly wantsQuestion?: boolean;
  /** Whether the newest release is asked for. */
  readonly latest?: boolean;
  /** The days the question speaks of without restricting itself to their releases: prefers, never hides. */
  readonly period?: { readonly from?: string; readonly to?: string };
  /** The day that the question counts from, where it does: what came later was not there yet. */
  readonly asOf?: string;
  /** The complete question as which a follow-up was read; absent where the question stood alone. */
  readonly completed?: string;
  /** The words looked for as they were probably meant; absent where they were answered from as they are written. */
  readonly respelled?: string;
  /** The question's words that retrieval looks for. */
  readonly terms: string;
  /** Filters that were read out of the question rather than given, so that they can be dropped when they empty the result. */
  readonly guessed: readonly (keyof Filter)[];
}

export interface Quote {
  /** From 1, in the order shown; a citation mark. */
  readonly number: number;
  readonly header: ReleaseHeader;
  readonly span: Span;
  /** Always `release.text.slice(span.start, span.end)` of the pinned revision. */
  readonly text: string;
  /** The decisive sentence: a span of the release's text inside `span`. */
  readonly key?: Span;
  readonly role: Role;
  /** Who is quoted within the passage, where the text plainly says so. */
  readonly speaker?: string;
  /** The release that this quote's release corrects, or is corrected by. */
  readonly correction?: { readonly kind: 'corrects' | 'corrected-by'; readonly header: ReleaseHeader };
}

/** Why there is no answer. */
export type Reason = 'empty-index' | 'nothing-near' | 'not-answered' | 'filtered-out';

export interface Answered {
  readonly kind: 'answered';
  readonly reading: Reading;
  /** Never empty. */
  readonly quotes: readonly Quote[];
  /** Calibrated probability in [0, 1] that the first quote answers. */
  readonly confidence: number;
}

export interface Unanswered {
  readonly kind: 'unanswered';
  readonly reading: Reading;
  readonly reason: Reason;
  /** What came nearest, best first; may be empty. */
  readonly nearest: readonly Quote[];
  readonly confidence: number;
}

export type Answer = Answered | Unanswered;

/** Whether `quote` is a verbatim slice of `text`: the check every quote passes before it leaves. */
export function isVerbatim(text: string, quote: Quote): boolean {
  return quote.text !== '' && sliceSpan(text, quote.span) === quote.text;
}

/** A ranked passage with the words it stands for: what `search` returns. */
export interface SearchResult extends RankedPassage {
  readonly text: string;
}
