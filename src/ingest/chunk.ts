// Cuts a release into passages: paragraph-shaped, and as long as a model reads well. Pure.
import type { Outline } from '../domain/outline.ts';
import type { Passage, Role } from '../domain/passage.ts';
import type { Release } from '../domain/release.ts';
import { trimSpan, type Span } from '../domain/span.ts';
import { areasOf, type Area } from './areas.ts';
import { cut, joinLines, pack } from './cut.ts';

/** Letters of a passage at most: some 200 tokens, which the bundled model reads whole with headline and heading. */
const LIMIT = 900;
/** Letters up to which very short neighbours are joined: alone they say too little to be found by. */
const JOINED = 250;

/** A stretch within one paragraph and one area. */
interface Segment {
  readonly span: Span;
  readonly area: Area | undefined;
  readonly isHeading: boolean;
}

/** Segments that passages are made of together. */
interface Run {
  readonly area: Area | undefined;
  readonly spans: Span[];
  /** The heading right above, which the first passage of the run takes along. */
  readonly above?: Span;
  readonly isHeading: boolean;
}

/**
 * Passages in order: in bounds, disjoint, never empty; together they hold all that is no white space.
 *
 * 1. cut paragraphs where points and turns begin and end
 * 2. gather what belongs to one point, one turn, or stands between two headings
 * 3. join what is very short, cut what is too long
 * 4. give each passage its role and the heading it stands under
 */
export function chunk(release: Release): Passage[] {
  const { text, outline } = release;
  const areas = areasOf(text, outline, { limit: LIMIT });
  const runs = runsOf(segmentsOf(text, outline, areas));
  const headings = new HeadingCursor(outline, areas);
  const passages: Passage[] = [];
  let led = false;
  for (const run of runs) {
    for (const span of spansOf(text, run)) {
      const role = roleOf(run, led);
      led ||= !run.isHeading;
      const heading = run.area?.heading ?? headings.above(span);
      passages.push({
        ref: release.ref,
        ordinal: passages.length,
        span,
        role,
        ...(heading === undefined ? {} : { heading }),
      });
    }
  }
  return passages;
}

function segmentsOf(text: string, { paragraphs, headings }: Outline, areas: readonly Area[]): Segment[] {
  const headingStarts = new Set(headings.map(({ span }) => span.start));
  const edges = [...new Set(areas.flatMap(({ span }) => [span.start, span.end]))].sort(
    (one, other) => one - other,
  );
  const segments: Segment[] = [];
  let edge = 0;
  const open = new AreaCursor(areas);
  for (const { start, end } of paragraphs) {
    let from = start;
    while ((edges[edge] ?? Infinity) <= start) edge++;
    for (; from < end;) {
      const to = Math.min(edges[edge] ?? Infinity, end);
      if (to < end) edge++;
      const span = trimSpan(text, { start: from, end: to });
      const area = open.at(span.start);
      const isHeading = area === undefined && headingStarts.has(start) && to === end;
      if (span.end > span.start) segments.push({ span, area, isHeading });
      from = to;
    }
  }
  return segments;
}

/** The innermost area at offsets that only grow. */
class AreaCursor {
  readonly #areas: readonly Area[];
  #next = 0;
  #open: Area[] = [];

  constructor(areas: readonly Area[]) {
    this.#areas = areas;
  }

  at(offset: number): Area | undefined {
    for (let area = this.#areas[this.#next]; area !== undefined && area.span.start <= offset;) {
      this.#open.push(area);
      area = this.#areas[++this.#next];
    }
    this.#open = this.#open.filter(({ span }) => span.end > offset);
    return this.#open.at(-1);
  }
}

function runsOf(segments: readonly Segment[]): Run[] {
  const runs: Run[] = [];
  for (const { span, area, isHeading } of segments) {
    const last = runs.at(-1);
    if (last?.isHeading === true && !isHeading && area === undefined) {
      runs[runs.length - 1] = { area, spans: [span], above: whole(last), isHeading: false };
    } else if (last !== undefined && last.area === area && last.isHeading === isHeading) {
      last.spans.push(span);
    } else {
      runs.push({ area, spans: [span], isHeading });
    }
  }
  return runs;
}

function whole({ spans }: Run): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

function spansOf(text: string, { area, spans, above }: Run): Span[] {
  const [first, ...others] = spans;
  const led =
    above === undefined || first === undefined ? spans : [{ start: above.start, end: first.end }, ...others];
  if (area?.filled === true) return pack(text, cutAll(text, led), { limit: LIMIT });
  return pack(text, cutAll(text, joinLines(text, led)), { limit: JOINED });
}

function cutAll(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => cut(text, span, LIMIT));
}

function roleOf({ area, isHeading }: Run, led: boolean): Role {
  if (area !== undefined && area.role.kind !== 'paragraph') return area.role;
  if (isHeading) return { kind: 'heading' };
  return { kind: led ? 'paragraph' : 'lead' };
}

/** The heading above spans that come in order; none for a passage that begins with it. */
class HeadingCursor {
  readonly #headings: Outline['headings'];
  #next = 0;

  /** A heading that opens a point is left to that point. */
  constructor({ headings }: Outline, areas: readonly Area[]) {
    const points = new AreaCursor(areas);
    this.#headings = headings.filter(({ span }) => points.at(span.start) === undefined);
  }

  above({ start }: Span): Span | undefined {
    while ((this.#headings[this.#next]?.span.start ?? Infinity) <= start) this.#next++;
    const last = this.#headings[this.#next - 1]?.span;
    return last === undefined || last.end > start ? undefined : last;
  }
}
