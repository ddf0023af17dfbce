// What every slash command is: its form for Discord, and what it does once it is acknowledged.
import type {
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

export interface Command {
  readonly data: CommandData;
  /** Whether only the one who asks sees the answer. */
  readonly isPrivate: (interaction: ChatInputCommandInteraction) => boolean;
  /** A refusal in the member's language, known before any work is done. */
  readonly refuse?: (interaction: ChatInputCommandInteraction, context: CommandContext) => string | undefined;
  /** Runs after the acknowledgement; what it rejects with becomes an honest "failed". */
  readonly run: (interaction: ChatInputCommandInteraction, context: CommandContext) => Promise<Body>;
}
