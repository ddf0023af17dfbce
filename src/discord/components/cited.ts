// "Sources" below an answer: the releases that it rests on, and whether they were changed since.
import type { ReleaseHeader } from '../../domain/release.ts';
import type { Library } from '../../library.ts';
import { renderCited, type CitedRelease } from '../cards.ts';
import { withFitting } from '../custom-id.ts';
import { actionMessages } from '../messages/actions.ts';
import { buttonOf, shownQuotes, type AnswerButton } from './answer-button.ts';
import type { Component } from './component.ts';

const ACTION = 'cited';

/** Its arguments are the numbers of the releases' revisions. */
export const cited: Component = {
  action: ACTION,
  acknowledge: 'private',
  isReading: true,
  run: async ({ args }, { library, language }) => {
    const found = await Promise.all(args.map((number) => citedRelease(library, number)));
    return renderCited(found, language);
  },
};

/** Undefined where it was removed, or may not be seen here any more. */
async function citedRelease(library: Library, number: number): Promise<CitedRelease | undefined> {
  const pinned = await library.showNumber(number);
  if (pinned === undefined) return undefined;
  const [current, revisions] = await Promise.all([library.show(pinned.ref), library.revisions(pinned.ref)]);
  return {
    header: pinned,
    revisions: revisions.length,
    changed: current !== undefined && current.revision !== pinned.revision,
  };
}

export const citedButton: AnswerButton = ({ answer, language, sign }) => {
  const headers = shownQuotes(answer).flatMap(({ header, correction }) => [
    header,
    ...(correction === undefined ? [] : [correction.header]),
  ]);
  const numbers = [...new Set(headers.map(numberOf))].flatMap((number) => number ?? []);
  if (numbers.length === 0) return undefined;
  const id = withFitting(
    { action: ACTION },
    numbers.map((number) => [number]),
  );
  return buttonOf(id, { label: actionMessages(language).cited, emoji: '📚' }, sign);
};

function numberOf({ number }: ReleaseHeader): number | undefined {
  return number;
}
