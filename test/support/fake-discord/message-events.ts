// What Discord sends when somebody writes.
import type { ChannelMessage } from './channels.ts';
import { BOT_ID, BOT_USER, CHANNEL_ID, GUILD_ID } from './gateway.ts';
import { member, snowflake, user, type Who } from './who.ts';

export interface MessageGiven extends Pick<Who, 'userId' | 'guildId' | 'channelId'> {
  readonly content: string;
  readonly bot?: boolean;
  readonly everyone?: boolean;
  /** A direct message to the bot. */
  readonly direct?: boolean;
  /** Default 0, a channel for text. */
  readonly channelType?: number;
  /** Other members who are mentioned. */
  readonly mentions?: readonly string[];
  /** The message to which it is a reply; whoever wrote it is mentioned unless `ping` is false. */
  readonly replyTo?: ChannelMessage;
  readonly ping?: boolean;
}

const REPLY = 19;
const TEXT = 0;
const DIRECT = 1;

export function messageEvent({
  content,
  bot = false,
  everyone = false,
  ...given
}: MessageGiven): ChannelMessage {
  const channelId = given.channelId ?? CHANNEL_ID;
  return {
    id: snowflake(),
    channel_id: channelId,
    channel_type: given.direct === true ? DIRECT : (given.channelType ?? TEXT),
    ...(given.direct === true ? {} : { guild_id: given.guildId ?? GUILD_ID, member: member(given) }),
    author: { ...user(given.userId), bot },
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: everyone,
    mentions: mentionedIn(content, given).map((id) =>
      id === BOT_ID ? { ...BOT_USER, member: { roles: [] } } : user(id),
    ),
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    ...replyOf(given.replyTo, channelId),
  } as ChannelMessage;
}

function mentionedIn(
  content: string,
  { mentions = [], replyTo, ping = true }: Omit<MessageGiven, 'content'>,
): readonly string[] {
  const named = content.includes(`<@${BOT_ID}>`) ? [BOT_ID] : [];
  const replied = replyTo !== undefined && ping ? [replyTo.author.id] : [];
  return [...new Set([...named, ...mentions, ...replied])];
}

function replyOf(replyTo: ChannelMessage | undefined, channelId: string): Pick<ChannelMessage, 'type'> {
  if (replyTo === undefined) return { type: 0 };
  const reply = {
    type: REPLY,
    message_reference: { type: 0, channel_id: channelId, message_id: replyTo.id },
    referenced_message: { ...replyTo, ...MESSAGE_REST },
  };
  return reply;
}

/** What discord.js wants of every message. */
const MESSAGE_REST = {
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
};
