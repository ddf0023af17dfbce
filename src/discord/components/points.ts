// "All points" below an answer that shows some of a list: the whole of it, in order, page by page.
import type { Quote } from '../../domain/answer.ts';
import type { Release } from '../../domain/release.ts';
import { noticeBody } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import { actionMessages } from '../messages/actions.ts';
import { renderPoints } from '../window-card.ts';
import { buttonOf, shownQuotes, type AnswerButton } from './answer-button.ts';
import type { Component } from './component.ts';
import { pagerRows } from './pager.ts';

const ACTION = 'points';
const PAGE_ACTION = 'pointspage';
/** UTF-16 units of points that an answer shows for certain; of longer ones some may be cut or left out. */
const SHOWN_WHOLE = 2_000;
const MAX_LISTS = 3;

/** Its arguments: number of the revision, which of its lists, which page, all but the first from 0. */
export const points: Component = {
  action: ACTION,
  acknowledge: 'private',
  isReading: true,
  run: async ({ args: [number = 0, index = 0, wanted = 0] }, context) => {
    const { library, language } = context;
    const release = await library.showNumber(number);
    const list = release?.outline.lists[index];
    if (release === undefined || list === undefined) return noticeBody(actionMessages(language).gone);
    const { body, page, pages } = renderPoints(release, { list, page: wanted, language });
    const idOf = (to: number) => ({ action: PAGE_ACTION, args: [number, index, to] });
    const neighbours = {
      previous: page > 0 ? idOf(page - 1) : undefined,
      next: page < pages - 1 ? idOf(page + 1) : undefined,
    };
    return { ...body, components: [...body.components, ...pagerRows(neighbours, context)] };
  },
};

export const pointsPage: Component = { ...points, action: PAGE_ACTION, acknowledge: 'update' };

export const pointsButton: AnswerButton = ({ answer, language, sign }) => {
  const quotes = shownQuotes(answer);
  const item = quotes.find(({ role, header }) => role.kind === 'item' && header.number !== undefined);
  if (item?.role.kind !== 'item' || item.header.number === undefined || showsAll(item, quotes))
    return undefined;
  const id = { action: ACTION, args: [item.header.number, item.role.list, 0] };
  return buttonOf(id, { label: actionMessages(language).points(item.role.of), emoji: '📋' }, sign);
};

/** For each list of a release, as many as stand in a row beside two others. */
export function listButtons(
  { number, outline }: Release,
  { language, sign }: Pick<CommandContext, 'language' | 'sign'>,
): readonly ReturnType<AnswerButton>[] {
  if (number === undefined) return [];
  return outline.lists.slice(0, MAX_LISTS).map((list, index) => {
    const id = { action: ACTION, args: [number, index, 0] };
    return buttonOf(id, { label: actionMessages(language).points(list.points.length), emoji: '📋' }, sign);
  });
}

function showsAll({ header, role }: Quote, quotes: readonly Quote[]): boolean {
  if (role.kind !== 'item') return true;
  const shown = quotes.filter(
    (one) => one.header.ref === header.ref && one.role.kind === 'item' && one.role.list === role.list,
  );
  const length = shown.reduce((sum, { text }) => sum + text.length, 0);
  return shown.length >= role.of && length <= SHOWN_WHOLE;
}
