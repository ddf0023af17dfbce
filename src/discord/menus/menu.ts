// What every command in the menu of a message is: its form for Discord, and what it does with the message.
import type {
  MessageContextMenuCommandInteraction,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import type { UiLanguage } from '../messages.ts';

export interface Menu {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** For the help: Discord takes no description of a menu. */
  readonly does: Readonly<Record<UiLanguage, string>>;
  /** A refusal in the member's language, known before any work is done. */
  readonly refuse: (
    interaction: MessageContextMenuCommandInteraction,
    context: CommandContext,
  ) => string | undefined;
  /** Runs after an acknowledgement that only the caller sees. */
  readonly run: (interaction: MessageContextMenuCommandInteraction, context: CommandContext) => Promise<Body>;
}
