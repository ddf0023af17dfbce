// `npm run fit:confidence`: fits the confidence model on evaluation sets and writes it where answers read it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { format } from 'prettier';
import { FEATURES, type ConfidenceModel, type LanguageModel, type Weighing } from '../answer/confidence.ts';
import { PROJECT_DIR } from '../config.ts';
import { expectedCalibrationError, reliability } from './calibration.ts';
import {
  crossValidate,
  fitModel,
  judge,
  shareAnswered,
  type ObservedQuestion,
  type Origin,
  type Verdict,
} from './confidence-fit.ts';
import { openEvidence } from './evidence.ts';
import { groupBy } from './group.ts';
import { ingestSet, planTrials } from './measure.ts';
import { randomFrom, sample } from './random.ts';
import { OWN_SET, partOf, readSet, type EvalSet } from './sets.ts';
import { renderTable } from './table.ts';
import { foreignTrials, isAcross, isRight, type Trial } from './trials.ts';
import { openWorkspace } from './workspace.ts';

const MODEL_FILE = path.join(PROJECT_DIR, 'src', 'answer', 'confidence.model.ts');
const SEED = 20240527;
/** Passages of a part of a set: among few, chance comes near less often. */
const PART = 400;

interface FitOptions {
  readonly set: readonly string[];
  readonly only?: readonly string[];
  readonly sample: number;
  readonly json?: string;
  readonly observed?: readonly string[];
}

interface Observations {
  readonly fingerprint: string;
  readonly questions: readonly ObservedQuestion[];
}

/** Foreign questions are asked for passages of one language where those of the set are, of each language in turn. */
function restrictAlike(foreign: readonly Trial[], trials: readonly Trial[]): readonly Trial[] {
  const languages = [...new Set(trials.flatMap(({ language }) => language ?? []))];
  return foreign.map((trial, i) => {
    const language = languages[i % languages.length];
    return language === undefined ? trial : { ...trial, language };
  });
}

interface Observation {
  readonly set: string;
  /** The set itself or a part of it, in an index of its own. */
  readonly index: EvalSet;
  /** Whose questions are asked of it, too. */
  readonly others: readonly EvalSet[];
  /** Own and foreign questions at most. */
  readonly size: number;
}

async function observe({ set, index, others, size }: Observation): Promise<Observations> {
  const workspace = await openWorkspace();
  try {
    await ingestSet(workspace, index);
    const random = randomFrom(SEED);
    const trials = sample(await planTrials(workspace.app, index, false), size, random);
    const foreign = restrictAlike(
      sample(foreignTrials(others), Math.min(size, trials.length), random),
      trials,
    );
    const evidence = await openEvidence(workspace.config);
    const questions: ObservedQuestion[] = [];
    const look = async (trial: Trial, origin: Origin): Promise<void> => {
      const groups = (await evidence.read(trial)).map(({ own, features, ref, text }) => ({
        own,
        features,
        label: Number(origin === 'own' && isRight(trial, { ref, text })) as 0 | 1,
      }));
      const { question, pair } = trial;
      if (groups.length > 0)
        questions.push({
          set,
          index: index.name,
          origin,
          kind: question.kind,
          across: isAcross(pair),
          groups,
        });
    };
    for (const trial of trials) await look(trial, trial.question.answerable ? 'own' : 'unanswerable');
    for (const trial of foreign) await look(trial, 'foreign');
    await evidence.close();
    return { fingerprint: evidence.fingerprint, questions };
  } finally {
    await workspace.close();
  }
}

/** Of a set in several files, what stands in the last of them. */
function readObserved(files: readonly string[]): Observations {
  const all = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Observations);
  const sets = new Map(all.flatMap(({ questions }) => [...groupBy(questions, ({ set }) => set)]));
  return { fingerprint: all[0]?.fingerprint ?? '', questions: [...sets.values()].flat() };
}

async function observeAll(options: FitOptions): Promise<Observations> {
  if (options.observed !== undefined) return readObserved(options.observed);
  const sets = [OWN_SET, ...options.set].map(readSet);
  const all: Observations[] = [];
  for (const set of sets.filter(({ name }) => options.only?.includes(name) ?? true)) {
    const others = sets.filter((other) => other !== set);
    const part = partOf(set, PART, randomFrom(SEED));
    for (const index of part === undefined ? [set] : [set, part]) {
      const observations = await observe({ set: set.name, index, others, size: options.sample });
      all.push(observations);
      process.stderr.write(`${index.name}: ${observations.questions.length} questions observed\n`);
    }
  }
  return { fingerprint: all[0]?.fingerprint ?? '', questions: all.flatMap(({ questions }) => questions) };
}

