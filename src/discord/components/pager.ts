// "Previous" and "Next" below what has more pages than one. Pure.
import { ComponentType, type APIActionRowComponent, type APIButtonComponentWithCustomId } from 'discord.js';
import type { CommandContext } from '../commands/command.ts';
import type { CustomId } from '../custom-id.ts';
import { actionMessages } from '../messages/actions.ts';
import { buttonOf } from './answer-button.ts';

/** Ids of the pages beside this one; undefined where there is none. */
export interface Neighbours {
  readonly previous: CustomId | undefined;
  readonly next: CustomId | undefined;
}

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** One row, or none where there is one page. */
export function pagerRows(
  { previous, next }: Neighbours,
  { language, sign }: Pick<CommandContext, 'language' | 'sign'>,
): ButtonRow[] {
  const messages = actionMessages(language);
  return rowsOf([
    previous === undefined ? undefined : buttonOf(previous, { label: messages.previous, emoji: '◀️' }, sign),
    next === undefined ? undefined : buttonOf(next, { label: messages.next, emoji: '▶️' }, sign),
  ]);
}

/** A row of the buttons that there are, at most five; none where there are none. */
export function rowsOf(buttons: readonly (APIButtonComponentWithCustomId | undefined)[]): ButtonRow[] {
  const components = buttons.filter((button) => button !== undefined);
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}
