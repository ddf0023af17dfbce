// The form for a quote that is too long to type in a line.
import { ComponentType, TextInputStyle } from 'discord.js';
import type { CommandContext } from '../commands/command.ts';
import { pressingMessages } from '../messages/pressing.ts';
import type { ModalData } from './modal.ts';

/** Name of the input that holds the quote, and the action of the form. */
export const QUOTE_INPUT = 'quote';
export const VERIFY = 'verify';
/** Characters; a paragraph or two. */
const MAX_LONG_QUOTE = 3_000;

/** Its one argument is 1 where the answer is for the one who asks alone. */
export function quoteForm(
  { language, sign, place }: Pick<CommandContext, 'language' | 'sign' | 'place'>,
  isPrivate: boolean,
): ModalData {
  const messages = pressingMessages(language);
  return {
    custom_id: sign({ action: VERIFY, args: [isPrivate ? 1 : 0], owner: place.userId }),
    title: messages.quoteTitle,
    components: [
      {
        type: ComponentType.Label,
        label: messages.quoteLabel,
        component: {
          type: ComponentType.TextInput,
          custom_id: QUOTE_INPUT,
          style: TextInputStyle.Paragraph,
          max_length: MAX_LONG_QUOTE,
          required: true,
        },
      },
    ],
  };
}
