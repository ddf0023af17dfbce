// `npm run fit:fusion`: fits the constants of the fusion on evaluation sets, and prints what each part is worth.
import { Command } from 'commander';
import { FUSION, type Signals } from '../search/fuse.ts';
import {
  CONSTANT_NAMES,
  fitFusion,
  measureFusion,
  valueOf,
  type ConstantName,
  type Fusion,
  type FusionFigures,
} from './fusion-fit.ts';
import { collectTrials, type FusionTrial } from './fusion-trials.ts';
import { readSet } from './sets.ts';
import { renderTable } from './table.ts';

interface FitOptions {
  readonly set: readonly string[];
  readonly mixed: readonly string[];
  readonly sample: number;
}

/** A part left out: what it is put to, and the rest fitted again without it. */
interface Without {
  readonly name: string;
  readonly fusion: Fusion;
  readonly frozen: readonly ConstantName[];
}

const NEVER = 1e9;
/** One background for passages of all languages. */
const ALIKE = { mean: 0.1, deviation: 0.08 };

function partsOf(constants: typeof FUSION): readonly Without[] {
  const put = (name: string, values: Partial<typeof FUSION>): Without => ({
    name,
    fusion: { constants: { ...constants, ...values } },
    frozen: Object.keys(values) as ConstantName[],
  });
  return [
    put('nearness in the own language', { ownNearness: 0 }),
    put('nearness in other languages', { otherNearness: 0 }),
    put('a weight of its own across languages', { otherNearness: constants.ownNearness }),
    put('handicap of other languages', { otherHandicap: 0 }),
    put('coverage of the release', { releaseCoverage: 0 }),
    put('damping for long questions', { sharpWords: NEVER }),
    {
      name: 'standardisation by language',
      fusion: { constants, see: (signals: Signals) => ({ ...signals, background: ALIKE }) },
      frozen: [],
    },
  ];
}

function rowOf(name: string, figures: FusionFigures): readonly string[] {
  const { own, across, mixedOwn, mixedAcross } = figures;
  return [name, ...[own, across, mixedOwn, mixedAcross, valueOf(figures)].map((x) => x?.toFixed(4) ?? '')];
}

/** Each set judged by constants that were fitted without it. */
function crossValidated(trials: readonly FusionTrial[]): FusionFigures {
  const fitted = new Map<string, Fusion>();
  return measureFusion(trials, ({ set }) => {
    const known =
      fitted.get(set) ??
      fitFusion(
        trials.filter((one) => one.set !== set),
        { constants: FUSION },
      );
    fitted.set(set, known);
    return known;
  });
}

/**
 * 1. ask every set in an index of its own, and the mixed ones in one index together
 * 2. fit the constants on all of it, and judge each set by constants fitted on the others
 * 3. leave out each part in turn, fit the rest again, and print what is lost
 */
export async function runFusionFit(args: readonly string[]): Promise<void> {
  const options = new Command('fit-fusion')
    .description(
      'Fits the constants of src/search/fuse.ts on folders of the form of data/eval, and prints them.',
    )
    .requiredOption('--set <folder...>', 'sets that are asked each in an index of its own')
    .option('--mixed <folder...>', 'sets of several languages that are asked in one index together', [])
    .option('--sample <n>', 'at most this many questions of a set', Number, 500)
    .parse(args, { from: 'user' })
    .opts<FitOptions>();
  const trials: FusionTrial[] = [];
  for (const set of options.set.map(readSet))
    trials.push(...(await collectTrials([set], { mixed: false, size: options.sample })));
  if (options.mixed.length > 0)
    trials.push(...(await collectTrials(options.mixed.map(readSet), { mixed: true, size: options.sample })));
  const fitted = fitFusion(trials, { constants: FUSION });
  const rows = [
    rowOf('as it is', measureFusion(trials, { constants: FUSION })),
    rowOf('fitted', measureFusion(trials, fitted)),
    rowOf('fitted on the other sets', crossValidated(trials)),
    ...partsOf(fitted.constants).map(({ name, fusion, frozen }) =>
      rowOf(`without ${name}`, measureFusion(trials, fitFusion(trials, fusion, frozen))),
    ),
  ];
  const head = ['MRR@10', 'own', 'across', 'mixed own', 'mixed across', 'value'];
  process.stdout.write(`${renderTable(head, rows)}\n\n`);
  for (const name of CONSTANT_NAMES) process.stdout.write(`${name}: ${fitted.constants[name]}\n`);
}
