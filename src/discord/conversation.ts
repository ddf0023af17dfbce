// What was asked before a message, read back from the bot's own answers: nothing is remembered, so that a restart loses nothing.
import { MessageReferenceType, MessageType, type APIMessage, type Message } from 'discord.js';
import { leansOnEarlier } from '../answer/follow-up.ts';
import type { History } from './history.ts';
import { readQuestion } from './question-part.ts';

/** Messages looked back on. */
const LOOK_BACK = 50;
/** Questions of one member that are taken up. */
const TAKEN = 3;
/** In a channel of many, what somebody asked longer ago is over. */
const CHANNEL_MS = 15 * 60_000;

/**
 * The questions that `question` may lean on, newest last; none where it leans on nothing.
 *
 * 1. that of the answer to which it is a reply, whoever had asked it: it is there to be seen
 * 2. else the member's own in this thread, channel or direct message, and no other's
 * 3. in a thread, before those, that of the message on which it was opened
 */
export async function earlierQuestions(
  history: History,
  message: Message,
  question: string,
): Promise<readonly string[]> {
  const leans = leansOnEarlier(question);
  if (leans === undefined) return [];
  const replied = await repliedQuestion(history, message);
  if (replied !== undefined) return [replied];
  const { channel, channelId, author, client } = message;
  const isShared = message.guildId !== null && !channel.isThread();
  // In a channel of many a question that makes sense alone is taken as it stands.
  if (isShared && leans === 'perhaps') return [];
  const before = await history.readBefore(channelId, message.id, LOOK_BACK);
  const since = isShared ? message.createdTimestamp - CHANNEL_MS : 0;
  const own = before
    .filter((one) => isAnswerTo(one, author.id, client.user.id) && Date.parse(one.timestamp) >= since)
    .flatMap(({ components = [] }) => readQuestion(components)?.question ?? [])
    .slice(0, TAKEN)
    .reverse();
  const starter = await starterQuestion(history, message, before);
  return starter === undefined ? own : [starter, ...own];
}

async function repliedQuestion(history: History, message: Message): Promise<string | undefined> {
  const { reference, channel, channelId, client } = message;
  if (reference?.messageId === undefined || reference.type !== MessageReferenceType.Default) return undefined;
  const known = channel.messages.cache.get(reference.messageId);
  if (known !== undefined) {
    if (known.author.id !== client.user.id) return undefined;
    return readQuestion(known.components.map((part) => part.toJSON()))?.question;
  }
  const { author, components = [] } = await history.read(channelId, reference.messageId);
  return author.id === client.user.id ? readQuestion(components)?.question : undefined;
}

/** An answer of the bot is a reply to a question, or to a command. */
function isAnswerTo(
  { author, referenced_message: asked, interaction_metadata: command }: APIMessage,
  userId: string,
  botId: string,
): boolean {
  return author.id === botId && (asked?.author.id ?? command?.user.id) === userId;
}

/** Of the message on which a thread was opened: an answer of the bot, or a question to it. */
async function starterQuestion(
  history: History,
  { channel, client }: Message,
  before: readonly APIMessage[],
): Promise<string | undefined> {
  if (!channel.isThread() || channel.parentId === null) return undefined;
  const told = before.find(({ type }) => type === MessageType.ThreadStarterMessage)?.referenced_message;
  const starter = told ?? (await history.read(channel.parentId, channel.id).catch(() => undefined));
  if (starter === undefined) return undefined;
  const { author, components = [], content, mentions } = starter;
  if (author.id === client.user.id) return readQuestion(components)?.question;
  return mentions.some(({ id }) => id === client.user.id) ? withoutMentions(content) : undefined;
}

/** The words of a message; may be empty. */
export function withoutMentions(content: string): string {
  return content.replaceAll(/<@[!&]?\d+>/g, ' ').trim();
}
