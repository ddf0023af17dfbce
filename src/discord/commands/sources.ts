// `/sources`: who issued what is in the index.
import { ApplicationCommandType } from 'discord.js';
import { renderSources } from '../cards.ts';
import type { Command } from './command.ts';
import { EVERYWHERE, isPrivate, privateOption } from './options.ts';

export const sources: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    name_localizations: { id: 'sumber', 'zh-CN': '来源' },
    description: 'Whose press releases are here',
    description_localizations: { id: 'Siaran pers siapa saja yang ada', 'zh-CN': '收录了哪些机构的新闻稿' },
    ...EVERYWHERE,
    options: [privateOption],
  },
  isPrivate,
  run: async (_, { library, language }) => renderSources(await library.sources(), language),
};
