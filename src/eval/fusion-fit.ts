// Which constants of the fusion rank best, by coordinate search over questions whose candidates are known. Pure.
import { FUSION, fuse, type FusionConstants, type Signals } from '../search/fuse.ts';
import type { FusionTrial } from './fusion-trials.ts';
import { groupBy } from './group.ts';
import { reciprocalRank } from './metrics.ts';
import { isAcross } from './trials.ts';

/** Mean MRR@10 over pairs of languages and sets; absent where no trial is of the kind. */
export interface FusionFigures {
  /** In an index of one language. */
  readonly own?: number;
  readonly across?: number;
  /** In an index of all languages. */
  readonly mixedOwn?: number;
  readonly mixedAcross?: number;
}

/** A way to rank: constants, and what of the signals they see. */
export interface Fusion {
  readonly constants: FusionConstants;
  readonly see?: (signals: Signals) => Signals;
}

export type ConstantName = keyof FusionConstants;

export const CONSTANT_NAMES = Object.keys(FUSION) as readonly ConstantName[];
const FACTORS = [0.5, 0.7, 0.85, 1.2, 1.4, 2] as const;
const ROUNDS = 3;
/** Releases are mostly asked for in their own language, so that this is kept before anything is won across. */
const LEAST_MIXED_OWN = 0.95;
const SHORTFALL = 10;

const KINDS = ['own', 'across', 'mixedOwn', 'mixedAcross'] as const;

function kindOf({ pair, mixed }: FusionTrial): (typeof KINDS)[number] {
  if (mixed) return isAcross(pair) ? 'mixedAcross' : 'mixedOwn';
  return isAcross(pair) ? 'across' : 'own';
}

/** The place of the first right release, each judged by its best passage. */
function placeOf({ candidates }: FusionTrial, { constants, see }: Fusion): number | undefined {
  const best = new Map<string, number>();
  let right = -Infinity;
  for (const candidate of candidates) {
    const score = fuse(see === undefined ? candidate.signals : see(candidate.signals), constants);
    best.set(candidate.ref, Math.max(score, best.get(candidate.ref) ?? -Infinity));
    if (candidate.right) right = Math.max(right, score);
  }
  if (right === -Infinity) return undefined;
  return 1 + [...best.values()].filter((score) => score > right).length;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function measureFusion(
  trials: readonly FusionTrial[],
  fusion: Fusion | ((trial: FusionTrial) => Fusion),
): FusionFigures {
  const fusionOf = typeof fusion === 'function' ? fusion : (): Fusion => fusion;
  const byKind = groupBy(trials, kindOf);
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const groups = [...groupBy(byKind.get(kind) ?? [], ({ set, pair }) => `${set} ${pair}`).values()];
      if (groups.length === 0) return [];
      const means = groups.map((group) =>
        meanOf(group.map((one) => reciprocalRank(placeOf(one, fusionOf(one))))),
      );
      return [[kind, meanOf(means)]];
    }),
  );
}

/** The mean of the figures, less what is missing of the floor. */
export function valueOf(figures: FusionFigures): number {
  const shortfall = Math.max(0, LEAST_MIXED_OWN - (figures.mixedOwn ?? 1));
  return meanOf(Object.values(figures)) - SHORTFALL * shortfall;
}

/** Tries each constant that is not `frozen` at multiples of its value, until none is better. */
export function fitFusion(
  trials: readonly FusionTrial[],
  start: Fusion,
  frozen: readonly ConstantName[] = [],
): Fusion {
  let best = start;
  let value = valueOf(measureFusion(trials, best));
  for (let round = 0; round < ROUNDS; round++) {
    const before = value;
    for (const name of CONSTANT_NAMES.filter((one) => !frozen.includes(one))) {
      for (const constants of multiplesOf(best.constants, name)) {
        const tried = { ...best, constants };
        const worth = valueOf(measureFusion(trials, tried));
        if (worth > value) [best, value] = [tried, worth];
      }
    }
    if (value === before) break;
  }
  return best;
}

function multiplesOf(constants: FusionConstants, name: ConstantName): readonly FusionConstants[] {
  return FACTORS.map((factor) => ({
    ...constants,
    [name]: Number((constants[name] * factor).toPrecision(2)),
  }));
}
