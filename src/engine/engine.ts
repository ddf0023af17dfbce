// What answers: the store, the searcher and the reading of questions, in a process of their own.
import type { AskRequest, AskResponse, IndexState, SearchRequest, SearchResponse, Status } from '../app.ts';
import { readQuestionLanguage } from '../answer/question-language.ts';
import { verifyQuote, type Verification } from '../answer/verify.ts';
import type { Config } from '../config.ts';
import type { Filter } from '../domain/answer.ts';
import type { Match } from '../domain/follow.ts';
import type { Passage } from '../domain/passage.ts';
import type { Release, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
import { allowsSource, EVERYTHING, isUnlimited, type Scope } from '../domain/scope.ts';
import { sliceSpan } from '../domain/span.ts';
import type { Embedder } from '../embed/embedder.ts';
import { passesFilter } from '../search/filter.ts';
import type { Holdings, Library } from '../library.ts';
import type { Searcher } from '../search/searcher.ts';
import { askAfter } from './follow-ups.ts';
import { holdingsOf, indexStateOf, statusOf } from './health.ts';
import { Headers, suggestReleases, summarizeSources, type SourceSummary } from './headlines.ts';
import type { NumberedRevision, Revision, Store } from '../store/store.ts';
import { loadDetector } from '../text/language.ts';
import { settle, type Answering } from './settle.ts';
import { matchTopic, type TopicRequest } from './topics.ts';

const DEFAULT_LIMIT = 10;
/** Releases that a pasted sentence is compared with, word by word: those that hold most of its words. */
const VERIFY_CANDIDATES = 12;

export interface EngineParts {
  readonly config: Config;
  readonly store: Store;
  readonly embedder: Embedder;
  readonly searcher: Searcher;
  /** Stamp of model, chunking and text rules. */
  readonly fingerprint: string;
}

/** A library in this process; what it gives need not be waited for. */
type LocalLibrary = {
  readonly [K in keyof Library]: Library[K] extends (...args: infer A) => Promise<infer R>
    ? (...args: A) => R | Promise<R>
    : never;
};

export class Engine {
  readonly #parts: EngineParts;
  /** Everything that is read passes it: no method reads the store or the searcher without. */
  readonly #scope: Scope;
  readonly #all: Headers;

  constructor(parts: EngineParts, scope: Scope = EVERYTHING, all = new Headers(parts.store)) {
    this.#parts = parts;
    this.#all = all;
    this.#scope = scope;
  }

  /** The same engine for somebody who may see no more than `scope`; it shares all parts, and need not be closed. */
  within(scope: Scope): LocalLibrary {
    return new Engine(this.#parts, scope, this.#all);
  }

  /** One call of a library within `scope`, as it comes from another process. */
  read(scope: Scope, method: keyof Library, args: readonly unknown[]): unknown {
    const library = this.within(scope);
    return Reflect.apply(library[method], library, args);
  }

  async search({ question, limit = DEFAULT_LIMIT, filter = {} }: SearchRequest): Promise<SearchResponse> {
    const start = performance.now();
    await this.#catchUp();
    const { ranked, timings } = await this.#parts.searcher.search(question, {
      limit,
      filter,
      scope: this.#scope,
      questionLanguage: readQuestionLanguage(question),
    });
    const releases = this.#releases();
    const results = ranked.map((found) => ({
      ...found,
      text: sliceSpan(releases(found.header.ref)?.text ?? '', found.passage.span),
    }));
    return { results, timings: { ...timings, extract: 0, total: performance.now() - start } };
  }

  /** Rejects with the errors of `domain/errors.ts`. */
  async ask(request: AskRequest): Promise<AskResponse> {
    const start = performance.now();
    await this.#catchUp();
    const settled = await askAfter(request, (complete) => settle(complete, this.#answering()));
    return { answer: settled.answer, timings: { ...settled.timings, total: performance.now() - start } };
  }

  #answering(): Answering {
    const { searcher, config } = this.#parts;
    return { searcher, scope: this.#scope, timeZone: config.timeZone, releases: this.#releases() };
  }

  /** Reads releases, each once. */
  #releases(): (ref: ReleaseRef) => Release | undefined {
    const read = new Map<ReleaseRef, Release | undefined>();
    return (ref) => {
      if (!read.has(ref)) read.set(ref, this.show(ref));
      return read.get(ref);
    };
  }

  /** Follows what this or another process wrote; costs one row when nothing was. */
  async #catchUp(): Promise<void> {
    if (this.#parts.store.generation() !== this.#parts.searcher.status().generation) {
      await this.#parts.searcher.refresh();
    }
  }

  /** Whether a sentence that somebody pasted stands in a release, and what was changed. */
  async verify(pasted: string): Promise<Verification> {
    await this.#catchUp();
    const holding = this.#parts.searcher.holding(pasted, { limit: VERIFY_CANDIDATES, scope: this.#scope });
    const releases = this.#releases();
    const candidates = holding.map(({ ref }) => releases(ref)).filter((release) => release !== undefined);
    return verifyQuote(pasted, candidates);
  }

  /** The releases that a topic finds, each with its best passage, best first. */
  async match(request: TopicRequest): Promise<readonly Match[]> {
    await this.#catchUp();
    const { store, searcher } = this.#parts;
    return matchTopic(request, this.list(request.filter), {
      searcher,
      scope: this.#scope,
      read: this.#releases(),
      earlier: (ref) =>
        store
          .readRevisions(ref)
          .filter(({ current }) => !current)
          .map(({ revision }) => store.readRelease(ref, revision)?.text ?? ''),
    });
  }

  /** Current revisions by number, from the one after `after`. */
  async news(after: number, limit: number): Promise<readonly NumberedRevision[]> {
    await this.#catchUp();
    return this.#parts.store.revisionsAfter(after, limit);
  }

  /** A revision may be seen where its own source and that of the current one may. */
  show(ref: ReleaseRef, revision?: string): Release | undefined {
    const { store } = this.#parts;
    const current = this.#seen(store.readRelease(ref));
    return revision === undefined || current === undefined
      ? current
      : this.#seen(store.readRelease(ref, revision));
  }

  showNumber(number: number): Release | undefined {
    const release = this.#parts.store.readNumber(number);
    return release === undefined ? undefined : this.show(release.ref, release.revision);
  }

  passages(number: number): readonly Passage[] {
    const release = this.showNumber(number);
    if (release === undefined || this.show(release.ref)?.number !== release.number) return [];
    return this.#parts.store.readPassages(release.ref);
  }

  #seen(release: Release | undefined): Release | undefined {
    return release !== undefined && allowsSource(this.#scope, release.source) ? release : undefined;
  }

  revisions(ref: ReleaseRef): readonly Revision[] {
    const all = this.#parts.store.readRevisions(ref);
    return isUnlimited(this.#scope)
      ? all
      : all.filter(({ revision }) => this.show(ref, revision) !== undefined);
  }

  #headers(): readonly ReleaseHeader[] {
    return this.#all.all().filter(({ source }) => allowsSource(this.#scope, source));
  }

  list(filter: Filter = {}, limit = Infinity): readonly ReleaseHeader[] {
    return this.#headers()
      .filter((header) => passesFilter(header, filter))
      .slice(0, limit);
  }

  suggest(words: string, limit: number): readonly ReleaseHeader[] {
    return suggestReleases(this.#headers(), words, limit);
  }

  sources(): readonly SourceSummary[] {
    return summarizeSources(this.#headers());
  }

  async holdings(): Promise<Holdings> {
    await this.#catchUp();
    return holdingsOf(this.#parts, this.#scope, this.#headers());
  }

  async remove(ref: ReleaseRef): Promise<boolean> {
    const removed = this.#parts.store.removeRelease(ref);
    if (removed) await this.#parts.searcher.refresh();
    return removed;
  }

  /** Catches up and waits until the indexes that are due are built. */
  async refresh(): Promise<void> {
    await this.#parts.searcher.refresh();
    await this.#parts.searcher.settle();
  }

  /** Answers, and is ready then for what a first question would wait for. */
  ping(): IndexState {
    loadDetector();
    return indexStateOf(this.#parts.searcher);
  }

  async status(): Promise<Status> {
    await this.#catchUp();
    return statusOf(this.#parts);
  }

  async close(): Promise<void> {
    await this.#parts.searcher.close();
    await this.#parts.embedder.close();
    this.#parts.store.close();
  }
}
