// "Continue in a thread" below an answer: opens one on the message, where everybody may ask on.
import {
  DiscordAPIError,
  GatewayIntentBits,
  PermissionFlagsBits,
  Routes,
  ThreadAutoArchiveDuration,
  type Message,
  type RequestData,
} from 'discord.js';
import { noticeBody } from '../body.ts';
import { cutGraphemes, displayText } from '../escape.ts';
import type { UiLanguage } from '../messages.ts';
import { threadMessages } from '../messages/threads.ts';
import { readQuestion } from '../question-part.ts';
import { buttonOf, type AnswerButton } from './answer-button.ts';
import type { Component } from './component.ts';

const ACTION = 'thread';
const OPEN = PermissionFlagsBits.CreatePublicThreads;
/** Discord's limit for the name of a thread. */
const MAX_NAME = 100;
/** Discord's code for a message that has a thread already. */
const HAS_THREAD = 160_004;

export const thread: Component = {
  action: ACTION,
  acknowledge: 'private',
  refuse: ({ interaction: { appPermissions, memberPermissions } }, { language, place }) => {
    const messages = threadMessages(language);
    if (place.guildId === undefined || !appPermissions.has([OPEN, PermissionFlagsBits.SendMessagesInThreads]))
      return messages.botMayNot;
    return memberPermissions?.has(OPEN) === true ? undefined : messages.mayNot;
  },
  run: async ({ interaction: { message } }, { language }) => {
    const messages = threadMessages(language);
    const isNew = await open(message, messages.name);
    if (isNew) await greet(message, language);
    // A thread that was opened on a message has its id.
    return noticeBody(isNew ? messages.opened(message.id) : messages.openAlready(message.id));
  },
};

/** False where there was a thread already. */
async function open(message: Message, otherwise: string): Promise<boolean> {
  const asked = readQuestion(message.components.map((part) => part.toJSON()))?.question ?? '';
  const words = displayText(asked).replace(/\s+/g, ' ').trim();
  const name = words.length <= MAX_NAME ? words : `${cutGraphemes(words, MAX_NAME - 1)}…`;
  try {
    await message.client.rest.post(Routes.threads(message.channelId, message.id), {
      body: {
        name: name === '' ? otherwise : name,
        auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
      },
    });
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === HAS_THREAD) return false;
    throw error;
  }
}

/** Says how to ask there; the nonce keeps a second try from saying it twice. */
async function greet({ client, id }: Message, language: UiLanguage): Promise<void> {
  const hears = client.options.intents.has(GatewayIntentBits.MessageContent);
  const messages = threadMessages(language);
  const body: RequestData['body'] = {
    ...noticeBody(hears ? messages.write : messages.mention(client.user.id), false),
    nonce: id,
    enforce_nonce: true,
  };
  await client.rest.post(Routes.channelMessages(id), { body });
}

/** Only where a thread can be opened, and everybody sees the answer. */
export const threadButton: AnswerButton = ({ isPrivate, mayThread = false, language, sign }) =>
  isPrivate || !mayThread
    ? undefined
    : buttonOf({ action: ACTION }, { label: threadMessages(language).open, emoji: '🧵' }, sign);
