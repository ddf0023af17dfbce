// What was asked before a message, read back from the bot's own answers: nothing is remembered, so that a restart loses nothing.
import {
  InteractionContextType,
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type ChatInputCommandInteraction,
  type Message,
} from 'discord.js';
import { leansOnEarlier } from '../answer/follow-up.ts';
import type { History } from './history.ts';
import { placeOf } from './place.ts';
import { readQuestion } from './question-part.ts';

/** Messages looked back on. */
const LOOK_BACK = 50;
/** Questions of one member that are taken up. */
const TAKEN = 3;
/** In a channel of many, what somebody asked longer ago is over. */
const CHANNEL_MS = 15 * 60_000;

/** Where, when and by whom something is asked. */
interface Moment {
  readonly channelId: string;
  /** The channel that a thread belongs to; null elsewhere. */
  readonly parentId: string | null;
  /** Whether it is a channel of many, and no thread. */
  readonly isShared: boolean;
  /** Of the message or interaction: what is older was before it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly userId: string;
  readonly botId: string;
}

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
  if (leansOnEarlier(question) === undefined) return [];
  const replied = await repliedQuestion(history, message);
  if (replied !== undefined) return [replied];
  const { channel, channelId, guildId, id, createdTimestamp, author, client } = message;
  return questionsAt(history, question, {
    channelId,
    parentId: channel.isThread() ? channel.parentId : null,
    isShared: guildId !== null && !channel.isThread(),
    id,
    at: createdTimestamp,
    userId: author.id,
    botId: client.user.id,
  });
}

/** The same for a command; none where the bot can't read, since a member merely brought it along. */
export async function questionsBefore(
  history: History,
  interaction: ChatInputCommandInteraction,
  question: string,
): Promise<readonly string[]> {
  const { channelId, context, id, createdTimestamp, client } = interaction;
  const { guildId, userId, parentId } = placeOf(interaction);
  const reads = guildId !== undefined || context === InteractionContextType.BotDM;
  if (!reads) return [];
  return questionsAt(history, question, {
    channelId,
    parentId: parentId ?? null,
    isShared: guildId !== undefined && parentId === undefined,
    id,
    at: createdTimestamp,
    userId,
    botId: client.user.id,
  });
}

async function questionsAt(history: History, question: string, moment: Moment): Promise<readonly string[]> {
  const { channelId, isShared, id, at, userId, botId } = moment;
  const leans = leansOnEarlier(question);
  // In a channel of many a question that makes sense alone is taken as it stands.
  if (leans === undefined || (isShared && leans === 'perhaps')) return [];
  const before = await history.readBefore(channelId, id, LOOK_BACK);
  const since = isShared ? at - CHANNEL_MS : 0;
  const own = before
    .filter((one) => isAnswerTo(one, userId, botId) && Date.parse(one.timestamp) >= since)
    .flatMap(({ components = [] }) => readQuestion(components)?.question ?? [])
    .slice(0, TAKEN)
    .reverse();
  const starter = await starterQuestion(history, moment, before);
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
  { channelId, parentId, botId }: Moment,
  before: readonly APIMessage[],
): Promise<string | undefined> {
  if (parentId === null) return undefined;
  const told = before.find(({ type }) => type === MessageType.ThreadStarterMessage)?.referenced_message;
  // It may be gone, or lie where the bot can't read: then the thread has none.
  const starter = told ?? (await history.read(parentId, channelId).catch(() => undefined));
  if (starter === undefined) return undefined;
  const { author, components = [], content, mentions } = starter;
  if (author.id === botId) return readQuestion(components)?.question;
  return mentions.some(({ id }) => id === botId) ? withoutMentions(content) : undefined;
}

/** The words of a message; may be empty. */
export function withoutMentions(content: string): string {
  return content.replaceAll(/<@[!&]?\d+>/g, ' ').trim();
}
