// `npm run eval`: measures answers on evaluation sets and prints, writes and compares what came out.
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { openAlternatives, type AlternativeRow } from './alternatives/open.ts';
import { compareRuns, renderDifferences } from './compare.ts';
import { misspell } from './misspell.ts';
import { Examiner, ingestSet, planTrials, type Integrity } from './measure.ts';
import { groupBy } from './group.ts';
import { randomFrom, sample } from './random.ts';
import { renderReport } from './report.ts';
import type { Row } from './score.ts';
import { OWN_SET, partOf, readSet, type EvalSet } from './sets.ts';
import { renderRun } from './tables.ts';
import { foreignTrials, type Trial } from './trials.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Questions of other sets asked of each: enough for an interval of about 0.03. */
const FOREIGN_SAMPLE = 300;
const SEED = 20240527;
const PROGRESS_INTERVAL = 1_000;

interface EvalOptions {
  readonly set?: readonly string[];
  readonly mixed?: true;
  readonly beside?: readonly string[];
  readonly misspell?: number;
  readonly alternatives?: true;
  readonly passages?: number;
  readonly sample?: number;
  readonly foreign: number;
  readonly compare?: string;
  readonly json?: string;
  readonly report?: string;
}

/** Everything that a run found; what `--json` writes. */
export interface Run {
  readonly rows: readonly Row[];
  /** The same questions asked again under another condition. */
  readonly variants: readonly Variant[];
  readonly alternatives: readonly AlternativeRow[];
  readonly integrity: Integrity;
}

export interface Variant {
  readonly name: string;
  readonly rows: readonly Row[];
}

type Say = (text: string) => void;

/** One index and the sets that are asked of it. */
interface Plan {
  readonly sets: readonly EvalSet[];
  /** Asked too, and answered wrongly by whatever answers them. */
  readonly foreign: readonly Trial[];
}

/**
 * 1. read the sets
 * 2. for each of them (for all at once when mixed): ingest it into an index of its own
 * 3. ask its questions, and some of the other sets; check every word that comes back
 * 4. ask the alternatives
 * 5. ask again with slips in the words, and with other passages beside those of the set
 */
async function measure(options: EvalOptions, say: Say): Promise<Run> {
  const random = randomFrom(SEED);
  const { passages = Infinity, sample: size = Infinity } = options;
  const sets = (options.set ?? [OWN_SET])
    .map(readSet)
    .map((set) => partOf(set, passages, randomFrom(SEED)) ?? set)
    .map((set) => ({ ...set, questions: sample(set.questions, size, random) }));
  const plans: readonly Plan[] =
    options.mixed === true
      ? [{ sets, foreign: [] }]
      : sets.map((set) => ({ sets: [set], foreign: sampleForeign(set, sets, options.foreign) }));
  const runs: Run[] = [];
  for (const plan of plans) runs.push(await measureIndex(plan, options, say));
  return {
    rows: runs.flatMap(({ rows }) => rows),
    alternatives: runs.flatMap(({ alternatives }) => alternatives),
    variants: [
      ...groupBy(
        runs.flatMap(({ variants }) => variants),
        ({ name }) => name,
      ),
    ].map(([name, variants]) => ({ name, rows: variants.flatMap(({ rows }) => rows) })),
    integrity: {
      checked: runs.reduce((sum, { integrity }) => sum + integrity.checked, 0),
      faults: runs.flatMap(({ integrity }) => integrity.faults),
    },
  };
}

/** Questions of the other sets; those of the project where there is no other. */
function sampleForeign(set: EvalSet, sets: readonly EvalSet[], size: number): readonly Trial[] {
  const others = sets.length > 1 ? sets.filter((other) => other !== set) : [readSet(OWN_SET)];
  const trials = foreignTrials(others.filter(({ name }) => name !== set.name));
  return sample(trials, size, randomFrom(SEED));
}

type SetTrial = readonly [set: string, trial: Trial];

async function measureIndex({ sets, foreign }: Plan, options: EvalOptions, say: Say): Promise<Run> {
  const workspace = await openWorkspace();
  try {
    const mixed = options.mixed === true;
    for (const set of sets) await ingestAloud(workspace, set, say);
    const examiner = new Examiner(workspace.app);
    const trials: SetTrial[] = [];
    for (const set of sets)
      for (const trial of await planTrials(workspace.app, set, mixed)) trials.push([set.name, trial]);
    const rows = [...(await examineAll(examiner, trials, say))];
    for (const trial of foreign) rows.push(await examiner.examineForeign(sets[0]?.name ?? '', trial));
    const alternatives = options.alternatives === true ? await askAlternatives(workspace, trials) : [];
    const variants = await askAgain({ workspace, examiner, trials }, options, say);
    return { rows, alternatives, variants, integrity: examiner.integrity };
  } finally {
    await workspace.close();
  }
}

