// A stretch of a release's text. Pure.

/** Half-open range `[start, end)` of UTF-16 offsets into the text of one revision of one release. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The verbatim words of `span`. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlapsSpan(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Narrows `span` so that it neither starts nor ends with white space; empty spans collapse to their start. */
export function trimSpan(text: string, span: Span): Span {
  const words = sliceSpan(text, span);
  const start = span.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, span.end - (words.length - words.trimEnd().length)) };
}
