// `rilis show`: one release with its text, or its revisions.
import type { Command } from 'commander';
import { UnknownReleaseError } from '../domain/errors.ts';
import { withApp, writeJson, type Context, type Finish } from './context.ts';
import { revisionRecord, showRecord } from './records.ts';
import { renderRelease, renderRevision } from './terminal/results.ts';

interface ShowOptions {
  readonly json?: true;
  readonly revisions?: true;
  /** Whole or the start of one. */
  readonly revision?: string;
}

/** Throws `UnknownReleaseError`. */
async function showRelease(context: Context, ref: string, { json, revision }: ShowOptions): Promise<void> {
  await withApp(context, async (app) => {
    const revisions = await app.revisions(ref);
    const pinned = revisions.find((kept) => revision !== undefined && kept.revision.startsWith(revision));
    const release =
      revision !== undefined && pinned === undefined ? undefined : await app.show(ref, pinned?.revision);
    if (release === undefined)
      throw new UnknownReleaseError(revision === undefined ? ref : `${ref} (${revision})`);
    if (json === true) await writeJson(context, showRecord(release, revisions));
    else await context.results.write(renderRelease(release, context.style));
  });
}

/** Throws `UnknownReleaseError`. */
async function showRevisions(context: Context, ref: string, json: boolean): Promise<void> {
  await withApp(context, async (app) => {
    const revisions = await app.revisions(ref);
    if (revisions.length === 0) throw new UnknownReleaseError(ref);
    if (json) return writeJson(context, { release: ref, revisions: revisions.map(revisionRecord) });
    return context.results.write(revisions.map((kept) => renderRevision(kept, context.style)).join(''));
  });
}

export function addShow(program: Command, context: Context, finish: Finish): void {
  program
    .command('show')
    .argument('<release>', 'its id, address or path, as `rilis list` shows it')
    .option('--revisions', 'the revisions that are kept, newest first')
    .option('--revision <hash>', 'an older revision; the first characters are enough')
    .option('--json', 'print JSON only')
    .description('print a release: its header, revisions and text')
    .action(async (ref: string, options: ShowOptions) => {
      if (options.revisions === true) await showRevisions(context, ref, options.json === true);
      else await showRelease(context, ref, options);
      finish(0);
    });
}