interface Asked {
  readonly workspace: Workspace;
  readonly examiner: Examiner;
  readonly trials: readonly SetTrial[];
}

/** The same questions under the conditions that were asked for; passages put beside stay, so they come last. */
async function askAgain(
  { workspace, examiner, trials }: Asked,
  { misspell: slips, beside }: EvalOptions,
  say: Say,
): Promise<readonly Variant[]> {
  const variants: Variant[] = [];
  if (slips !== undefined) {
    const slipped = trials.map(([set, trial]): SetTrial => [set, withSlips(trial, slips)]);
    variants.push({
      name: `${slips} misspelt words a question`,
      rows: await examineAll(examiner, slipped, say),
    });
  }
  if (beside !== undefined) {
    const others = beside.map(readSet);
    for (const set of others) await ingestAloud(workspace, set, say);
    const name = `passages of ${others.map((set) => set.name).join(', ')} beside`;
    variants.push({ name, rows: await examineAll(examiner, trials, say) });
  }
  return variants;
}

async function examineAll(
  examiner: Examiner,
  trials: readonly SetTrial[],
  say: Say,
): Promise<readonly Row[]> {
  const step = progress(trials.length, say);
  const rows: Row[] = [];
  for (const [set, trial] of trials) {
    rows.push(await examiner.examine(set, trial));
    step();
  }
  return rows;
}

function withSlips(trial: Trial, slips: number): Trial {
  const { question } = trial;
  // A question has the same slips for every language that it is asked of.
  const random = randomFrom(SEED + question.question.length);
  return { ...trial, question: { ...question, question: misspell(question.question, slips, random) } };
}

async function ingestAloud(workspace: Workspace, set: EvalSet, say: Say): Promise<void> {
  const { passages, releases, rejected, seconds } = await ingestSet(workspace, set);
  say(`${set.name}: ${releases} releases, ${passages} passages in ${seconds.toFixed(1)} s`);
  for (const { path, reason } of rejected) say(`  rejected ${path}: ${reason}`);
}

/** Says now and then how far it is. */
function progress(total: number, say: Say): () => void {
  let done = 0;
  return () => {
    done++;
    if (done % PROGRESS_INTERVAL === 0 || done === total) say(`  ${done} of ${total} questions`);
  };
}

async function askAlternatives(
  { config }: Workspace,
  trials: readonly SetTrial[],
): Promise<readonly AlternativeRow[]> {
  const alternatives = await openAlternatives(config);
  try {
    const rows: AlternativeRow[] = [];
    for (const [name, trial] of trials)
      if (trial.question.answerable) rows.push(...(await alternatives.rank(name, trial)));
    return rows;
  } finally {
    await alternatives.close();
  }
}

function positive(value: string): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : Infinity;
}

function parseOptions(args: readonly string[]): EvalOptions {
  return new Command('eval')
    .description('Measures answers on data/eval, or on folders of the same form.')
    .option(
      '--set <folder...>',
      'folders with questions.jsonl and passages.jsonl or releases.jsonl, or pairs.jsonl',
    )
    .option('--mixed', 'put the passages of all sets into one index')
    .option('--beside <folder...>', 'ask again with the passages of these sets in the same index, too')
    .option('--misspell <n>', 'ask again with so many words of each question misspelt', positive)
    .option('--alternatives', 'ask what people would use instead, too')
    .option('--passages <n>', 'of a set so many passages alone, where it has twice as many', positive)
    .option('--sample <n>', 'at most this many questions of a set', positive)
    .option('--foreign <n>', 'questions of other sets asked of each', Number, FOREIGN_SAMPLE)
    .option('--compare <file>', 'print what changed since a run written with --json')
    .option('--json <file>', 'write every question and what came of it')
    .option('--report <file>', 'write a page with charts')
    .parse(args, { from: 'user' })
    .opts<EvalOptions>();
}

/** Runs the command line `args`; prints tables on stdout, and how far it is on stderr. */
export async function evaluate(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const run = await measure(options, (text) => process.stderr.write(`${text}\n`));
  const text = renderRun(run);
  process.stdout.write(text);
  if (options.compare !== undefined) {
    const old = JSON.parse(readFileSync(options.compare, 'utf8')) as Run;
    process.stdout.write(
      `\n${renderDifferences(compareRuns(run.rows, old.rows), { title: 'Changes since the run compared with' })}`,
    );
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(run)}\n`);
  if (options.report !== undefined)
    writeFileSync(options.report, renderReport(run.rows, { title: 'Rilis, measured', text }));
}
