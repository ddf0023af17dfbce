// `rilis reindex`: embeds what another model read, after EMBEDDING_MODEL changed.
import type { Command } from 'commander';
import { withApp, type Context, type Finish } from './context.ts';
import { openProgress } from './terminal/progress.ts';

async function reindex(context: Context): Promise<void> {
  await withApp(context, async (app) => {
    const progress = openProgress({ stream: context.notices, interactive: context.interactive });
    try {
      await app.reindex({
        onProgress: (step) => {
          progress.show(step);
        },
      });
    } finally {
      progress.stop();
    }
    const { passages, model } = await app.status();
    await context.results.write(`${passages} passages are embedded with ${model}.\n`);
  });
}

export function addReindex(program: Command, context: Context, finish: Finish): void {
  program
    .command('reindex')
    .description(
      'embed every passage with the configured model, after it changed; the old index answers meanwhile',
    )
    .action(async () => {
      await reindex(context);
      finish(0);
    });
}
