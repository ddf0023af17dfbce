// What changed between two runs, question by question. Pure.
import { estimate, type Estimate } from './bootstrap.ts';
import { groupBy } from './group.ts';
import type { Row } from './score.ts';
import { MEASURE_NAMES, MEASURES, type Measure } from './summary.ts';
import { renderTable } from './table.ts';

export interface Difference {
  readonly label: string;
  readonly measure: Measure;
  /** Of new minus old, over the questions of both runs. */
  readonly change: Estimate;
}

function keyOf({ set, id, pair, origin }: Row): string {
  return JSON.stringify([set, id, pair, origin]);
}

/** Differences by set and language pair, with the interval of a paired bootstrap; none where nothing changed. */
export function compareRuns(rows: readonly Row[], old: readonly Row[]): readonly Difference[] {
  const before = new Map(old.map((row) => [keyOf(row), row]));
  const pairs = rows.flatMap((row) => {
    const earlier = before.get(keyOf(row));
    return earlier === undefined ? [] : [{ row, earlier }];
  });
  const groups = groupBy(pairs, ({ row }) => `${row.set} ${row.origin} ${row.pair}`);
  return [...groups].flatMap(([label, group]) =>
    MEASURE_NAMES.flatMap((measure) => {
      const changes = group.flatMap(({ row, earlier }) => {
        const now = MEASURES[measure](row);
        const then = MEASURES[measure](earlier);
        return now === undefined || then === undefined ? [] : [now - then];
      });
      const change = changes.some((value) => value !== 0) ? estimate(changes) : undefined;
      return change === undefined ? [] : [{ label, measure, change }];
    }),
  );
}

export function renderDifferences(
  differences: readonly Difference[],
  { title }: { readonly title: string },
): string {
  if (differences.length === 0) return `${title}: nothing changed.\n`;
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(3)}`;
  const rows = differences.map(({ label, measure, change }) => [
    label,
    measure,
    String(change.n),
    signed(change.mean),
    `[${signed(change.low)}, ${signed(change.high)}]`,
    // An interval without zero is no accident of which questions were asked.
    change.low > 0 ? 'better' : change.high < 0 ? 'worse' : '',
  ]);
  return `${title}\n\n${renderTable(['set', 'measure', 'n', 'change', '95 %', ''], rows)}\n`;
}
