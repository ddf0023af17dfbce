// What `search` and `ask` have in common: one question or a batch, for people or for programs.
import type { App, AskRequest } from '../app.ts';
import { UsageError } from '../domain/errors.ts';
import { openBatch, runBatch, type BatchQuestion } from './batch.ts';
import { writeJson, withApp, type Context, type ExitCode } from './context.ts';
import { filterOf, questionOf, type QuestionOptions } from './questions.ts';
import type { QuestionId } from './records.ts';

/** How one of the two commands answers and shows its answers. */
export interface Answering<R> {
  readonly answer: (app: App, request: AskRequest) => Promise<R>;
  readonly record: (id: QuestionId, response: R) => unknown;
  readonly render: (response: R, question: string) => string;
  /** What the command's own options add to every request. */
  readonly extra: Pick<AskRequest, 'now' | 'readFilters' | 'earlier'>;
}

export interface Asked {
  readonly words: readonly string[];
  readonly options: QuestionOptions;
}

/** Throws `UsageError` where there is neither a question nor a batch, or both. */
export async function runAnswering<R>(
  context: Context,
  { words, options }: Asked,
  answering: Answering<R>,
): Promise<ExitCode> {
  if (options.batch === undefined) return answerOne(context, { words, options }, answering);
  if (words.length > 0) throw new UsageError('Give a question or --batch, not both.');
  // Wrong use of the filters is told at once, not once a line.
  filterOf(options);
  const input = await openBatch(options.batch);
  return withApp(context, (app) =>
    runBatch(context, input, async (question) => {
      const response = await answering.answer(app, requestOf(question, options, answering.extra));
      return answering.record(question.id, response);
    }),
  );
}

async function answerOne<R>(
  context: Context,
  { words, options }: Asked,
  { answer, record, render, extra }: Answering<R>,
): Promise<ExitCode> {
  const question = questionOf(words);
  const request = requestOf({ id: null, question, filters: {} }, options, extra);
  return withApp(context, async (app) => {
    const response = await answer(app, request);
    if (options.json === true) await writeJson(context, record(null, response));
    else await context.results.write(render(response, question));
    return 0 as const;
  });
}

function requestOf(
  { question, filters, askedAt, earlier }: BatchQuestion,
  options: QuestionOptions,
  extra: Answering<unknown>['extra'],
): AskRequest {
  return {
    ...extra,
    question,
    filter: filterOf({ ...options, ...filters }),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    ...(askedAt === undefined ? {} : { now: askedAt }),
    ...(earlier === undefined ? {} : { earlier }),
  };
}
