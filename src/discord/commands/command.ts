// What every slash command is: its form for Discord, and what it does once it is acknowledged.
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData,
} from 'discord.js';
import type { Library } from '../../library.ts';
import type { Guilds, GuildSettings } from '../../guilds.ts';
import type { Following } from '../../following.ts';
import type { Keeper } from '../../keeper.ts';
import type { Ballots } from '../ballots.ts';
import type { Body } from '../body.ts';
import type { CustomId } from '../custom-id.ts';
import type { History } from '../history.ts';
import type { UiLanguage } from '../messages.ts';
import type { ModalData } from '../modals/modal.ts';
import type { Place } from '../place.ts';
import type { QuestionLog } from '../question-log.ts';

/** Signs the custom ids of a message that is on its way. */
export type Signer = (id: CustomId) => string;

export interface CommandContext {
  /** What may be read here: in a server what it was given, elsewhere what is public. */
  readonly library: Library;
  /** Of the member's client; the server's where the bot does not speak that. */
  readonly language: UiLanguage;
  /** IANA name; the server's own where it set one. */
  readonly timeZone: string;
  /** The server's; empty elsewhere. */
  readonly settings: GuildSettings;
  readonly place: Place;
  /** What a server's managers may change; who they are is checked by whoever uses it. */
  readonly guilds: Guilds;
  readonly keeper: Keeper;
  readonly following: Following;
  /** Keeps the words of questions, where that is wished. */
  readonly questions: Pick<QuestionLog, 'note'>;
  readonly history: History;
  /** Who has said already whether an answer was useful. */
  readonly ballots: Ballots;
  /** Where a server sets no zone of its own. */
  readonly defaultTimeZone: string;
  /** For buttons and forms; what it signs is worth something in this server alone. */
  readonly sign: Signer;
}

/** One line that a member may choose while typing; Discord takes 100 characters of each. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Command {
  readonly data: CommandData;
  /** Whether only the one who asks sees the answer. */
  readonly isPrivate: (interaction: ChatInputCommandInteraction, context: CommandContext) => boolean;
  /** Whether it works in channels, too, in which the server does not want answers; default false. */
  readonly isEverywhere?: boolean;
  /** A refusal in the member's language, known before any work is done. */
  readonly refuse?: (interaction: ChatInputCommandInteraction, context: CommandContext) => string | undefined;
  /** A form to open in place of an answer. */
  readonly form?: (
    interaction: ChatInputCommandInteraction,
    context: CommandContext,
  ) => ModalData | undefined;
  /** What to offer while the member types; at most 25. */
  readonly suggest?: (
    interaction: AutocompleteInteraction,
    context: CommandContext,
  ) => Promise<readonly Choice[]>;
  /** Runs after the acknowledgement; what it rejects with becomes an honest "failed". */
  readonly run: (interaction: ChatInputCommandInteraction, context: CommandContext) => Promise<Body>;
}
