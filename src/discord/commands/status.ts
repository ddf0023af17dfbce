// `/status`: how much is in the index, and whether it is sound.
import { ApplicationCommandType } from 'discord.js';
import { renderHoldings } from '../cards.ts';
import type { Command } from './command.ts';
import { EVERYWHERE } from './options.ts';

export const status: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'status',
    name_localizations: { id: 'status', 'zh-CN': '状态' },
    description: 'What the bot holds and whether it is sound',
    description_localizations: { id: 'Isi bot dan kesehatannya', 'zh-CN': '收录情况与运行状态' },
    ...EVERYWHERE,
  },
  isPrivate: () => true,
  isEverywhere: true,
  run: async (_, { library, language }) => renderHoldings(await library.holdings(), language),
};
