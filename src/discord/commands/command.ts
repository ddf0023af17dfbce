// What every slash command is: its form for Discord, and what it does once it is acknowledged.
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData,
} from 'discord.js';
import type { App } from '../../app.ts';
import type { Body } from '../body.ts';
import type { UiLanguage } from '../messages.ts';

export interface CommandContext {
  readonly app: App;
  /** Of the member's client. */
  readonly language: UiLanguage;
  /** IANA name. */
  readonly timeZone: string;
}

/** One line that a member may choose while typing; Discord takes 100 characters of each. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Command {
  readonly data: CommandData;
  /** Whether only the one who asks sees the answer. */
  readonly isPrivate: (interaction: ChatInputCommandInteraction) => boolean;
  /** A refusal in the member's language, known before any work is done. */
  readonly refuse?: (interaction: ChatInputCommandInteraction, context: CommandContext) => string | undefined;
  /** What to offer while the member types; at most 25. */
  readonly suggest?: (
    interaction: AutocompleteInteraction,
    context: CommandContext,
  ) => Promise<readonly Choice[]>;
  /** Runs after the acknowledgement; what it rejects with becomes an honest "failed". */
  readonly run: (interaction: ChatInputCommandInteraction, context: CommandContext) => Promise<Body>;
}
