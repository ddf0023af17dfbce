// `rilis search`: ranked passages.
import type { Command } from 'commander';
import { readQuestionLanguage } from '../answer/question-language.ts';
import type { SearchResponse } from '../app.ts';
import { runAnswering } from './answering.ts';
import type { Context, Finish } from './context.ts';
import { withQuestionOptions, type QuestionOptions } from './questions.ts';
import { searchRecord } from './records.ts';
import { uiLanguage } from './terminal/messages.ts';
import { renderResults } from './terminal/results.ts';

export function addSearch(program: Command, context: Context, finish: Finish): void {
  withQuestionOptions(program.command('search'))
    .argument('[words...]', 'what to look for')
    .description('print the passages that come nearest, best first')
    .action(async (words: string[], options: QuestionOptions) => {
      finish(
        await runAnswering<SearchResponse>(
          context,
          { words, options },
          {
            answer: (app, request) => app.search(request),
            record: searchRecord,
            render: ({ results }, question) =>
              renderResults(results, {
                style: context.style,
                language: uiLanguage(readQuestionLanguage(question)),
              }),
            extra: {},
          },
        ),
      );
    });
}
