// `/ask`: one answer in the releases' own words.
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { answerBody } from '../answer-actions.ts';
import { askedBefore, askedNow, questionsBefore } from '../conversation.ts';
import { messagesIn } from '../messages.ts';
import { suggestSources } from './choices.ts';
import { mayThread } from '../place.ts';
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

export const ask: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    name_localizations: { id: 'tanya', 'zh-CN': '提问' },
    description: 'Ask the press releases; they answer in their own words',
    description_localizations: {
      id: 'Tanyakan kepada siaran pers; jawabannya kutipan apa adanya',
      'zh-CN': '向新闻稿提问，回答均为原文引用',
    },
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        name_localizations: { id: 'pertanyaan', 'zh-CN': '问题' },
        description: 'What you want to know',
        description_localizations: { id: 'Apa yang ingin Anda ketahui', 'zh-CN': '您想了解什么' },
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
    if (interaction.options.getString('question', true).length > MAX_QUESTION)
      return messages.tooLong(MAX_QUESTION);
    const bad = badDay(interaction);
    return bad === undefined ? undefined : messages.badDay(bad);
  },
  run: async (interaction, context) => {
    const { library, history, timeZone, place } = context;
    const question = interaction.options.getString('question', true);
    context.questions.note(question);
    const filter = filterOf(interaction);
    // What can't be read back was not asked: then the question is answered as it stands.
    const earlier = await questionsBefore(history, interaction, question).catch(() => []);
    const before = askedBefore(earlier);
    const { answer } = await library.ask({ question, ...before, filter, timeZone });
    const asked = askedNow(answer.reading, question, { ...before, filter });
    const { userId } = place;
    return answerBody(
      {
        ...context,
        answer,
        asked,
        userId,
        isPrivate: isPrivate(interaction, context),
        mayThread: place.guildId !== undefined && mayThread(interaction.channel),
      },
      timeZone,
    );
  },
};
