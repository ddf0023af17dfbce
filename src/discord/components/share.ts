// "Share": puts what only one member sees into the channel, for everyone.
import { ComponentType, PermissionFlagsBits, type APIButtonComponentWithCustomId } from 'discord.js';
import { sharedBody, type Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import { pressingMessages } from '../messages/pressing.ts';
import { buttonOf, type AnswerButton, type AnswerMessage } from './answer-button.ts';
import type { Component, Press } from './component.ts';

const ACTION = 'share';

export const share: Component = {
  action: ACTION,
  acknowledge: 'public',
  refuse: refuseToPost,
  run: ({ interaction }) =>
    Promise.resolve(sharedBody(interaction.message.components.map((part) => part.toJSON()))),
};

/** Why the one who pressed may not post in this channel; undefined where they may. */
export function refuseToPost(
  { interaction: { channel, memberPermissions } }: Press,
  { language }: Pick<CommandContext, 'language'>,
): string | undefined {
  const needed =
    channel?.isThread() === true
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
  // Outside of servers there are no permissions to lack.
  return memberPermissions?.has(needed) === false ? pressingMessages(language).mayNotShare : undefined;
}

/** Only where nobody else sees the answer. */
export const shareButton: AnswerButton = ({ isPrivate, ...message }) =>
  isPrivate ? shareOf(message) : undefined;

function shareOf({
  language,
  sign,
  userId,
}: Pick<AnswerMessage, 'language' | 'sign' | 'userId'>): APIButtonComponentWithCustomId {
  return buttonOf({ action: ACTION, owner: userId }, { label: pressingMessages(language).share }, sign);
}

/** The message with a button below that shares it; for the one who asked alone. */
export function withShare(
  body: Body,
  { language, sign, place }: Pick<CommandContext, 'language' | 'sign' | 'place'>,
): Body {
  const button = shareOf({ language, sign, userId: place.userId });
  return {
    ...body,
    components: [...body.components, { type: ComponentType.ActionRow, components: [button] }],
  };
}
