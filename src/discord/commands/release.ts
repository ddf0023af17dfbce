// `/release`: one release at a glance, found by its headline while the member types.
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Release } from '../../domain/release.ts';
import type { Library } from '../../library.ts';
import { noticeBody } from '../body.ts';
import { renderCard } from '../cards.ts';
import { cutGraphemes, displayText } from '../escape.ts';
import { messagesIn } from '../messages.ts';
import type { Command } from './command.ts';
import { EVERYWHERE, isPrivate, privateOption } from './options.ts';

/** Discord's limits of a list of choices, and of the characters of each. */
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;

export const release: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'release',
    name_localizations: { id: 'rilis', 'zh-CN': '新闻稿' },
    description: 'Show one press release',
    description_localizations: { id: 'Tampilkan satu siaran pers', 'zh-CN': '查看一篇新闻稿' },
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'headline',
        name_localizations: { id: 'judul', 'zh-CN': '标题' },
        description: 'Words of its headline',
        description_localizations: { id: 'Kata-kata judulnya', 'zh-CN': '标题中的词' },
        required: true,
        autocomplete: true,
        max_length: MAX_CHOICE,
      },
      privateOption,
    ],
  },
  isPrivate,
  suggest: async (interaction, { library }) => {
    const typed = interaction.options.getFocused().trim();
    const own = typed === '' ? [] : [{ name: cutGraphemes(typed, MAX_CHOICE), value: typed }];
    const found = await library.suggest(typed, MAX_CHOICES - own.length);
    const choices = found
      .filter(({ ref }) => ref.length <= MAX_CHOICE)
      .map(({ ref, title }) => ({ name: cutGraphemes(displayText(title), MAX_CHOICE) || ref, value: ref }));
    return [...own, ...choices];
  },
  run: async (interaction, { library, language }) => {
    const found = await findRelease(library, interaction.options.getString('headline', true));
    if (found === undefined) return noticeBody(messagesIn(language).noSuchRelease);
    const revisions = (await library.revisions(found.ref)).length;
    return renderCard(found, { revisions, language });
  },
};

/** By its ref, as a choice gives it; else by words of its headline; else by what it says. */
async function findRelease(library: Library, wanted: string): Promise<Release | undefined> {
  const chosen = await library.show(wanted);
  if (chosen !== undefined) return chosen;
  const [named] = await library.suggest(wanted, 1);
  const ref = named?.ref ?? (await library.search({ question: wanted, limit: 1 })).results[0]?.header.ref;
  return ref === undefined ? undefined : library.show(ref);
}
