// `/quote`: one passage of a release, chosen from a menu and posted alone.
import { ApplicationCommandType } from 'discord.js';
import { noticeBody } from '../body.ts';
import { passagesBody } from '../components/passages.ts';
import { messagesIn } from '../messages.ts';
import { findRelease, suggestHeadlines } from './choices.ts';
import type { Command } from './command.ts';
import { EVERYWHERE, headlineOption } from './options.ts';

export const quote: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'quote',
    name_localizations: { id: 'kutip', 'zh-CN': '引用' },
    description: 'Post one passage of a press release',
    description_localizations: { id: 'Kirim satu petikan siaran pers', 'zh-CN': '发送新闻稿中的一段' },
    ...EVERYWHERE,
    options: [headlineOption],
  },
  // The menu is the member's own; the passage is for everyone.
  isPrivate: () => true,
  suggest: (interaction, { library }) => suggestHeadlines(interaction, library),
  run: async (interaction, context) => {
    const { library, language } = context;
    const found = await findRelease(library, interaction.options.getString('headline', true));
    return found === undefined
      ? noticeBody(messagesIn(language).noSuchRelease)
      : passagesBody(found, 0, context);
  },
};
