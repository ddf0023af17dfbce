// What Discord sends when members do something.
import { BOT_ID, BOT_USER, CHANNEL_ID, GUILD_ID } from './gateway.ts';
import type { MessageBody } from './schema.ts';

const PERMISSIONS = '2248473465835073';
const DISCORD_EPOCH = 1_420_070_400_000n;
const STRING = 3;
const BOOLEAN = 5;
const INTEGER = 4;
const SUBCOMMAND = 1;
const CHANNEL = 7;
const ATTACHMENT = 11;
const ATTACHMENT_ID = '600';

let last = 0n;

/** A fresh id that grows with time, as Discord's do. */
export function snowflake(): string {
  return (((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) | (last++ & 0x3fffffn)).toString();
}

/** Who does something, where, and who may do what there. */
export interface Who {
  readonly userId?: string;
  readonly guildId?: string;
  readonly channelId?: string;
  /** Of the member's client; default `id`. */
  readonly locale?: string;
  /** Of the member in the channel; by default those of somebody who manages nothing. */
  readonly permissions?: string;
  /** Whether the server installed the bot (the default) or the member brought it along. */
  readonly install?: 'guild' | 'user';
}

export interface InteractionGiven extends Who {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | boolean | number>>;
  readonly subcommand?: string;
  /** Options that are channels, with their ids. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Given as the option `file`. */
  readonly attachment?: { readonly filename: string; readonly url: string; readonly size: number };
  /** Interaction type; default 2, a command; 4 asks for choices. */
  readonly type?: number;
  /** The option that is being typed. */
  readonly focused?: string;
}

interface Event {
  readonly id: string;
}

const MEMBER_ID = '700000000000000002';

function user(id = MEMBER_ID): object {
  return {
    id,
    username: 'anggota',
    discriminator: '0',
    global_name: null,
    avatar: null,
  };
}

function member({ userId, permissions = PERMISSIONS }: Who = {}): object {
  return {
    user: user(userId),
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    permissions,
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function interactionEvent(
  token: string,
  { name, type = 2, attachment, ...given }: InteractionGiven,
): Event {
  return {
    ...envelope(token, given),
    type,
    data: {
      id: '500',
      name,
      type: 1,
      options: optionsOf({ attachment, ...given }),
      resolved: resolvedOf({ attachment, ...given }),
    },
  } as Event;
}

/** What every interaction of a member in a server has. */
function envelope(token: string, given: Who): Event {
  const { guildId = GUILD_ID, channelId = CHANNEL_ID, locale = 'id', install = 'guild' } = given;
  return {
    id: snowflake(),
    application_id: BOT_ID,
    token,
    version: 1,
    guild_id: guildId,
    channel: { id: channelId, type: 0, guild_id: guildId, permissions: PERMISSIONS },
    channel_id: channelId,
    member: member(given),
    locale,
    guild_locale: 'id',
    app_permissions: PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: install === 'guild' ? { 0: guildId } : { 1: given.userId ?? MEMBER_ID },
    context: 0,
  } as Event;
}

export interface PressGiven extends Who {
  readonly customId: string;
  /** What was chosen in a menu; a button where absent. */
  readonly values?: readonly string[];
  /** The message it is on, as the bot sent it. */
  readonly on: MessageBody;
}

export function pressEvent(token: string, { customId, values, on, ...who }: PressGiven): Event {
  return {
    ...envelope(token, who),
    type: 3,
    data: {
      custom_id: customId,
      component_type: values === undefined ? 2 : 3,
      ...(values === undefined ? {} : { values }),
    },
    message: {
      ...messageEvent({ content: '' }),
      author: BOT_USER,
      flags: on.flags ?? 0,
      components: on.components,
    },
  } as Event;
}

export interface SubmitGiven extends Who {
  readonly customId: string;
  /** Values by the custom ids of their inputs. */
  readonly fields: Readonly<Record<string, string>>;
}

export function submitEvent(token: string, { customId, fields, ...who }: SubmitGiven): Event {
  const inputs = Object.entries(fields).map(([custom_id, value]) => ({
    type: 18,
    component: { type: 4, custom_id, value },
  }));
  return { ...envelope(token, who), type: 5, data: { custom_id: customId, components: inputs } } as Event;
}

export interface MenuGiven extends Who {
  readonly name: string;
  /** Words of the message whose menu is used. */
  readonly target: string;
}

export function menuEvent(token: string, { name, target, ...who }: MenuGiven): Event {
  const message = messageEvent({ content: target });
  return {
    ...envelope(token, who),
    type: 2,
    data: {
      id: '500',
      name,
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  } as Event;
}

type OptionsGiven = Pick<InteractionGiven, 'options' | 'channels' | 'subcommand' | 'focused'> & {
  readonly attachment: InteractionGiven['attachment'];
};

function optionsOf({
  options = {},
  channels = {},
  subcommand,
  focused,
  attachment,
}: OptionsGiven): readonly object[] {
  const types = { string: STRING, boolean: BOOLEAN, number: INTEGER } as const;
  const all = [
    ...Object.entries(options).map(([name, value]) => ({
      name,
      type: types[typeof value as keyof typeof types],
      value,
      ...(name === focused ? { focused: true } : {}),
    })),
    ...Object.entries(channels).map(([name, value]) => ({ name, type: CHANNEL, value })),
    ...(attachment === undefined ? [] : [{ name: 'file', type: ATTACHMENT, value: ATTACHMENT_ID }]),
  ];
  return subcommand === undefined ? all : [{ name: subcommand, type: SUBCOMMAND, options: all }];
}

function resolvedOf({ attachment, channels = {} }: OptionsGiven): object {
  return {
    attachments:
      attachment === undefined
        ? {}
        : { [ATTACHMENT_ID]: { id: ATTACHMENT_ID, proxy_url: attachment.url, ...attachment } },
    channels: Object.fromEntries(
      Object.values(channels).map((id) => [id, { id, type: 0, name: 'kanal', permissions: PERMISSIONS }]),
    ),
  };
}

export interface MessageGiven extends Pick<Who, 'userId' | 'guildId' | 'channelId'> {
  readonly content: string;
  readonly bot?: boolean;
  readonly everyone?: boolean;
}

export function messageEvent({ content, bot = false, everyone = false, ...who }: MessageGiven): Event {
  return {
    id: snowflake(),
    channel_id: who.channelId ?? CHANNEL_ID,
    guild_id: who.guildId ?? GUILD_ID,
    author: { ...user(who.userId), bot },
    member: member(who),
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: everyone,
    mentions: content.includes(`<@${BOT_ID}>`) ? [{ ...BOT_USER, member: { roles: [] } }] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
  } as Event;
}
