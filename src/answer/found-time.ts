// A period as it is found in a question, before its words are joined, narrowed or opened. Pure.
import type { DateTime } from 'luxon';
import type { Language } from '../domain/release.ts';
import type { Span } from '../domain/span.ts';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface FoundTime {
  readonly start: DateTime;
  readonly end: DateTime;
  readonly unit: Unit;
  /** Whether it counts from the clock rather than from the calendar. */
  readonly relative: boolean;
  /** Whether its year was guessed, as none is written. */
  readonly yearless?: boolean;
  /** Whether both its ends are written, so that "from" before it opens nothing. */
  readonly closed?: boolean;
  /** The words that say so, in the question. */
  readonly span: Span;
}

export interface Setting {
  readonly now: DateTime;
  readonly language: Language;
}

/** The whole unit that holds `day`. */
export function wholeUnit(day: DateTime, unit: Unit): Pick<FoundTime, 'start' | 'end' | 'unit'> {
  return { start: day.startOf(unit), end: day.endOf(unit), unit };
}
