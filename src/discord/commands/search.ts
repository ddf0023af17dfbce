// `/search`: the passages that match best, without a claim to answer.
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { resultsBody } from '../components/results.ts';
import { messagesIn } from '../messages.ts';
import { suggestSources } from './choices.ts';
import type { Command } from './command.ts';
import {
  badDay,
  EVERYWHERE,
  filterOf,
  filterOptions,
  isPrivate,
  MAX_QUESTION,
  privateOption,
} from './options.ts';

export const search: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'search',
    name_localizations: { id: 'cari', 'zh-CN': '搜索' },
    description: 'Find passages of press releases',
    description_localizations: { id: 'Cari petikan siaran pers', 'zh-CN': '搜索新闻稿段落' },
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        name_localizations: { id: 'kata', 'zh-CN': '关键词' },
        description: 'Words or a question, in any language',
        description_localizations: {
          id: 'Kata atau pertanyaan, dalam bahasa apa pun',
          'zh-CN': '关键词或问题，语言不限',
        },
        required: true,
        max_length: MAX_QUESTION,
      },
      privateOption,
      ...filterOptions,
    ],
  },
  isPrivate,
  suggest: (interaction, { library }) => suggestSources(interaction, library),
  refuse: (interaction, { language }) => {
    const messages = messagesIn(language);
    if (interaction.options.getString('words', true).length > MAX_QUESTION)
      return messages.tooLong(MAX_QUESTION);
    const bad = badDay(interaction);
    return bad === undefined ? undefined : messages.badDay(bad);
  },
  run: (interaction, context) => {
    const question = interaction.options.getString('words', true);
    const filter = filterOf(interaction);
    const { source: _, ...days } = filter;
    return resultsBody({ asked: { ...filter, question }, days, page: 0 }, context);
  },
};
