// `rilis list`: the releases in the index, newest first.
import type { Command } from 'commander';
import { withApp, writeJson, type Context, type Finish } from './context.ts';
import { filterOf, withFilterOptions, type FilterOptions } from './questions.ts';
import { listRecord } from './records.ts';
import { renderHeader } from './terminal/results.ts';

interface ListOptions extends FilterOptions {
  readonly json?: true;
}

async function list(context: Context, options: ListOptions): Promise<void> {
  const filter = filterOf(options);
  await withApp(context, async (app) => {
    const headers = await app.list(filter);
    if (options.json === true) return writeJson(context, headers.map(listRecord));
    for (const header of headers) await context.results.write(renderHeader(header, context.style));
  });
}

export function addList(program: Command, context: Context, finish: Finish): void {
  withFilterOptions(program.command('list'))
    .option('--json', 'print JSON only')
    .description('print the releases in the index, newest first')
    .action(async (options: ListOptions) => {
      await list(context, options);
      finish(0);
    });
}