function renderVerdicts(verdicts: readonly Verdict[]): string {
  const show = (share: number | undefined): string => share?.toFixed(3) ?? '';
  const refused = (some: readonly Verdict[], origin: Origin): string => {
    const answered = shareAnswered(some, origin);
    return show(answered === undefined ? undefined : 1 - answered);
  };
  const lines = [...groupBy(verdicts, ({ index }) => index)].map(([index, some]) => [
    index,
    show(expectedCalibrationError(reliability(some.filter(({ origin }) => origin !== 'unanswerable')))),
    show(shareAnswered(some, 'own')),
    refused(some, 'foreign'),
    refused(some, 'unanswerable'),
  ]);
  return renderTable(['index', 'error', 'answered', 'refused', 'unanswerable refused'], lines);
}

function renderReliability(verdicts: readonly Verdict[]): string {
  const lines = reliability(verdicts).map(({ confidence, accuracy, n }) => [
    confidence.toFixed(2),
    accuracy.toFixed(2),
    String(n),
  ]);
  return renderTable(['confidence', 'right', 'questions'], lines);
}

function renderLanguage({ confidence, answerability, threshold }: LanguageModel): string {
  return `{ confidence: ${renderWeighing(confidence)}, answerability: ${renderWeighing(answerability)}, threshold: ${threshold} }`;
}

function renderWeighing({ intercept, weights }: Weighing): string {
  const rows = FEATURES.map((name) => `${name}: ${weights[name]},`);
  return `{ intercept: ${intercept}, weights: { ${rows.join(' ')} } }`;
}

async function writeModel(
  { fingerprint, own, other }: ConfidenceModel,
  questions: readonly ObservedQuestion[],
): Promise<void> {
  const indexes = [...groupBy(questions, ({ index }) => index)];
  const names = indexes.map(([index, some]) => `${index} (${some.length})`);
  const text = `// Weights of the confidence model, written by \`npm run fit:confidence\`. Pure data.
// Questions, own and foreign ones: ${names.join(', ')}.
import type { ConfidenceModel } from './confidence.ts';

export const CONFIDENCE_MODEL: ConfidenceModel = {
  fingerprint: '${fingerprint}',
  own: ${renderLanguage(own)},
  other: ${renderLanguage(other)},
};
`;
  const style = { parser: 'typescript', singleQuote: true, printWidth: 110, trailingComma: 'all' } as const;
  writeFileSync(MODEL_FILE, await format(text, style));
}

/**
 * 1. look at every set's own questions and at foreign ones, through the rooms that answer; in a small part of it again
 * 2. judge each set by a model fitted on the others
 * 3. fit on all sets, and write the model
 */
export async function fitConfidence(args: readonly string[]): Promise<void> {
  const options = new Command('fit-confidence')
    .description('Fits the confidence model on data/eval and folders of its form, and writes it.')
    .option('--set <folder...>', 'folders with questions.jsonl and passages.jsonl or releases.jsonl', [])
    .option(
      '--only <name...>',
      'look at these sets alone, with the questions of all the others, write that with --json, and fit nothing',
    )
    .option('--sample <n>', 'at most this many own and foreign questions of a set', Number, 1500)
    .option('--json <file>', 'write what was observed of the questions')
    .option('--observed <file...>', 'fit on what was written with --json')
    .parse(args, { from: 'user' })
    .opts<FitOptions>();
  const { fingerprint, questions } = await observeAll(options);
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify({ fingerprint, questions }));
  // What was seen of some sets is joined with the rest by --observed.
  if (options.only !== undefined) return;
  const apart = crossValidate(questions, fingerprint);
  const model = fitModel(questions, fingerprint);
  const together = questions.map((question) => judge(question, model));
  process.stdout.write(
    [
      'Each set judged by a model fitted on the others',
      renderVerdicts(apart),
      'All sets, by the model that is written',
      renderVerdicts(together),
      'How sure and how right, on all sets',
      renderReliability(together.filter(({ origin }) => origin !== 'unanswerable')),
      '',
    ].join('\n\n'),
  );
  await writeModel(model, questions);
}
