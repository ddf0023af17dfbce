// Asks an index the questions of a set and keeps what came of each.
import path from 'node:path';
import type { App, AskRequest, AskResponse, IngestSummary, SearchResponse } from '../app.ts';
import { isVerbatim, type Answer } from '../domain/answer.ts';
import { sliceSpan } from '../domain/span.ts';
import { DEPTH } from './metrics.ts';
import { score, scoreForeign, type Row } from './score.ts';
import type { EvalSet } from './sets.ts';
import { trialsOf, type Trial } from './trials.ts';
import { writeLines, type Workspace } from './workspace.ts';

/** Versions of one passage in other languages that a mixed ranking may hold before the right one. */
const IGNORED_ROOM = 20;

/** What was checked word for word, and what failed. */
export interface Integrity {
  checked: number;
  readonly faults: string[];
}

/** Puts the corpus of a set into the index. */
export async function ingestSet(
  { app, folder }: Workspace,
  { name, corpus }: EvalSet,
): Promise<IngestSummary> {
  if ('folder' in corpus) return app.ingest([corpus.folder]);
  const file = path.join(folder, `${name}.jsonl`);
  const releases = corpus.passages.map(({ id, title, date, source, url, lang, text, body }) => ({
    id,
    title,
    ...(date === undefined ? {} : { date }),
    source,
    ...(url === undefined ? {} : { url }),
    lang,
    body: text ?? body ?? '',
  }));
  await writeLines(file, releases);
  return app.ingest([file]);
}

/** The trials of a set in the index that holds it. */
export async function planTrials(app: App, set: EvalSet, mixed: boolean): Promise<readonly Trial[]> {
  const languages = new Map((await app.list()).map(({ ref, language }) => [ref, language]));
  const several = 'passages' in set.corpus && new Set(set.corpus.passages.map(({ lang }) => lang)).size > 1;
  return set.questions.flatMap((question) =>
    trialsOf(question, { languageOf: (ref) => languages.get(ref), restrict: several && !mixed }),
  );
}

/** Asks everything and checks every word that comes back. */
export class Examiner {
  readonly integrity: Integrity = { checked: 0, faults: [] };
  readonly #app: App;
  readonly #texts = new Map<string, Promise<string>>();

  constructor(app: App) {
    this.#app = app;
  }

  async examine(set: string, trial: Trial): Promise<Row> {
    const ask = await this.#ask(trial);
    const search = trial.question.answerable ? await this.#search(trial) : undefined;
    return score(trial, { set, ask, ...(search === undefined ? {} : { search }) });
  }

  async examineForeign(set: string, trial: Trial): Promise<Row> {
    return scoreForeign(set, trial, await this.#ask(trial));
  }

  async #search({ question, language, ignored }: Trial): Promise<SearchResponse> {
    const response = await this.#app.search({
      question: question.question,
      limit: ignored.size === 0 ? DEPTH : DEPTH + IGNORED_ROOM,
      filter: language === undefined ? {} : { language },
    });
    for (const { header, passage, text } of response.results) {
      const whole = await this.#text(header.ref, header.revision);
      this.#check(sliceSpan(whole, passage.span) === text, `search ${question.id}: ${header.ref}`);
    }
    return response;
  }

  async #ask({ question, language }: Trial): Promise<AskResponse> {
    const request: AskRequest = {
      question: question.question,
      filter: language === undefined ? {} : { language },
      ...(question.asked_at === undefined ? {} : { now: new Date(question.asked_at) }),
    };
    const response = await this.#app.ask(request);
    await this.#checkAnswer(question.id, response.answer);
    return response;
  }

  async #checkAnswer(id: string, answer: Answer): Promise<void> {
    for (const quote of answer.kind === 'answered' ? answer.quotes : answer.nearest) {
      const whole = await this.#text(quote.header.ref, quote.header.revision);
      this.#check(isVerbatim(whole, quote), `ask ${id}: ${quote.header.ref}`);
    }
  }

  #check(holds: boolean, what: string): void {
    this.integrity.checked++;
    if (!holds) this.integrity.faults.push(what);
  }

  #text(ref: string, revision: string): Promise<string> {
    const key = `${ref} ${revision}`;
    const known =
      this.#texts.get(key) ?? this.#app.show(ref, revision).then((release) => release?.text ?? '');
    this.#texts.set(key, known);
    return known;
  }
}
