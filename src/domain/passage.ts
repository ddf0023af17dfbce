// A citable stretch of a release, and the text that models and indexes see of it. Pure.
import type { Language, ReleaseHeader, ReleaseRef, Release } from './release.ts';
import { sliceSpan, type Span } from './span.ts';

export type Role =
  | { readonly kind: 'title' | 'lead' | 'paragraph' | 'heading' }
  /** Point `n` of a list with `of` points; `list` counts the lists of the release from 0. */
  | { readonly kind: 'item'; readonly n: number; readonly of: number; readonly list: number }
  | { readonly kind: 'question' | 'answer'; readonly speaker?: string };

/** A passage before a store gave it its number. */
export interface Passage {
  readonly ref: ReleaseRef;
  /** Position in the release, from 0. */
  readonly ordinal: number;
  readonly span: Span;
  readonly role: Role;
  /** The heading or announcing sentence that the passage stands under. */
  readonly heading?: Span;
}

/** A passage as the store keeps it. Ids grow, are never used twice, and belong to one revision. */
export interface StoredPassage extends Passage {
  readonly id: number;
}

/** Where a passage came in the two rankings, from 1; absent where it was not among the candidates. */
export interface Ranks {
  readonly lexical?: number;
  readonly dense?: number;
}

/** What the ranking knows of one passage; the raw material of confidence. */
export interface Evidence {
  /** Cosine between question and passage, in [-1, 1]. */
  readonly cosine: number;
  /** Share of the question's information (idf-weighted terms) that the passage matches, in [0, 1]. */
  readonly coverage: number;
  /** BM25 divided by its upper bound for this question, in [0, 1]. */
  readonly lexical: number;
  /** How well the question's words are met one by one, in [0, 1]; absent where the model knows no single words. */
  readonly interaction?: number;
}

/** How well the words of the question at hand are met by a text, whatever their languages, in [0, 1]. */
export type Meets = (text: string) => number;

/** Passages of a language that the question at hand may be answered from; Malay ones count among Indonesian. */
export type Among = (language: Language) => number;

export interface RankedPassage {
  readonly passage: StoredPassage;
  readonly header: ReleaseHeader;
  /** In [0, 1]; higher is better. */
  readonly score: number;
  readonly ranks: Ranks;
  readonly evidence: Evidence;
}

/** What a model reads of a passage: headline, heading, then the words. */
export function contextualText(release: Release, passage: Passage): string {
  const parts = [release.title];
  if (passage.heading !== undefined) parts.push(sliceSpan(release.text, passage.heading));
  parts.push(sliceSpan(release.text, passage.span));
  return parts.join('\n');
}
