// `rilis ingest`: puts releases into the index.
import type { Command } from 'commander';
import type { App, IngestSummary } from '../app.ts';
import { notice, withApp, writeJson, type Context, type ExitCode, type Finish } from './context.ts';
import { openProgress } from './terminal/progress.ts';
import { printableLine } from './terminal/printable.ts';

/** Ingests and shows how far it is. */
export async function ingestWithProgress(
  context: Context,
  app: App,
  inputs: readonly string[],
): Promise<IngestSummary> {
  const progress = openProgress({ stream: context.notices, interactive: context.interactive });
  try {
    return await app.ingest(inputs, {
      onProgress: (step) => {
        progress.show(step);
      },
    });
  } finally {
    progress.stop();
  }
}

function renderSummary({
  added,
  updated,
  unchanged,
  rejected,
  releases,
  passages,
  seconds,
}: IngestSummary): string {
  const counts = [
    `${added} added`,
    `${updated} updated`,
    `${unchanged} unchanged`,
    ...(rejected.length === 0 ? [] : [`${rejected.length} rejected`]),
  ];
  return `${counts.join(', ')} in ${seconds.toFixed(1)} s. The index holds ${releases} releases, ${passages} passages.\n`;
}

async function ingest(context: Context, inputs: readonly string[], json: boolean): Promise<ExitCode> {
  return withApp(context, async (app) => {
    const summary = await ingestWithProgress(context, app, inputs);
    for (const { path, reason } of summary.rejected)
      notice(context, `Rejected ${printableLine(path)}: ${printableLine(reason)}`);
    if (json) await writeJson(context, summary);
    else await context.results.write(renderSummary(summary));
    const read = summary.added + summary.updated + summary.unchanged;
    if (read === 0)
      notice(
        context,
        'Nothing could be read: give .txt, .md, .html, .jsonl or feed files, folders of them, or addresses.',
      );
    return read === 0 ? 1 : 0;
  });
}

export function addIngest(program: Command, context: Context, finish: Finish): void {
  program
    .command('ingest')
    .argument('<inputs...>', 'files, folders (read recursively) or addresses')
    .option('--json', 'print JSON only')
    .description('put releases into the index; the same release again changes nothing')
    .action(async (inputs: string[], { json }: { json?: true }) => {
      finish(await ingest(context, inputs, json === true));
    });
}
