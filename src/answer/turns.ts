// Questions and answers of a press conference: which turn is quoted for which. Pure.
import type { Turn } from '../domain/outline.ts';
import type { Role } from '../domain/passage.ts';
import type { Release } from '../domain/release.ts';
import { overlapsSpan, type Span } from '../domain/span.ts';

/** The turn that `span` stands in. */
export function turnAt(release: Release, span: Span): Turn | undefined {
  return release.outline.turns.find((turn) => overlapsSpan(turn.span, span));
}

/** The reporter's question that an answer replies to. */
export function questionBefore(release: Release, span: Span): Turn | undefined {
  const { turns } = release.outline;
  const at = turns.findIndex((turn) => overlapsSpan(turn.span, span));
  return at < 0 || turns[at]?.role === 'question'
    ? undefined
    : turns.slice(0, at).findLast((turn) => turn.role === 'question');
}

/** The first answer to the question in which `span` stands. */
export function answerAfter(release: Release, span: Span): Turn | undefined {
  const { turns } = release.outline;
  const at = turns.findIndex((turn) => turn.role === 'question' && overlapsSpan(turn.span, span));
  return at < 0 ? undefined : turns.slice(at + 1).find((turn) => turn.role === 'answer');
}

/** The role under which a turn is quoted. */
export function roleOf(turn: Turn): Role {
  return {
    kind: turn.role === 'question' ? 'question' : 'answer',
    ...(turn.speaker === undefined ? {} : { speaker: turn.speaker }),
  };
}
