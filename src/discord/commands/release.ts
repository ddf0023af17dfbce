// `/release`: one release at a glance, found by its headline while the member types.
import { ApplicationCommandType } from 'discord.js';
import { noticeBody } from '../body.ts';
import { listButtons } from '../components/points.ts';
import { passagesButton } from '../components/passages.ts';
import { rowsOf } from '../components/pager.ts';
import { readButton } from '../components/surroundings.ts';
import { messagesIn } from '../messages.ts';
import { renderCard } from '../release-card.ts';
import { findRelease, suggestHeadlines } from './choices.ts';
import type { Command } from './command.ts';
import { EVERYWHERE, headlineOption, isPrivate, privateOption } from './options.ts';

export const release: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'release',
    name_localizations: { id: 'rilis', 'zh-CN': '新闻稿' },
    description: 'Show one press release',
    description_localizations: { id: 'Tampilkan satu siaran pers', 'zh-CN': '查看一篇新闻稿' },
    ...EVERYWHERE,
    options: [headlineOption, privateOption],
  },
  isPrivate,
  suggest: (interaction, { library }) => suggestHeadlines(interaction, library),
  run: async (interaction, context) => {
    const { library, language } = context;
    const found = await findRelease(library, interaction.options.getString('headline', true));
    if (found === undefined) return noticeBody(messagesIn(language).noSuchRelease);
    const body = renderCard(found, { revisions: await library.revisions(found.ref), language });
    const buttons = [
      readButton(found, context),
      passagesButton(found, context),
      ...listButtons(found, context),
    ];
    return { ...body, components: [...body.components, ...rowsOf(buttons)] };
  },
};
