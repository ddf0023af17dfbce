// `/latest`: the newest releases.
import { ApplicationCommandType } from 'discord.js';
import { renderHeaders } from '../cards.ts';
import { suggestSources } from './choices.ts';
import type { Command } from './command.ts';
import { EVERYWHERE, isPrivate, privateOption, sourceOption } from './options.ts';

const RELEASES = 10;

export const latest: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'latest',
    name_localizations: { id: 'terbaru', 'zh-CN': '最新' },
    description: 'The newest press releases',
    description_localizations: { id: 'Siaran pers terbaru', 'zh-CN': '最新的新闻稿' },
    ...EVERYWHERE,
    options: [sourceOption, privateOption],
  },
  isPrivate,
  suggest: (interaction, { library }) => suggestSources(interaction, library),
  run: async (interaction, { library, language }) => {
    const source = interaction.options.getString('source');
    return renderHeaders(await library.list(source === null ? {} : { source }, RELEASES), language);
  },
};
