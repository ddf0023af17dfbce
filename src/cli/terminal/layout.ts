// Wraps and indents text for a terminal, counting wide characters as two columns. Pure.
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Lines of at most `width` columns; words longer than a line are cut, as Chinese sentences must be. */
export function wrap(text: string, width: number): readonly string[] {
  if (!Number.isFinite(width)) return text.split('\n');
  return wrapAnsi(text, width, { hard: true, trim: true }).split('\n');
}

export interface Margin {
  /** Before the first line. */
  readonly first: string;
  /** Before the others; as wide as `first`. */
  readonly rest: string;
}

/** The text wrapped to `width` columns, margin included. */
export function withMargin(text: string, margin: Margin, width: number): string {
  const room = width - stringWidth(margin.first);
  return wrap(text, room)
    .map((line, i) => `${i === 0 ? margin.first : margin.rest}${line}`.trimEnd())
    .join('\n');
}

/** `text` filled with spaces to `width` columns. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
