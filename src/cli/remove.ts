// `rilis remove`: takes a release out of the index.
import type { Command } from 'commander';
import { UnknownReleaseError } from '../domain/errors.ts';
import { withApp, writeJson, type Context, type Finish } from './context.ts';
import { printableLine } from './terminal/printable.ts';

/** Throws `UnknownReleaseError`. */
async function remove(context: Context, ref: string, json: boolean): Promise<void> {
  await withApp(context, async (app) => {
    if (!(await app.remove(ref))) throw new UnknownReleaseError(ref);
    if (json) await writeJson(context, { removed: ref });
    else await context.results.write(`Removed ${printableLine(ref)}.\n`);
  });
}

export function addRemove(program: Command, context: Context, finish: Finish): void {
  program
    .command('remove')
    .argument('<release>', 'its id, address or path, as `rilis list` shows it')
    .option('--json', 'print JSON only')
    .description('take a release with all its revisions out of the index')
    .action(async (ref: string, { json }: { json?: true }) => {
      await remove(context, ref, json === true);
      finish(0);
    });
}
