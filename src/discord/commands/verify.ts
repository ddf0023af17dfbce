// `/verify`: whether a quote that somebody pasted stands in a release, word for word.
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { headerOf } from '../../domain/release.ts';
import { renderVerification, type CitedMatch } from '../cards.ts';
import type { Body } from '../body.ts';
import { quoteForm } from '../modals/quote-form.ts';
import type { Command, CommandContext } from './command.ts';
import { EVERYWHERE, isPrivate, privateOption } from './options.ts';

/** Longer than any sentence that is quoted. */
export const MAX_QUOTE = 1_500;

export const verify: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'verify',
    name_localizations: { id: 'periksa', 'zh-CN': '核对' },
    description: 'Check whether a release says this, word for word',
    description_localizations: {
      id: 'Periksa apakah rilis mengatakan ini, kata demi kata',
      'zh-CN': '核对新闻稿是否逐字这样说',
    },
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        name_localizations: { id: 'teks', 'zh-CN': '文字' },
        description: 'The quote as you found it',
        description_localizations: { id: 'Kutipan seperti yang Anda temukan', 'zh-CN': '您看到的引文' },
        max_length: MAX_QUOTE,
      },
      privateOption,
    ],
  },
  isPrivate,
  form: (interaction, context) =>
    interaction.options.getString('text') === null
      ? quoteForm(context, isPrivate(interaction, context))
      : undefined,
  run: (interaction, context) => checkQuote(interaction.options.getString('text', true), context),
};

/** What the releases say of a quote, as a message. */
export async function checkQuote(
  pasted: string,
  { library, language }: Pick<CommandContext, 'library' | 'language'>,
): Promise<Body> {
  const found = await library.verify(pasted);
  const matches = await Promise.all(
    found.matches.map(async (match): Promise<CitedMatch> => {
      const release = await library.show(match.release);
      return { match, header: release === undefined ? undefined : headerOf(release) };
    }),
  );
  return renderVerification(found, { matches, language });
}
