// Tables of figures as aligned text. Pure.
import stringWidth from 'string-width';
import type { Estimate } from './bootstrap.ts';
import type { Measure, Summary } from './summary.ts';

/** The first column to the left, figures to the right. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => stringWidth(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** `0.812 [0.79, 0.83]`. */
export function formatEstimate(value: Estimate | undefined): string {
  if (value === undefined) return '';
  return `${value.mean.toFixed(3)} [${value.low.toFixed(2)}, ${value.high.toFixed(2)}]`;
}

export interface SummaryTable {
  readonly title: string;
  readonly labels: readonly string[];
  readonly measures: readonly Measure[];
}

/** A table of summaries; columns that apply to none of them are left out, and so is a table without rows. */
export function renderSummaries(
  summaries: readonly Summary[],
  { title, labels, measures }: SummaryTable,
): string {
  const used = measures.filter((name) => summaries.some((summary) => summary.measures[name] !== undefined));
  const rows = summaries.map(({ label, n, measures: values }) => [
    label.join(' '),
    String(n),
    ...used.map((name) => formatEstimate(values[name])),
  ]);
  if (rows.length === 0) return '';
  return `${title}\n\n${renderTable([labels.join(' '), 'n', ...used], rows)}\n`;
}
