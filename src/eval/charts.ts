// Charts as inline SVG: numbers in, markup out. Pure.

const WIDTH = 420;
const HEIGHT = 300;
const MARGIN = { left: 48, right: 16, top: 16, bottom: 44 };
const BAR_HEIGHT = 18;
const LABEL_WIDTH = 210;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Area of the dot in relation to the others; default 1. */
  readonly weight?: number;
  readonly title?: string;
}

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
  readonly kind: 'line' | 'dots';
}

export interface PlotOptions {
  readonly x: string;
  readonly y: string;
  /** Whether the line of perfect calibration is drawn. */
  readonly diagonal?: boolean;
}

const across = (x: number): number => MARGIN.left + x * (WIDTH - MARGIN.left - MARGIN.right);
const down = (y: number): number => HEIGHT - MARGIN.bottom - y * (HEIGHT - MARGIN.top - MARGIN.bottom);
const place = (value: number): string => value.toFixed(1);

function axes({ x, y, diagonal }: PlotOptions): string {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const lines = ticks.map(
    (tick) =>
      `<path class="grid" d="M${place(across(tick))} ${place(down(0))}V${place(down(1))}M${place(across(0))} ${place(down(tick))}H${place(across(1))}"/>` +
      `<text x="${place(across(tick))}" y="${place(down(0) + 16)}" text-anchor="middle">${tick}</text>` +
      `<text x="${place(across(0) - 6)}" y="${place(down(tick) + 4)}" text-anchor="end">${tick}</text>`,
  );
  const ideal =
    diagonal === true
      ? `<path class="ideal" d="M${place(across(0))} ${place(down(0))}L${place(across(1))} ${place(down(1))}"/>`
      : '';
  const names =
    `<text x="${place(across(0.5))}" y="${HEIGHT - 8}" text-anchor="middle">${escapeHtml(x)}</text>` +
    `<text transform="translate(12 ${place(down(0.5))}) rotate(-90)" text-anchor="middle">${escapeHtml(y)}</text>`;
  return lines.join('') + ideal + names;
}

function drawSeries({ points, kind, name }: Series, place_: number): string {
  const colour = `c${place_ % 6}`;
  const title = `<title>${escapeHtml(name)}</title>`;
  if (kind === 'line') {
    const path = points
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${place(across(x))} ${place(down(y))}`)
      .join('');
    return `<path class="line ${colour}" d="${path}">${title}</path>`;
  }
  const most = Math.max(...points.map(({ weight = 1 }) => weight));
  return points
    .map(({ x, y, weight = 1, title: told }) => {
      const radius = 3 + 7 * Math.sqrt(weight / (most || 1));
      const said = told === undefined ? title : `<title>${escapeHtml(told)}</title>`;
      return `<circle class="${colour}" cx="${place(across(x))}" cy="${place(down(y))}" r="${place(radius)}">${said}</circle>`;
    })
    .join('');
}

/** A plot of values in [0, 1] on both axes. */
export function plot(series: readonly Series[], options: PlotOptions): string {
  const legend = series.length > 1 ? `<p class="legend">${series.map(legendEntry).join(' ')}</p>` : '';
  const drawn = series.map(drawSeries).join('');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">${axes(options)}${drawn}</svg>${legend}`;
}

function legendEntry({ name }: Series, place_: number): string {
  return `<span class="key c${place_ % 6}">■</span> ${escapeHtml(name)}`;
}

export interface Bar {
  readonly label: string;
  /** In [0, 1]. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Horizontal bars with their intervals. */
export function bars(rows: readonly Bar[]): string {
  const width = WIDTH + LABEL_WIDTH;
  const scale = (value: number): string => place(LABEL_WIDTH + value * (width - LABEL_WIDTH - 60));
  const drawn = rows.map(({ label, value, low, high }, i) => {
    const y = i * BAR_HEIGHT;
    const middle = y + BAR_HEIGHT / 2;
    return (
      `<text x="${LABEL_WIDTH - 8}" y="${middle + 4}" text-anchor="end">${escapeHtml(label)}</text>` +
      `<path class="bar c0" d="M${LABEL_WIDTH} ${y + 3}H${scale(value)}V${y + BAR_HEIGHT - 3}H${LABEL_WIDTH}Z"/>` +
      `<path class="interval" d="M${scale(low)} ${middle}H${scale(high)}"/>` +
      `<text x="${width - 4}" y="${middle + 4}" text-anchor="end">${value.toFixed(3)}</text>`
    );
  });
  return `<svg viewBox="0 0 ${width} ${rows.length * BAR_HEIGHT + 4}" role="img">${drawn.join('')}</svg>`;
}
