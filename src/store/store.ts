// The interface of what remembers releases, passages and vectors. It never ranks.
import type { Passage, StoredPassage } from '../domain/passage.ts';
import type { Release, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
import type { Vector } from '../domain/vector.ts';

/** A release with its passages and their vectors, ready to be kept. */
export interface PreparedRelease {
  readonly release: Release;
  readonly passages: readonly Passage[];
  /** What the model read, one a passage: the key under which its vector is kept. */
  readonly embeddedTexts: readonly string[];
  /** One a passage. */
  readonly vectors: readonly Vector[];
  /** Version of the rules that outlined and chunked it; other rules make an unchanged text worth keeping again. */
  readonly rules: number;
}

export type PutOutcome = 'added' | 'updated' | 'unchanged';

/** A kept revision of a release. */
export interface Revision {
  readonly revision: string;
  readonly title: string;
  /** When it was read, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly current: boolean;
}

/** A current revision by its number: a later one has a higher number. */
export interface NumberedRevision {
  readonly number: number;
  readonly ref: ReleaseRef;
  readonly revision: string;
  /** When it was read, ISO 8601 in UTC. */
  readonly readAt: string;
}

export interface StoreCounts {
  readonly releases: number;
  readonly passages: number;
  /** Passages without a vector of the model asked about. */
  readonly unembedded: number;
}

/** What one release looks like to an index: its current revision and the ids of its passages. */
export interface IndexedRelease {
  /** Number of the revision: grows with every write, never used twice. */
  readonly number: number;
  readonly release: Release;
  readonly passages: readonly StoredPassage[];
}

export interface PassageVector {
  readonly id: number;
  readonly vector: Vector;
}

export interface Store {
  /** Changes with every write, by this process or another; equal generations mean equal contents. */
  generation(): number;

  /** Whether this very release, header and text, is current and was chunked by these rules. */
  holds(release: Release, rules: number): boolean;
  /**
   * Keeps a release, its passages and vectors in one transaction. The same revision again changes nothing; another
   * one becomes current and the passages of the former leave search in the same transaction.
   */
  putRelease(prepared: PreparedRelease, model: string): PutOutcome;
  /** Takes a release out with all its revisions; false where it was not in. */
  removeRelease(ref: ReleaseRef): boolean;

  /** A release in its current revision, or in the one asked for. */
  readRelease(ref: ReleaseRef, revision?: string): Release | undefined;
  /**
   * The revision of this number, whether current or not. Where its header was changed since, or it was read again by
   * other rules, the number it had before gives it as it is now.
   */
  readNumber(number: number): Release | undefined;
  readRevisions(ref: ReleaseRef): readonly Revision[];
  /** Current revisions whose number is above `after`, ascending, at most `limit`. */
  revisionsAfter(after: number, limit: number): readonly NumberedRevision[];
  /** Newest first; those without a date come last. */
  listReleases(): readonly ReleaseHeader[];
  /** The passages of a release's current revision, in order. */
  readPassages(ref: ReleaseRef): readonly StoredPassage[];

  /** Current releases whose number is above `after`, in the order of their numbers. */
  releasesAfter(after: number): IterableIterator<IndexedRelease>;
  /** Numbers of the current revisions, ascending: what is not among them has left search. */
  currentNumbers(): readonly number[];
  /** Passage ids with their vectors of `model`, ids above `after`, ascending. */
  vectorsAfter(
    after: number,
    model: string,
  ): IterableIterator<{ readonly id: number; readonly vector: Vector }>;
  /** The vectors kept under these texts, where there are any. */
  findVectors(texts: readonly string[], model: string): ReadonlyMap<string, Vector>;

  /** Releases with passages that have no vector of `model`, at most `limit`, oldest first. */
  unembeddedReleases(model: string, limit: number): readonly IndexedRelease[];
  putVectors(texts: readonly string[], vectors: readonly Vector[], model: string): void;

  counts(model: string): StoreCounts;
  /** Problems that SQLite's own check finds; empty when sound. */
  check(): readonly string[];
  close(): void;
}
