// The interface of what remembers followed topics, and what they were compared with.
import type { Follow, FollowMode, FollowWish, MatchReason, PauseReason } from '../domain/follow.ts';
import type { ReleaseRef } from '../domain/release.ts';
import type { Span } from '../domain/span.ts';

/** Follows at most; those that are paused count. */
export interface FollowLimits {
  /** Of one owner, in all places together. */
  readonly owner: number;
  /** Of one guild's channels. */
  readonly guild: number;
}

export type FollowOutcome =
  | { readonly kind: 'added'; readonly follow: Follow }
  /** `same`: that topic, from that source, is told there already. */
  | { readonly kind: 'own-limit' | 'guild-limit' | 'same' };

/** Fields to set; `paused: null` resumes. */
export interface FollowChange {
  readonly mode?: FollowMode;
  readonly paused?: PauseReason | null;
}

/** A release in one of its revisions. */
export interface RevisionKey {
  readonly ref: ReleaseRef;
  readonly revision: string;
}

/** A match to be told of. */
export interface Finding extends RevisionKey {
  readonly follow: number;
  readonly span: Span;
  readonly reason: MatchReason;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** What came of comparing revisions with follows. */
export interface Comparison {
  readonly revisions: readonly RevisionKey[];
  /** Ids of the follows compared. */
  readonly follows: readonly number[];
  /** Best first: where a follow has no more room, the last ones are counted alone. */
  readonly found: readonly Finding[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Notices of one follow that may wait. */
  readonly room: number;
}

export interface FollowStore {
  addFollow(wish: FollowWish, options: { readonly at: number; readonly limits: FollowLimits }): FollowOutcome;
  /** Those of an owner, of a guild, or all of them; the oldest first. */
  follows(of?: { readonly owner?: string; readonly guild?: string }): readonly Follow[];
  readFollow(id: number): Follow | undefined;
  /** What it is now; undefined where there is none. */
  changeFollow(id: number, change: FollowChange): Follow | undefined;
  /** Removes it with its notices; false where there was none. */
  removeFollow(id: number): boolean;

  /** Those of the revisions that were not compared yet. */
  unlooked(revisions: readonly RevisionKey[]): readonly RevisionKey[];
  /**
   * Keeps what was found, and that these revisions were compared, in one transaction; what was compared meanwhile
   * stays as it is. Nothing is kept, and false given, where a follow that is not paused by wish was not among those
   * compared: the comparison has to be made again.
   */
  keepComparison(comparison: Comparison): boolean;
}
