// Options that several commands take, with their names in three languages.
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { z } from 'zod';
import type { Filter } from '../../domain/answer.ts';
import { MAX_CHOICE } from './choices.ts';
import type { CommandContext } from './command.ts';

/** A question longer than this is none; also what autocompletion and logs can bear. */
export const MAX_QUESTION = 500;

/** Anywhere: servers, the bot's direct messages, and wherever a member takes it along. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

export const privateOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  name_localizations: { id: 'pribadi', 'zh-CN': '仅自己可见' },
  description: 'Only you see the answer',
  description_localizations: { id: 'Hanya Anda yang melihat jawabannya', 'zh-CN': '只有您能看到回答' },
};

export const headlineOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'headline',
  name_localizations: { id: 'judul', 'zh-CN': '标题' },
  description: 'Words of its headline',
  description_localizations: { id: 'Kata-kata judulnya', 'zh-CN': '标题中的词' },
  required: true,
  autocomplete: true,
  max_length: MAX_CHOICE,
};

/** A command that takes it offers sources with `suggestSources`. */
export const sourceOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'source',
  name_localizations: { id: 'sumber', 'zh-CN': '来源' },
  description: 'Releases of this source alone',
  description_localizations: { id: 'Hanya rilis dari sumber ini', 'zh-CN': '仅限该来源的新闻稿' },
  autocomplete: true,
  max_length: MAX_CHOICE,
};

export const filterOptions: APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'from',
    name_localizations: { id: 'dari', 'zh-CN': '起始日期' },
    description: 'Releases from this day on, such as 2024-05-01',
    description_localizations: {
      id: 'Rilis sejak tanggal ini, misalnya 2024-05-01',
      'zh-CN': '此日期起的新闻稿，例如 2024-05-01',
    },
    max_length: 10,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'to',
    name_localizations: { id: 'sampai', 'zh-CN': '截止日期' },
    description: 'Releases until this day, such as 2024-05-31',
    description_localizations: {
      id: 'Rilis sampai tanggal ini, misalnya 2024-05-31',
      'zh-CN': '截至此日期的新闻稿，例如 2024-05-31',
    },
    max_length: 10,
  },
  sourceOption,
];

/** As the member wants it, else as the server does. */
export function isPrivate(
  interaction: ChatInputCommandInteraction,
  { settings }: Pick<CommandContext, 'settings'>,
): boolean {
  return interaction.options.getBoolean('private') ?? settings.privateAnswers ?? false;
}

const day = z.iso.date();

/** The first option that should be a day and is none. */
export function badDay(interaction: ChatInputCommandInteraction): string | undefined {
  return (
    ['from', 'to']
      .map((name) => interaction.options.getString(name))
      .find((value) => value !== null && !day.safeParse(value).success) ?? undefined
  );
}

export function filterOf(interaction: ChatInputCommandInteraction): Filter {
  const [from, to, source] = ['from', 'to', 'source'].map((name) => interaction.options.getString(name));
  return {
    ...(from == null ? {} : { from }),
    ...(to == null ? {} : { to }),
    ...(source == null ? {} : { source }),
  };
}
