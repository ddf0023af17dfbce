// `rilis status`: what the index holds and whether it is sound.
import type { Command } from 'commander';
import type { Status } from '../app.ts';
import { withApp, writeJson, type Context, type ExitCode, type Finish } from './context.ts';
import { padColumns } from './terminal/layout.ts';
import { printableLine } from './terminal/printable.ts';
import type { Style } from './terminal/style.ts';

const LABEL_WIDTH = 12;

const MEGABYTE = 1024 * 1024;

function renderStatus(status: Status, style: Style): string {
  const { index, languages, problems } = status;
  const spoken = Object.entries(languages).sort(([, one], [, other]) => other - one);
  const rows: [string, string][] = [
    ['releases', `${status.releases} (${spoken.map(([code, n]) => `${code} ${n}`).join(', ') || 'none'})`],
    ['passages', String(status.passages)],
    ['model', `${status.model}, ${status.dimensions} dimensions`],
    ['fingerprint', status.fingerprint],
    [
      'index',
      `${index.dense} passages indexed, ${index.scanned} scanned${index.building ? ', building' : ''}`,
    ],
    ['memory', `${Math.round(status.memory / MEGABYTE)} MB`],
    ['data', status.dataDir],
    ['health', problems.length === 0 ? 'sound' : style.warn(problems.map(printableLine).join('; '))],
  ];
  return rows.map(([label, value]) => `${style.dim(padColumns(label, LABEL_WIDTH))} ${value}\n`).join('');
}

async function status(context: Context, json: boolean): Promise<ExitCode> {
  return withApp(context, async (app) => {
    const now = await app.status();
    if (json) await writeJson(context, now);
    else await context.results.write(renderStatus(now, context.style));
    return now.problems.length === 0 ? 0 : 1;
  });
}

export function addStatus(program: Command, context: Context, finish: Finish): void {
  program
    .command('status')
    .option('--json', 'print JSON only')
    .description('print counts, model, fingerprint and health; 1 where something is wrong')
    .action(async ({ json }: { json?: true }) => {
      finish(await status(context, json === true));
    });
}
