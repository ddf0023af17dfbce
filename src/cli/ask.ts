// `rilis ask`: one answer in the releases' own words. The first question of all indexes the sample releases.
import path from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { App, AskRequest, AskResponse } from '../app.ts';
import { PROJECT_DIR } from '../config.ts';
import { runAnswering } from './answering.ts';
import { notice, type Context, type Finish } from './context.ts';
import { ingestWithProgress } from './ingest.ts';
import { withQuestionOptions, type QuestionOptions } from './questions.ts';
import { askRecord } from './records.ts';
import { renderAnswer } from './terminal/answer.ts';
import { zoneName } from './terminal/dates.ts';

/** What is asked when nothing was ingested yet. */
const SAMPLES = path.join(PROJECT_DIR, 'data', 'releases');

interface AskOptions extends QuestionOptions {
  readonly askedAt?: Date;
  /** Oldest first. */
  readonly after?: readonly string[];
  /** False with `--no-reading`. */
  readonly reading: boolean;
}

function parseMoment(value: string): Date {
  const moment = new Date(value);
  if (/^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(moment.getTime())) return moment;
  throw new InvalidArgumentError('Give a moment such as 2024-05-27T17:00:00+07:00.');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Asks; where there is no index yet, makes one of the sample releases and asks again. */
async function askOrIndex(context: Context, app: App, request: AskRequest): Promise<AskResponse> {
  const response = await app.ask(request);
  if (response.answer.kind === 'answered' || response.answer.reason !== 'empty-index') return response;
  notice(context, 'There is no index yet: indexing the sample releases in data/releases …');
  const { releases, passages } = await ingestWithProgress(context, app, [SAMPLES]);
  notice(context, `Indexed ${releases} releases, ${passages} passages.`);
  return app.ask(request);
}

export function addAsk(program: Command, context: Context, finish: Finish): void {
  withQuestionOptions(program.command('ask'))
    .argument('[question...]', 'the question, in any language')
    .option('--asked-at <moment>', 'the moment that "yesterday" counts from (default: now)', parseMoment)
    .option(
      '--after <question>',
      'a question asked before this one; give it once for each, oldest first',
      collect,
    )
    .option('--no-reading', "don't let dates and sources named in the question choose the releases")
    .description("answer a question in the releases' own words")
    .action(async (words: string[], options: AskOptions) => {
      const { askedAt, after, reading } = options;
      const zone = zoneName(context.config().timeZone, askedAt ?? new Date());
      finish(
        await runAnswering<AskResponse>(
          context,
          { words, options },
          {
            answer: (app, request) => askOrIndex(context, app, request),
            record: askRecord,
            render: ({ answer }) => renderAnswer(answer, { style: context.style, zone }),
            extra: {
              readFilters: reading,
              ...(askedAt === undefined ? {} : { now: askedAt }),
              ...(after === undefined ? {} : { earlier: after }),
            },
          },
        ),
      );
    });
}
