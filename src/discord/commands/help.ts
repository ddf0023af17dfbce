// `/help`: what the bot does, in the member's language.
import { ApplicationCommandType, type Locale } from 'discord.js';
import { renderHelp } from '../cards.ts';
import { MENUS } from '../menus/all.ts';
import type { UiLanguage } from '../messages.ts';
import type { Command } from './command.ts';
import { EVERYWHERE } from './options.ts';

const LOCALES: Readonly<Record<UiLanguage, `${Locale}`>> = { id: 'id', en: 'en-US', zh: 'zh-CN' };

/** The help for these commands and itself. */
export function createHelp(commands: readonly Command[]): Command {
  const help: Command = {
    data: {
      type: ApplicationCommandType.ChatInput,
      name: 'help',
      name_localizations: { id: 'bantuan', 'zh-CN': '帮助' },
      description: 'What Rilis does and how to ask',
      description_localizations: { id: 'Apa yang Rilis lakukan dan cara bertanya', 'zh-CN': '功能与用法' },
      ...EVERYWHERE,
    },
    isPrivate: () => true,
    isEverywhere: true,
    run: (_, { language }) => {
      const locale = LOCALES[language];
      const lines = [...commands, help].map(({ data }) => ({
        name: data.name_localizations?.[locale] ?? data.name,
        description: data.description_localizations?.[locale] ?? data.description,
      }));
      const menus = MENUS.map(({ data: { name, name_localizations: names }, does }) => ({
        name: names?.[locale] ?? name,
        description: does[language],
      }));
      return Promise.resolve(renderHelp(lines, menus, language));
    },
  };
  return help;
}
