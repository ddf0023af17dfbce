// `rilis verify`: whether a sentence that somebody quotes stands in a release, word for word.
import type { Command } from 'commander';
import type { Verification, VerifyMatch } from '../answer/verify.ts';
import { withApp, writeJson, type Context, type Finish } from './context.ts';
import { printable, printableLine } from './terminal/printable.ts';
import type { Style } from './terminal/style.ts';

interface VerifyOptions {
  readonly json?: true;
}

const VERDICTS: Readonly<Record<Verification['verdict'], string>> = {
  exact: 'Exact: the release says it word for word.',
  altered: 'Altered: the release says something else.',
  'not found': 'Not found: no release says this or something near it.',
};

export function addVerify(program: Command, context: Context, finish: Finish): void {
  program
    .command('verify')
    .argument('<quote...>', 'the sentence, as it was quoted')
    .option('--json', 'print JSON only')
    .description("check somebody's quote against the releases, word for word")
    .action(async (words: string[], { json }: VerifyOptions) => {
      const found = await withApp(context, (app) => app.verify(words.join(' ')));
      if (json === true) await writeJson(context, found);
      else await context.results.write(render(found, context.style));
      finish(0);
    });
}

function render({ verdict, matches }: Verification, style: Style): string {
  return `${[style.bold(VERDICTS[verdict]), ...matches.map((match) => renderMatch(match, style))].join('\n\n')}\n`;
}

function renderMatch({ release, text, changes }: VerifyMatch, style: Style): string {
  const lines = changes.map(
    ({ pasted, actual }) =>
      `  ${style.dim('quoted')} ${shown(pasted)}  ${style.dim('release')} ${shown(actual)}`,
  );
  return [printable(text), ...lines, style.dim(printableLine(release))].join('\n');
}

function shown(words: string): string {
  return words === '' ? '—' : printableLine(words);
}
