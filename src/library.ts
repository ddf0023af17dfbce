// What may be read of the releases: the half of Rilis that is the same for everybody, seen through a scope.
import type { Verification } from './answer/verify.ts';
import type { AskRequest, AskResponse, SearchRequest, SearchResponse, SourceSummary } from './app.ts';
import type { Filter } from './domain/answer.ts';
import type { Match } from './domain/follow.ts';
import type { Passage } from './domain/passage.ts';
import type { Release, ReleaseHeader, ReleaseRef } from './domain/release.ts';
import type { Scope } from './domain/scope.ts';
import type { Engine } from './engine/engine.ts';
import type { TopicRequest } from './engine/topics.ts';
import type { Revision } from './store/store.ts';
import type { Remote } from './workers/worker.ts';

export type { Revision };

/** How much may be seen. */
export interface Holdings {
  readonly releases: number;
  readonly passages: number;
  /** Releases by language. */
  readonly languages: Readonly<Record<string, number>>;
  readonly model: string;
  /** Whether the whole index is sound, whatever part of it may be seen. */
  readonly sound: boolean;
}

/** No method gives a word, a name or a count of what is outside the library's scope. */
export interface Library {
  search(request: SearchRequest): Promise<SearchResponse>;
  ask(request: AskRequest): Promise<AskResponse>;
  /** Whether a sentence that somebody pasted stands in a release, word for word. */
  verify(pasted: string): Promise<Verification>;
  /** Undefined for an unknown release or revision. */
  show(ref: ReleaseRef, revision?: string): Promise<Release | undefined>;
  /** The revision of this number, as `ReleaseHeader.number` gives it; undefined where it is gone or may not be seen. */
  showNumber(number: number): Promise<Release | undefined>;
  /** In order; none of a revision that is not the current one any more. */
  passages(number: number): Promise<readonly Passage[]>;
  revisions(ref: ReleaseRef): Promise<readonly Revision[]>;
  /** Newest first; all of them by default. */
  list(filter?: Filter, limit?: number): Promise<readonly ReleaseHeader[]>;
  /** Releases whose headlines hold the beginnings of all the words, newest first. */
  suggest(words: string, limit: number): Promise<readonly ReleaseHeader[]>;
  /** The issuers, the one with most releases first. */
  sources(): Promise<readonly SourceSummary[]>;
  holdings(): Promise<Holdings>;
  /** The releases that a topic finds, each with its best passage, best first; at most 2,000 are looked through. */
  match(request: TopicRequest): Promise<readonly Match[]>;
}

const METHODS: Readonly<Record<keyof Library, true>> = {
  search: true,
  ask: true,
  verify: true,
  show: true,
  showNumber: true,
  passages: true,
  revisions: true,
  list: true,
  suggest: true,
  sources: true,
  holdings: true,
  match: true,
};

/** The library within `scope` of an engine in another process. */
export function remoteLibrary(scope: Scope, engine: Remote<Engine>): Library {
  const methods = Object.keys(METHODS) as (keyof Library)[];
  return Object.fromEntries(
    methods.map((method) => [method, (...args: readonly unknown[]) => engine.read(scope, method, args)]),
  ) as unknown as Library;
}
