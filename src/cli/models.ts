// `rilis models`: the embedding models that are on disk and those that can be fetched.
import type { Command } from 'commander';
import type { ListedModel } from '../app.ts';
import { withApp, writeJson, type Context, type Finish } from './context.ts';
import { padColumns } from './terminal/layout.ts';

const NAME_WIDTH = 48;
const SIZE_WIDTH = 9;

export function addModels(program: Command, context: Context, finish: Finish): void {
  program
    .command('models')
    .option('--json', 'print JSON only')
    .description('the embedding models on disk and on the hub; EMBEDDING_MODEL names the one to use')
    .action(async ({ json }: { readonly json?: true }) => {
      const models = await withApp(context, (app) => app.models());
      const { embeddingModel } = context.config();
      if (json === true)
        await writeJson(
          context,
          models.map((model) => ({ ...model, used: model.name === embeddingModel })),
        );
      else await context.results.write(models.map((model) => render(model, context)).join(''));
      finish(0);
    });
}

function render({ name, megabytes, languages, origin }: ListedModel, context: Context): string {
  const { style } = context;
  const mark = name === context.config().embeddingModel ? style.accent('*') : ' ';
  const size = `${megabytes} MB`.padStart(SIZE_WIDTH);
  return `${mark} ${padColumns(name, NAME_WIDTH)} ${size}  ${padColumns(origin, SIZE_WIDTH)} ${style.dim(languages)}\n`;
}
