// What Discord sends when members do something.
import { BOT_ID, BOT_USER, CHANNEL_ID, GUILD_ID } from './gateway.ts';

const PERMISSIONS = '2248473465835073';
const DISCORD_EPOCH = 1_420_070_400_000n;
const STRING = 3;
const BOOLEAN = 5;

let last = 0n;

/** A fresh id that grows with time, as Discord's do. */
function snowflake(): string {
  return (((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) | (last++ & 0x3fffffn)).toString();
}

export interface InteractionGiven {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | boolean>>;
  /** Of the member's client; default `id`. */
  readonly locale?: string;
  /** Interaction type; default 2, a command; 4 asks for choices. */
  readonly type?: number;
  /** The option that is being typed. */
  readonly focused?: string;
}

interface Event {
  readonly id: string;
}

function user(): object {
  return {
    id: '700000000000000002',
    username: 'anggota',
    discriminator: '0',
    global_name: null,
    avatar: null,
  };
}

function member(): object {
  return {
    user: user(),
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    permissions: PERMISSIONS,
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function interactionEvent(
  token: string,
  { name, options = {}, locale = 'id', type = 2, focused }: InteractionGiven,
): Event {
  return {
    id: snowflake(),
    application_id: BOT_ID,
    type,
    token,
    version: 1,
    data: {
      id: '500',
      name,
      type: 1,
      options: Object.entries(options).map(([option, value]) => ({
        name: option,
        type: typeof value === 'string' ? STRING : BOOLEAN,
        value,
        ...(option === focused ? { focused: true } : {}),
      })),
    },
    guild_id: GUILD_ID,
    channel: { id: CHANNEL_ID, type: 0, guild_id: GUILD_ID, permissions: PERMISSIONS },
    channel_id: CHANNEL_ID,
    member: member(),
    locale,
    guild_locale: 'id',
    app_permissions: PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: GUILD_ID },
    context: 0,
  } as Event;
}

export interface MessageGiven {
  readonly content: string;
  readonly bot?: boolean;
  readonly everyone?: boolean;
}

export function messageEvent({ content, bot = false, everyone = false }: MessageGiven): Event {
  return {
    id: snowflake(),
    channel_id: CHANNEL_ID,
    guild_id: GUILD_ID,
    author: { ...user(), bot },
    member: member(),
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
