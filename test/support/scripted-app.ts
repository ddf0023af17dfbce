// An App whose answers a test writes itself: for what lies around the answer, not for what is in it.
import type { App, AskResponse } from '../../src/app.ts';
import { UsageError } from '../../src/domain/errors.ts';
import { anAnswer } from './answers.ts';

const NO_TIME = { embed: 0, lexical: 0, dense: 0, words: 0, extract: 0, total: 0 };

/** An App that can only be asked, by everybody alike, and do what is given beside; everything else it rejects. */
export function scriptedApp(
  ask: (question: string) => Promise<AskResponse['answer']> = () => Promise.resolve(anAnswer()),
  more: Partial<App> = {},
): App {
  const unscripted = (): Promise<never> => Promise.reject(new UsageError('This app can only be asked.'));
  const app: App = {
    within: () => app,
    ask: async ({ question }) => ({ answer: await ask(question), timings: NO_TIME }),
    search: () => Promise.resolve({ results: [], timings: NO_TIME }),
    ingest: unscripted,
    ingestDocument: unscripted,
    verify: unscripted,
    show: unscripted,
    showNumber: unscripted,
    passages: unscripted,
    revisions: unscripted,
    list: unscripted,
    suggest: unscripted,
    sources: unscripted,
    remove: unscripted,
    status: unscripted,
    match: () => Promise.resolve([]),
    news: () => Promise.resolve([]),
    ping: () => Promise.resolve({ dense: 0, scanned: 0, building: false, problems: [] }),
    holdings: unscripted,
    models: unscripted,
    reindex: unscripted,
    close: () => Promise.resolve(),
    ...more,
  };
  return app;
}
