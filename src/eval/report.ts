// A run as one HTML page that needs nothing else. Pure.
import { expectedCalibrationError, reliability, tradeoffs } from './calibration.ts';
import { bars, escapeHtml, plot, type Bar } from './charts.ts';
import { groupBy } from './group.ts';
import type { Row } from './score.ts';
import { byKind, byPair, type Measure, type Summary } from './summary.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #6b7280; --rule: #d9dce3; --paper: #fff;
  --c0: #2f6f8f; --c1: #c2571a; --c2: #4f8a3c; --c3: #8d4aa6; --c4: #b28a00; --c5: #a03a55; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ee; --soft: #9aa3b2; --rule: #333a47; --paper: #14181f;
  --c0: #6fb4d6; --c1: #f0955a; --c2: #8fcb7a; --c3: #c795dd; --c4: #e0bf45; --c5: #e07c97; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 2rem; }
figure { margin: 0; } figcaption, .legend { color: var(--soft); font-size: .85rem; }
svg { width: 100%; height: auto; font-size: 11px; } svg text { fill: var(--soft); }
.grid { stroke: var(--rule); fill: none; } .ideal { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; }
.line { fill: none; stroke-width: 2; } circle { fill-opacity: .75; } .interval { stroke: var(--ink); stroke-width: 1.5; }
${[0, 1, 2, 3, 4, 5].map((n) => `.line.c${n} { stroke: var(--c${n}); } circle.c${n}, .bar.c${n} { fill: var(--c${n}); } .key.c${n} { color: var(--c${n}); }`).join('\n')}
pre { overflow-x: auto; font-size: 12.5px; line-height: 1.4; }`;

export interface ReportOptions {
  readonly title: string;
  /** The tables that were printed. */
  readonly text: string;
}

function figure(caption: string, chart: string): string {
  return `<figure>${chart}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

function barsOf(summaries: readonly Summary[], measure: Measure): readonly Bar[] {
  return summaries.flatMap(({ label, measures }) => {
    const value = measures[measure];
    return value === undefined
      ? []
      : [{ label: label.join(' '), value: value.mean, low: value.low, high: value.high }];
  });
}

function reliabilityFigure(rows: readonly Row[]): string {
  const bins = reliability(rows);
  const points = bins.map(({ confidence, accuracy, n }) => ({
    x: confidence,
    y: accuracy,
    weight: n,
    title: `${n} answers: said ${confidence.toFixed(2)}, right ${accuracy.toFixed(2)}`,
  }));
  const error = expectedCalibrationError(bins).toFixed(3);
  return figure(
    `Reliability over ${rows.length} questions; expected calibration error ${error}.`,
    plot([{ name: 'answers', points, kind: 'dots' }], {
      x: 'confidence',
      y: 'share that is right',
      diagonal: true,
    }),
  );
}

function refusalFigure(rows: readonly Row[]): string {
  const series = [...groupBy(rows, ({ set }) => set)].flatMap(([name, group]) => {
    const of = (origin: Row['origin']): readonly number[] =>
      group.filter((row) => row.origin === origin).map(({ confidence }) => confidence);
    const foreign = of('foreign');
    if (foreign.length === 0) return [];
    const points = tradeoffs(of('own'), foreign).map(({ answered, refused }) => ({
      x: answered,
      y: refused,
    }));
    return [{ name, points, kind: 'line' as const }];
  });
  if (series.length === 0) return '';
  return figure(
    'What a threshold on the confidence would answer and refuse.',
    plot(series, { x: 'own questions answered', y: 'foreign questions refused' }),
  );
}

/** The page; self-contained, light and dark. */
export function renderReport(rows: readonly Row[], { title, text }: ReportOptions): string {
  const pairs = byPair(rows);
  const kinds = byKind(rows.filter(({ origin }) => origin === 'own'));
  const charts = [
    reliabilityFigure(rows),
    refusalFigure(rows),
    figure('Recall@5 by set and language pair, with 95 % intervals.', bars(barsOf(pairs, 'R@5'))),
    figure('Recall@5 by kind of question.', bars(barsOf(kinds, 'R@5'))),
    figure('First quote holds the answer, by kind of question.', bars(barsOf(kinds, 'first'))),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(title)}</h1><div class="charts">${charts.join('\n')}</div>
<h2>Figures</h2><pre>${escapeHtml(text)}</pre></body></html>
`;
}
