// Rows of a run, averaged by set, language pair and kind. Pure.
import { estimate, type Estimate } from './bootstrap.ts';
import { expectedCalibrationError, reliability } from './calibration.ts';
import { groupBy } from './group.ts';
import { quantile, recallAt, reciprocalRank } from './metrics.ts';
import type { Row } from './score.ts';

/** What each measure is worth for one row; undefined where it does not apply. */
export const MEASURES = {
  'R@1': (row) => ranked(row, (rank) => recallAt(1, rank)),
  'R@5': (row) => ranked(row, (rank) => recallAt(5, rank)),
  'R@10': (row) => ranked(row, (rank) => recallAt(10, rank)),
  'MRR@10': (row) => ranked(row, reciprocalRank),
  answered: (row) => (row.origin === 'own' ? Number(row.answered) : undefined),
  first: (row) => asNumber(row.first),
  'any of 3': (row) => asNumber(row.three),
  right: (row) => asNumber(row.right),
  list: (row) => (row.list === undefined ? undefined : Number(row.list === 'complete')),
  item: (row) => asNumber(row.item),
  refused: (row) => (row.origin === 'own' ? undefined : Number(!row.answered)),
  'speaker errors': (row) => asNumber(row.speakerError),
} as const satisfies Record<string, (row: Row) => number | undefined>;

export type Measure = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

function ranked({ rank }: Row, worth: (rank: number | undefined) => number): number | undefined {
  return rank === undefined ? undefined : worth(rank ?? undefined);
}

function asNumber(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

export interface Summary {
  readonly label: readonly string[];
  readonly n: number;
  readonly measures: Partial<Readonly<Record<Measure, Estimate>>>;
}

export function summarize(label: readonly string[], rows: readonly Row[]): Summary {
  const measures: Partial<Record<Measure, Estimate>> = {};
  for (const name of MEASURE_NAMES) {
    const found = estimate(rows.map(MEASURES[name]).filter((value) => value !== undefined));
    if (found !== undefined) measures[name] = found;
  }
  return { label, n: rows.length, measures };
}

function summarizeBy(rows: readonly Row[], labelOf: (row: Row) => readonly string[]): readonly Summary[] {
  return [...groupBy(rows, (row) => JSON.stringify(labelOf(row)))].map(([key, group]) =>
    summarize(JSON.parse(key) as string[], group),
  );
}

/** Own questions that have an answer, by set and language pair. */
export function byPair(rows: readonly Row[]): readonly Summary[] {
  return summarizeBy(
    rows.filter(({ origin }) => origin === 'own'),
    ({ set, pair }) => [set, pair],
  );
}

export function byKind(rows: readonly Row[]): readonly Summary[] {
  return summarizeBy(rows, ({ set, kind }) => [set, kind]);
}

/** Questions that must be refused, by set and by why. */
export function refusals(rows: readonly Row[]): readonly Summary[] {
  return summarizeBy(
    rows.filter(({ origin }) => origin !== 'own'),
    ({ set, origin, pair }) => [set, origin, pair],
  );
}

export interface Calibration {
  readonly set: string;
  readonly error: number;
  /** The same without questions whose passage looks as if it answered. */
  readonly plainError: number;
  readonly answered: number;
  readonly refused: number | undefined;
}

/** Calibration error, and both sides of the threshold as it stands, by set. */
export function calibrations(rows: readonly Row[]): readonly Calibration[] {
  return [...groupBy(rows, ({ set }) => set)].map(([set, group]) => {
    const { measures } = summarize([set], group);
    const foreign = summarize(
      [set],
      group.filter(({ origin }) => origin === 'foreign'),
    ).measures;
    return {
      set,
      error: expectedCalibrationError(reliability(group)),
      plainError: expectedCalibrationError(
        reliability(group.filter(({ origin }) => origin !== 'unanswerable')),
      ),
      answered: measures.answered?.mean ?? 0,
      refused: foreign.refused?.mean,
    };
  });
}

export interface Speed {
  readonly set: string;
  readonly searchP50: number | undefined;
  readonly searchP95: number | undefined;
  readonly askP50: number | undefined;
  readonly askP95: number | undefined;
}

/** Milliseconds inside Rilis, by set. */
export function speeds(rows: readonly Row[]): readonly Speed[] {
  return [...groupBy(rows, ({ set }) => set)].map(([set, group]) => {
    const search = group.map(({ ms }) => ms.search).filter((ms) => ms !== undefined);
    const ask = group.map(({ ms }) => ms.ask);
    return {
      set,
      searchP50: quantile(search, 0.5),
      searchP95: quantile(search, 0.95),
      askP50: quantile(ask, 0.5),
      askP95: quantile(ask, 0.95),
    };
  });
}
