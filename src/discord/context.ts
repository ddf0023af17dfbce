// What a server's members may see and how they are served, looked up before anything else is done.
import type { Interaction } from 'discord.js';
import type { App } from '../app.ts';
import type { GuildId, Guilds, GuildSettings } from '../guilds.ts';
import { Following } from '../following.ts';
import type { Keeper } from '../keeper.ts';
import type { Library } from '../library.ts';
import type { Ballots } from './ballots.ts';
import type { CommandContext } from './commands/command.ts';
import { signId } from './custom-id.ts';
import type { History } from './history.ts';
import type { Asking } from './manners.ts';
import { UI_LANGUAGES, uiLanguage, type UiLanguage } from './messages.ts';
import { placeOf, type Place } from './place.ts';
import type { QuestionLog } from './question-log.ts';

export interface ContextParts {
  readonly app: App;
  readonly guilds: Guilds;
  readonly keeper: Keeper;
  readonly history: History;
  /** IANA name of the configured zone. */
  readonly timeZone: string;
  readonly questions: QuestionLog;
  readonly ballots: Ballots;
  /** Signs custom ids. */
  readonly idKey: Uint8Array;
}

/** What is settled for a server, or for direct messages. */
export interface Terms {
  readonly library: Library;
  readonly settings: GuildSettings;
  readonly timeZone: string;
  /** Where a member's client speaks none of the bot's languages. */
  readonly language: UiLanguage | undefined;
}

/** Rejects where the settings can't be read: then nobody knows what may be shown, and nothing is. */
export async function termsIn({ app, guilds, timeZone }: ContextParts, guildId?: GuildId): Promise<Terms> {
  const [scope, record] = await Promise.all([
    guilds.scope(guildId),
    guildId === undefined ? undefined : guilds.read(guildId),
  ]);
  const settings = record?.settings ?? {};
  return {
    library: app.within(scope),
    settings,
    timeZone: settings.timeZone ?? timeZone,
    language: UI_LANGUAGES.find((language) => language === settings.language),
  };
}

/** Rejects as `termsIn` does. */
export async function openContext(parts: ContextParts, interaction: Interaction): Promise<CommandContext> {
  const place = placeOf(interaction);
  const terms = await termsIn(parts, place.guildId);
  const { guildId } = interaction;
  return {
    ...terms,
    language: uiLanguage(interaction.locale, terms.language),
    place,
    guilds: parts.guilds,
    keeper: parts.keeper,
    following: new Following(parts.app, parts.guilds),
    questions: parts.questions,
    ballots: parts.ballots,
    history: parts.history,
    defaultTimeZone: parts.timeZone,
    sign: (id) => signId(id, { key: parts.idKey, guildId }),
  };
}

/** Whose question it is, as far as limits go. */
export function askingIn({
  settings: { memberLimit, guildLimit },
  place: { userId, guildId },
}: Pick<CommandContext, 'settings'> & { readonly place: Pick<Place, 'userId' | 'guildId'> }): Asking {
  return {
    userId,
    ...(guildId === undefined ? {} : { guildId }),
    ...(memberLimit === undefined ? {} : { memberLimit }),
    ...(guildLimit === undefined ? {} : { guildLimit }),
  };
}

/** Whether the bot answers in this channel, or in the one that its thread belongs to. */
export function answersIn(
  { channels }: GuildSettings,
  { channelId, parentId }: Pick<Place, 'channelId' | 'parentId'>,
): boolean {
  return (
    channels === undefined || [channelId, parentId].some((id) => id !== undefined && channels.includes(id))
  );
}
