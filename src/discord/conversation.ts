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
import type { AskRequest } from '../app.ts';
import type { Filter, Reading } from '../domain/answer.ts';
import { MAX_QUESTION } from './commands/options.ts';
import type { History } from './history.ts';
import { placeOf } from './place.ts';
import { readQuestion, type AskedWords } from './question-part.ts';

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
): Promise<readonly AskedWords[]> {
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
): Promise<readonly AskedWords[]> {
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

async function questionsAt(
  history: History,
  question: string,
  moment: Moment,
): Promise<readonly AskedWords[]> {
  const { channelId, isShared, id, at, userId, botId } = moment;
  const leans = leansOnEarlier(question);
  // In a channel of many a question that makes sense alone is taken as it stands.
  if (leans === undefined || (isShared && leans === 'perhaps')) return [];
  const before = await history.readBefore(channelId, id, LOOK_BACK);
  const since = isShared ? at - CHANNEL_MS : 0;
  const own = before
    .filter((one) => isAnswerTo(one, userId, botId) && Date.parse(one.timestamp) >= since)
    .flatMap(({ components = [] }) => readQuestion(components) ?? [])
    .slice(0, TAKEN)
    .reverse();
  const starter = await starterQuestion(history, moment, before);
  return starter === undefined ? own : [starter, ...own];
}

async function repliedQuestion(history: History, message: Message): Promise<AskedWords | undefined> {
  const { reference, channel, channelId, client } = message;
  if (reference?.messageId === undefined || reference.type !== MessageReferenceType.Default) return undefined;
  const known = channel.messages.cache.get(reference.messageId);
  if (known !== undefined) {
    if (known.author.id !== client.user.id) return undefined;
    return readQuestion(known.components.map((part) => part.toJSON()));
  }
  const { author, components = [] } = await history.read(channelId, reference.messageId);
  return author.id === client.user.id ? readQuestion(components) : undefined;
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
): Promise<AskedWords | undefined> {
  if (parentId === null) return undefined;
  const told = before.find(({ type }) => type === MessageType.ThreadStarterMessage)?.referenced_message;
  // It may be gone, or lie where the bot can't read: then the thread has none.
  const starter = told ?? (await history.read(parentId, channelId).catch(() => undefined));
  if (starter === undefined) return undefined;
  const { author, components = [], content, mentions } = starter;
  if (author.id === botId) return readQuestion(components);
  return mentions.some(({ id }) => id === botId) ? { question: withoutMentions(content) } : undefined;
}

/** As a request takes them: the questions, and what the newest of them was narrowed to. */
export function askedBefore(earlier: readonly AskedWords[]): Pick<AskRequest, 'earlier' | 'earlierFilter'> {
  const { question: _, ...earlierFilter } = earlier.at(-1) ?? { question: '' };
  return { earlier: earlier.map(({ question }) => question), earlierFilter };
}

/**
 * What stands below the answer to `question`, asked with `filter`: a follow-up makes sense to those who ask on only
 * when it is complete, with what it took over.
 */
export function askedNow(
  { completed, from, to, source }: Reading,
  question: string,
  { filter = {}, earlierFilter = {} }: Pick<AskRequest, 'filter' | 'earlierFilter'>,
): AskedWords {
  if (completed === undefined) return { ...filter, question };
  const taken: Filter = {
    ...(from === earlierFilter.from && to === earlierFilter.to ? daysOf(earlierFilter) : {}),
    ...(source !== undefined && source === earlierFilter.source ? { source } : {}),
  };
  return { ...taken, ...filter, question: completed.length <= MAX_QUESTION ? completed : question };
}

function daysOf({ from, to }: Filter): Filter {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The words of a message; may be empty. */
export function withoutMentions(content: string): string {
  return content.replaceAll(/<@[!&]?\d+>/g, ' ').trim();
}
