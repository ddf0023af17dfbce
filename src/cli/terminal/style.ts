// Colours and width of what a person reads. Pure.
import picocolors from 'picocolors';

/** Wider lines are hard to read. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 30;

export interface Style {
  /** Columns to wrap at; infinite where nobody looks, so that quotes stay whole for other programs. */
  readonly width: number;
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
}

export interface StyleOptions {
  readonly colours: boolean;
  /** Undefined where the output is not a terminal. */
  readonly columns?: number | undefined;
}

export function createStyle({ colours, columns }: StyleOptions): Style {
  const paint = picocolors.createColors(colours);
  return {
    width: columns === undefined ? Infinity : Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns)),
    bold: paint.bold,
    dim: paint.dim,
    accent: paint.cyan,
    warn: paint.yellow,
  };
}
