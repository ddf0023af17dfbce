// How one question becomes an answer: read, searched for, composed, and tried again where a guess stood in the way.
import type { AskRequest, AskResponse } from '../app.ts';
import { compose } from '../answer/compose.ts';
import { readQuestion } from '../answer/question.ts';
import { respell } from '../answer/respell.ts';
import type { Filter, Reading } from '../domain/answer.ts';
import type { Release, ReleaseRef } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { Searcher } from '../search/searcher.ts';
import { takeOver } from './follow-ups.ts';
import { addTimings } from './timings.ts';

/**
 * The passages that an answer is made from: the right one is hardly ever below, and a long transcript must not push out
 * the others.
 */
export const ANSWER_CANDIDATES = { limit: 24, perRelease: 4 } as const;
/** What an answer is made with. */
export interface Answering {
  readonly searcher: Searcher;
  readonly scope: Scope;
  /** IANA name; of days in questions that come without a zone of their own. */
  readonly timeZone: string;
  readonly releases: (ref: ReleaseRef) => Release | undefined;
}

/** An answer, and the words looked for as they were probably meant, where some of them no release has. */
type Settled = AskResponse & { readonly respelled?: string };

/**
 * 1. read the question: what it asks for, and which releases it restricts itself to
 * 2. search within those
 * 3. compose an answer of verbatim quotes
 * 4. where a restriction that was only guessed left no answer, search and compose again without it
 * 5. where words that no release has left none, do all that again with what they were probably meant to be
 */
export async function settle(request: AskRequest, answering: Answering): Promise<AskResponse> {
  const reading = readRequest(request, answering);
  const first = await answerWidely(reading, request, answering);
  const { respelled } = first;
  if (first.answer.kind === 'answered' || respelled === undefined) return first;
  return better(first, await answerWidely({ ...reading, terms: respelled, respelled }, request, answering));
}

function readRequest(request: AskRequest, { searcher, scope, ...defaults }: Answering): Reading {
  const {
    question,
    filter = {},
    now = new Date(),
    timeZone = defaults.timeZone,
    readFilters = true,
  } = request;
  const sources = searcher.sources(scope);
  const reading = readQuestion(question, { now, timeZone, sources, given: filter, readFilters });
  return takeOver(reading, request.earlierFilter);
}

/** A wrong guess never hides the answer; one that finds nothing more leaves the reading as it was. */
async function answerWidely(reading: Reading, request: AskRequest, answering: Answering): Promise<Settled> {
  const first = await answer(reading, request, answering);
  if (first.answer.kind === 'answered' || reading.guessed.length === 0) return first;
  return better(first, await answer(withoutGuesses(reading), request, answering));
}

async function answer(
  reading: Reading,
  { limit }: AskRequest,
  { searcher, scope, releases }: Answering,
): Promise<Settled> {
  const { ranked, timings, meets, among, variants, respellings } = await searcher.search(reading.terms, {
    ...ANSWER_CANDIDATES,
    toBeRead: true,
    filter: filterOf(reading),
    scope,
    questionLanguage: reading.questionLanguage,
  });
  const start = performance.now();
  const composed = compose({
    reading,
    ranked,
    releases,
    ...(limit === undefined ? {} : { limit }),
    ...(meets === undefined ? {} : { meets }),
    variants,
    indexed: searcher.status(scope).passages,
    among,
  });
  const respelled =
    composed.kind === 'answered' ? undefined : respell(reading.terms, respellings, { ranked, releases });
  return {
    answer: composed,
    timings: { ...timings, extract: performance.now() - start, total: 0 },
    ...(respelled === undefined ? {} : { respelled }),
  };
}

/** What was found at the second try, where that answers. */
function better(first: Settled, second: Settled): Settled {
  const { answer } = second.answer.kind === 'answered' ? second : first;
  return { ...first, answer, timings: addTimings(first.timings, second.timings) };
}

/** The releases that a reading asks for. */
export function filterOf({ from, to, source, language }: Reading): Filter {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
  };
}

/** What was asked for in so many words. */
export function withoutGuesses(reading: Reading): Reading {
  const kept = Object.entries(reading).filter(
    ([key]) => !(reading.guessed as readonly string[]).includes(key),
  );
  return { ...(Object.fromEntries(kept) as unknown as Reading), guessed: [] };
}
