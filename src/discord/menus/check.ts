// "Check this quote" in the menu of a message: whether its words stand in a release.
import { ApplicationCommandType } from 'discord.js';
import { checkQuote, MAX_QUOTE } from '../commands/verify.ts';
import { EVERYWHERE } from '../commands/options.ts';
import { withShare } from '../components/share.ts';
import { pressingMessages } from '../messages/pressing.ts';
import type { Menu } from './menu.ts';
import { wordsOf } from './words.ts';

export const check: Menu = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Check this quote',
    name_localizations: { id: 'Periksa kutipan ini', 'zh-CN': '核对这段引文' },
    ...EVERYWHERE,
  },
  does: {
    id: 'apakah kata-katanya ada di siaran pers, huruf demi huruf',
    en: 'whether its words are in the releases, word for word',
    zh: '逐字核对其文字是否出自新闻稿',
  },
  refuse: ({ targetMessage }, { language }) => {
    const messages = pressingMessages(language);
    const content = wordsOf(targetMessage);
    if (content === '') return messages.noWords;
    return content.length > MAX_QUOTE ? messages.tooManyWords(MAX_QUOTE) : undefined;
  },
  run: async ({ targetMessage }, context) =>
    withShare(await checkQuote(wordsOf(targetMessage), context), context),
};
