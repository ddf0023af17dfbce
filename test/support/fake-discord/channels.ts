// The messages of channels and threads as Discord keeps them, for whoever reads them back.
import { snowflake } from './who.ts';
import { BOT_ID, BOT_USER, GUILD_ID } from './gateway.ts';
import type { MessageBody } from './schema.ts';

/** A message as it is read back. */
export interface ChannelMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: { readonly id: string };
  readonly content: string;
  readonly components: unknown;
  readonly mentions: readonly { readonly id: string }[];
  readonly timestamp: string;
  readonly message_reference?: object;
  readonly referenced_message?: ChannelMessage | null;
  readonly interaction_metadata?: { readonly user: { readonly id: string } };
}

export interface FakeThread {
  /** That of the message on which it was opened. */
  readonly id: string;
  readonly parentId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly locked: boolean;
}

/** A long run must not fill the memory. */
const KEPT_A_CHANNEL = 200;
const REPLY = 19;
const STARTER = 21;

export class FakeChannels {
  readonly threads = new Map<string, FakeThread>();
  readonly #channels = new Map<string, ChannelMessage[]>();

  add(message: ChannelMessage): void {
    const kept = this.#channels.get(message.channel_id) ?? [];
    this.#channels.set(message.channel_id, kept);
    const place = kept.findIndex(({ id }) => id === message.id);
    if (place === -1) kept.push(message);
    else kept[place] = message;
    if (kept.length > KEPT_A_CHANNEL) kept.shift();
  }

  get(channelId: string, id: string): ChannelMessage | undefined {
    return this.#channels.get(channelId)?.find((one) => one.id === id);
  }

  /** Newest first. */
  before(channelId: string, id: string, limit: number): readonly ChannelMessage[] {
    const older = (this.#channels.get(channelId) ?? []).filter((one) => BigInt(one.id) < BigInt(id));
    return older.slice(-limit).reverse();
  }

  /** What the bot posts. */
  post(channelId: string, id: string, body: MessageBody): void {
    const replyTo = body.message_reference?.message_id;
    const message: ChannelMessage = {
      ...own(channelId, body),
      id,
      type: replyTo === undefined ? 0 : REPLY,
      ...(replyTo === undefined
        ? {}
        : {
            message_reference: { type: 0, channel_id: channelId, message_id: replyTo },
            referenced_message: this.get(channelId, replyTo) ?? null,
          }),
    };
    this.add(message);
  }

  /** What the bot answers to a command; its answer has the id of the interaction, as far as this fake goes. */
  answer(
    { id, channelId, userId }: { readonly id: string; readonly channelId: string; readonly userId: string },
    body: MessageBody,
  ): void {
    this.add({ ...own(channelId, body), id, type: 20, interaction_metadata: { user: { id: userId } } });
  }

  /** Undefined where the message has a thread already. */
  open(thread: FakeThread): FakeThread | undefined {
    if (this.threads.has(thread.id)) return undefined;
    this.threads.set(thread.id, thread);
    const starter = this.get(thread.parentId, thread.id);
    if (starter !== undefined)
      this.add({
        ...starter,
        id: snowflake(),
        channel_id: thread.id,
        type: STARTER,
        content: '',
        components: [],
        referenced_message: starter,
      });
    return thread;
  }

  forget(): void {
    this.#channels.clear();
  }
}

function own(channelId: string, body: MessageBody): Omit<ChannelMessage, 'id' | 'type'> {
  return {
    channel_id: channelId,
    author: BOT_USER,
    content: body.content ?? '',
    components: body.components ?? [],
    mentions: [],
    timestamp: new Date().toISOString(),
  };
}

/** A thread as the gateway tells of it. */
export function threadEvent({ id, parentId, ownerId, name, locked }: FakeThread): object {
  return {
    id,
    type: 11,
    guild_id: GUILD_ID,
    parent_id: parentId,
    owner_id: ownerId,
    name,
    message_count: 1,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date().toISOString(),
      locked,
    },
  };
}

/** Whether the bot is shown what a message says: all of it with the intent for it, else what is meant for the bot. */
export function isShown(
  { mentions, guild_id: guildId }: ChannelMessage & { readonly guild_id?: string },
  intents: number,
): boolean {
  const MESSAGE_CONTENT = 1 << 15;
  return (
    guildId === undefined || (intents & MESSAGE_CONTENT) !== 0 || mentions.some(({ id }) => id === BOT_ID)
  );
}
