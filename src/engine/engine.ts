// What answers: the store, the searcher and the reading of questions, in a process of their own.
import type { AskRequest, AskResponse, SearchRequest, SearchResponse, Status, Timings } from '../app.ts';
import { compose } from '../answer/compose.ts';
import { readQuestion } from '../answer/question.ts';
import { readQuestionLanguage } from '../answer/question-language.ts';
import { verifyQuote, type Verification } from '../answer/verify.ts';
import type { Config } from '../config.ts';
import type { Filter, Reading } from '../domain/answer.ts';
import type { Release, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
import { sliceSpan } from '../domain/span.ts';
import type { Embedder } from '../embed/embedder.ts';
import { passesFilter } from '../search/catalog.ts';
import type { Searcher } from '../search/search.ts';
import { suggestReleases, summarizeSources, type SourceSummary } from './headlines.ts';
import type { Revision, Store } from '../store/store.ts';

const DEFAULT_LIMIT = 10;
/**
 * The passages that an answer is made from: the right one is hardly ever below, and a long transcript must not push out
 * the others.
 */
export const ANSWER_CANDIDATES = { limit: 24, perRelease: 4 } as const;
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

export class Engine {
  readonly #parts: EngineParts;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  async search({ question, limit = DEFAULT_LIMIT, filter = {} }: SearchRequest): Promise<SearchResponse> {
    const start = performance.now();
    await this.#catchUp();
    const { ranked, timings } = await this.#parts.searcher.search(question, {
      limit,
      filter,
      questionLanguage: readQuestionLanguage(question),
    });
    const releases = this.#releases();
    const results = ranked.map((found) => ({
      ...found,
      text: sliceSpan(releases(found.header.ref)?.text ?? '', found.passage.span),
    }));
    return { results, timings: { ...timings, extract: 0, total: performance.now() - start } };
  }

  /**
   * 1. read the question: what it asks for, and which releases it restricts itself to
   * 2. search within those
   * 3. compose an answer of verbatim quotes
   * 4. where a restriction that was only guessed left no answer, search and compose again without it
   */
  async ask(request: AskRequest): Promise<AskResponse> {
    const start = performance.now();
    await this.#catchUp();
    const reading = this.#read(request);
    const first = await this.#answer(reading, request);
    const settled =
      first.answer.kind === 'unanswered' && reading.guessed.length > 0
        ? await this.#widen(first, reading, request)
        : first;
    return { answer: settled.answer, timings: { ...settled.timings, total: performance.now() - start } };
  }

  #read({ question, filter = {}, now = new Date(), readFilters = true }: AskRequest): Reading {
    const sources = this.#parts.searcher.sources();
    return readQuestion(question, {
      now,
      timeZone: this.#parts.config.timeZone,
      sources,
      given: filter,
      readFilters,
    });
  }

  async #answer(reading: Reading, { limit }: AskRequest): Promise<AskResponse> {
    const { ranked, timings } = await this.#parts.searcher.search(reading.terms, {
      ...ANSWER_CANDIDATES,
      filter: filterOf(reading),
      questionLanguage: reading.questionLanguage,
    });
    const start = performance.now();
    const answer = compose({
      reading,
      ranked,
      releases: this.#releases(),
      ...(limit === undefined ? {} : { limit }),
      indexed: this.#parts.searcher.status().passages,
    });
    return { answer, timings: { ...timings, extract: performance.now() - start, total: 0 } };
  }

  /** A wrong guess never hides the answer; one that finds nothing more leaves the reading as it was. */
  async #widen(first: AskResponse, reading: Reading, request: AskRequest): Promise<AskResponse> {
    const wider = await this.#answer(withoutGuesses(reading), request);
    const better = wider.answer.kind === 'answered' ? wider : first;
    return { answer: better.answer, timings: addTimings(first.timings, wider.timings) };
  }

  /** Reads releases, each once. */
  #releases(): (ref: ReleaseRef) => Release | undefined {
    const read = new Map<ReleaseRef, Release | undefined>();
    return (ref) => {
      if (!read.has(ref)) read.set(ref, this.#parts.store.readRelease(ref));
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
    const { ranked } = await this.#parts.searcher.search(pasted, { limit: VERIFY_CANDIDATES });
    const releases = this.#releases();
    const candidates = ranked
      .map(({ header }) => releases(header.ref))
      .filter((release) => release !== undefined);
    return verifyQuote(pasted, candidates);
  }

  show(ref: ReleaseRef, revision?: string): Release | undefined {
    return this.#parts.store.readRelease(ref, revision);
  }

  revisions(ref: ReleaseRef): readonly Revision[] {
    return this.#parts.store.readRevisions(ref);
  }

  list(filter: Filter = {}, limit = Infinity): readonly ReleaseHeader[] {
    const all = this.#parts.store.listReleases();
    return all.filter((header) => passesFilter(header, filter)).slice(0, limit);
  }

  suggest(words: string, limit: number): readonly ReleaseHeader[] {
    return suggestReleases(this.#parts.store.listReleases(), words, limit);
  }

  sources(): readonly SourceSummary[] {
    return summarizeSources(this.#parts.store.listReleases());
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

  /** Answers, which is all that is asked of it. */
  ping(): void {
    return undefined;
  }

  async status(): Promise<Status> {
    await this.#catchUp();
    const { config, store, embedder, searcher, fingerprint } = this.#parts;
    const counts = store.counts(embedder.fingerprint);
    const index = searcher.status();
    const languages: Record<string, number> = {};
    for (const { language } of store.listReleases()) languages[language] = (languages[language] ?? 0) + 1;
    return {
      dataDir: config.dataDir,
      releases: counts.releases,
      passages: counts.passages,
      languages,
      model: embedder.fingerprint,
      dimensions: embedder.dimensions,
      fingerprint,
      index: { dense: index.dense, scanned: index.scanned, building: index.building },
      memory: process.memoryUsage().rss,
      problems: [
        ...store.check(),
        ...index.problems,
        ...(counts.unembedded > 0
          ? [`${counts.unembedded} passages have no vector of this model: run \`rilis reindex\`.`]
          : []),
      ],
    };
  }

  async close(): Promise<void> {
    await this.#parts.searcher.close();
    await this.#parts.embedder.close();
    this.#parts.store.close();
  }
}

function filterOf({ from, to, source, language }: Reading): Filter {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
  };
}

function withoutGuesses(reading: Reading): Reading {
  const kept = Object.entries(reading).filter(
    ([key]) => !(reading.guessed as readonly string[]).includes(key),
  );
  return { ...(Object.fromEntries(kept) as unknown as Reading), guessed: [] };
}

function addTimings(one: Timings, other: Timings): Timings {
  return {
    embed: one.embed + other.embed,
    lexical: one.lexical + other.lexical,
    dense: one.dense + other.dense,
    extract: one.extract + other.extract,
    total: one.total + other.total,
  };
}
