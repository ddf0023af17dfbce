// "Find the release behind this" in the menu of a message: the passages that support it, or say otherwise.
import { ApplicationCommandType } from 'discord.js';
import { answerBody } from '../answer-actions.ts';
import { choiceName } from '../commands/choices.ts';
import { EVERYWHERE, MAX_QUESTION } from '../commands/options.ts';
import { checkQuote, MAX_QUOTE } from '../commands/verify.ts';
import { withShare } from '../components/share.ts';
import { pressingMessages } from '../messages/pressing.ts';
import type { Menu } from './menu.ts';
import { wordsOf } from './words.ts';

export const find: Menu = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Find the release behind this',
    name_localizations: { id: 'Cari rilis di balik ini', 'zh-CN': '查找相关新闻稿' },
    ...EVERYWHERE,
  },
  does: {
    id: 'bagian siaran pers yang mendukungnya, atau yang berkata lain',
    en: 'the passages that support it, or say otherwise',
    zh: '查找支持或与之不符的原文',
  },
  refuse: ({ targetMessage }, { language }) => {
    const messages = pressingMessages(language);
    const content = wordsOf(targetMessage);
    if (content === '') return messages.noWords;
    return content.length > MAX_QUOTE ? messages.tooManyWords(MAX_QUOTE) : undefined;
  },
  run: async ({ targetMessage }, context) => {
    const { library, timeZone, place } = context;
    const content = wordsOf(targetMessage);
    // Words that were taken from a release name it more surely than what they are about.
    const { verdict } = await library.verify(content);
    if (verdict !== 'not found') return withShare(await checkQuote(content, context), context);
    const { answer } = await library.ask({ question: content, timeZone });
    const asked = { question: choiceName(content, MAX_QUESTION) };
    return answerBody({ ...context, answer, asked, userId: place.userId, isPrivate: true }, timeZone);
  },
};
