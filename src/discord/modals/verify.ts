// The quote that was written into the form of `/verify`.
import { checkQuote } from '../commands/verify.ts';
import type { Modal } from './modal.ts';
import { QUOTE_INPUT, VERIFY } from './quote-form.ts';

export const verifyForm: Modal = {
  action: VERIFY,
  acknowledge: ({ args: [isPrivate] }) => (isPrivate === 1 ? 'private' : 'public'),
  run: ({ interaction }, context) => checkQuote(interaction.fields.getTextInputValue(QUOTE_INPUT), context),
};
