// `rilis diff`: what changed between two revisions of a release, by sentence.
import type { Command } from 'commander';
import type { App } from '../app.ts';
import { changesBetween, type Change, type Changes } from '../answer/changes.ts';
import { UnknownReleaseError } from '../domain/errors.ts';
import type { Release } from '../domain/release.ts';
import { withApp, writeJson, type Context, type Finish } from './context.ts';
import { printable, printableLine } from './terminal/printable.ts';
import type { Style } from './terminal/style.ts';

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
}

interface Pair {
  readonly older: Release;
  readonly newer: Release;
}

/**
 * The revisions to compare: by default the current one and the one before it. Undefined where there is no other.
 * Throws `UnknownReleaseError`.
 */
async function readPair(app: App, ref: string, { from, to }: DiffOptions): Promise<Pair | undefined> {
  const revisions = await app.revisions(ref);
  if (revisions.length === 0) throw new UnknownReleaseError(ref);
  const place = (wanted: string | undefined, usual: number): number => {
    if (wanted === undefined) return usual;
    const found = revisions.findIndex(({ revision }) => revision.startsWith(wanted));
    if (found === -1) throw new UnknownReleaseError(`${ref} (${wanted})`);
    return found;
  };
  const newer = place(to, 0);
  const older = place(from, newer + 1);
  const [one, other] = await Promise.all(
    [older, newer].map(async (at) => {
      const kept = revisions[at];
      return kept === undefined ? undefined : app.show(ref, kept.revision);
    }),
  );
  return one === undefined || other === undefined ? undefined : { older: one, newer: other };
}

export function addDiff(program: Command, context: Context, finish: Finish): void {
  program
    .command('diff')
    .argument('<release>', 'its id, address or path, as `rilis list` shows it')
    .option('--from <hash>', 'the older revision; default: the one before the newer')
    .option('--to <hash>', 'the newer revision; default: the current one')
    .option('--json', 'print JSON only')
    .description('what changed between two revisions of a release, by sentence')
    .action(async (ref: string, options: DiffOptions) => {
      const pair = await withApp(context, (app) => readPair(app, ref, options));
      const changes = pair === undefined ? { sentences: [] } : changesBetween(pair.older, pair.newer);
      if (options.json === true) await writeJson(context, diffRecord(ref, pair, changes));
      else await context.results.write(renderChanges(pair, changes, context.style));
      finish(0);
    });
}

function diffRecord(ref: string, pair: Pair | undefined, { title, sentences }: Changes) {
  return {
    release: ref,
    from: pair?.older.revision ?? null,
    to: pair?.newer.revision ?? null,
    title: title ?? null,
    changes: sentences.map(({ kind, text, span }) => ({ kind, start: span.start, end: span.end, text })),
  };
}

function renderChanges(pair: Pair | undefined, { title, sentences }: Changes, style: Style): string {
  if (pair === undefined) return 'There is no earlier revision.\n';
  const head = style.dim(`${pair.older.revision.slice(0, 12)} → ${pair.newer.revision.slice(0, 12)}`);
  const titles =
    title === undefined
      ? []
      : [removed(printableLine(title.older), style), added(printableLine(title.newer), style)];
  const lines = [...titles, ...sentences.map((change) => renderChange(change, style))];
  return `${[head, ...(lines.length === 0 ? ['Nothing changed but the date, the source or the address.'] : lines)].join('\n')}\n`;
}

function renderChange({ kind, text }: Change, style: Style): string {
  return kind === 'removed' ? removed(printable(text), style) : added(printable(text), style);
}

function removed(text: string, style: Style): string {
  return style.warn(`- ${text}`);
}

function added(text: string, style: Style): string {
  return style.accent(`+ ${text}`);
}
