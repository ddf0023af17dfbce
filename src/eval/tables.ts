// A run as the tables that are printed. Pure.
import type { AlternativeRow } from './alternatives/open.ts';
import { estimate } from './bootstrap.ts';
import { expectedCalibrationError, reliability } from './calibration.ts';
import { compareRuns, renderDifferences } from './compare.ts';
import { groupBy } from './group.ts';
import type { Integrity } from './measure.ts';
import { recallAt, reciprocalRank } from './metrics.ts';
import type { Row } from './score.ts';
import { byKind, byPair, calibrations, refusals, speeds } from './summary.ts';
import { formatEstimate, renderSummaries, renderTable } from './table.ts';

export interface RunFigures {
  readonly rows: readonly Row[];
  /** The same questions under another condition. */
  readonly variants?: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly alternatives: readonly AlternativeRow[];
  readonly integrity: Integrity;
}

/** Every table that has rows, each under its title. */
export function renderRun({ rows, alternatives, variants = [], integrity }: RunFigures): string {
  const pairs = byPair(rows);
  const tables = [
    renderSummaries(pairs, {
      title: 'Search: where the right passage stands (mean, 95 % interval)',
      labels: ['set', 'question>passage'],
      measures: ['R@1', 'R@5', 'R@10', 'MRR@10'],
    }),
    renderSummaries(pairs, {
      title: 'Answers to questions that have one',
      labels: ['set', 'question>passage'],
      measures: ['answered', 'first', 'any of 3', 'right'],
    }),
    renderSummaries(byKind(rows), {
      title: 'By kind of question',
      labels: ['set', 'kind'],
      measures: ['R@5', 'answered', 'first', 'right', 'list', 'item', 'speaker errors', 'refused'],
    }),
    renderSummaries(refusals(rows), {
      title: 'Questions that have no answer here',
      labels: ['set', 'why', 'language'],
      measures: ['refused'],
    }),
    renderAlternatives(rows, alternatives),
    ...variants.map(({ name, rows: changed }) =>
      renderDifferences(compareRuns(changed, rows), { title: `Changes with ${name}` }),
    ),
    renderCalibration(rows),
    renderReliability(rows),
    renderSpeed(rows),
    renderIntegrity(integrity),
  ];
  return tables.filter((table) => table !== '').join('\n');
}

function renderAlternatives(rows: readonly Row[], alternatives: readonly AlternativeRow[]): string {
  if (alternatives.length === 0) return '';
  const ours = rows.flatMap(({ set, id, pair, rank }) =>
    rank === undefined ? [] : [{ system: 'Rilis', set, id, pair, rank }],
  );
  const all = [...ours, ...alternatives];
  const systems = [...new Set(all.map(({ system }) => system))];
  const lines = [...groupBy(all, ({ set, pair }) => `${set} ${pair}`)].map(([label, group]) => {
    const bySystem = groupBy(group, ({ system }) => system);
    const cells = systems.map((system) => {
      const ranks = (bySystem.get(system) ?? []).map(({ rank }) => rank ?? undefined);
      const recall = estimate(ranks.map((rank) => recallAt(5, rank)));
      return `${formatEstimate(estimate(ranks.map(reciprocalRank)))} ${recall?.mean.toFixed(3) ?? ''}`;
    });
    return [label, String(bySystem.get('Rilis')?.length ?? 0), ...cells];
  });
  return `Against alternatives: MRR@10 with its interval, then R@5\n\n${renderTable(['set question>passage', 'n', ...systems], lines)}\n`;
}

function share(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3);
}

function renderCalibration(rows: readonly Row[]): string {
  const lines = calibrations(rows).map(({ set, error, plainError, answered, refused }) => [
    set,
    ...[error, plainError, answered, refused].map(share),
  ]);
  const head = ['set', 'error', 'without unanswerable', 'answered', 'refused'];
  return `Confidence: expected calibration error; own questions answered, foreign ones refused\n\n${renderTable(head, lines)}\n`;
}

function renderReliability(rows: readonly Row[]): string {
  const bins = reliability(rows);
  const lines = bins.map(({ n, confidence, accuracy }) => [
    String(n),
    confidence.toFixed(3),
    accuracy.toFixed(3),
    (accuracy - confidence).toFixed(3),
  ]);
  const error = share(expectedCalibrationError(bins));
  return `Reliability of all answers; expected calibration error ${error}\n\n${renderTable(['answers', 'said', 'right', 'off by'], lines)}\n`;
}

function renderSpeed(rows: readonly Row[]): string {
  const lines = speeds(rows).map(({ set, searchP50, searchP95, askP50, askP95 }) => [
    set,
    ...[searchP50, searchP95, askP50, askP95].map((ms) => (ms === undefined ? '' : ms.toFixed(1))),
  ]);
  return `Milliseconds inside Rilis\n\n${renderTable(['set', 'search p50', 'p95', 'ask p50', 'p95'], lines)}\n`;
}

function renderIntegrity({ checked, faults }: Integrity): string {
  const shown = faults.slice(0, 10).map((fault) => `  ${fault}\n`);
  return `Verbatim: ${checked} passages and quotes checked against their releases, ${faults.length} exceptions.\n${shown.join('')}`;
}
