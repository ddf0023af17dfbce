// What the fake tells of the application and of its servers to those who ask over REST.
import { BOT_ID, BOT_USER, CHANNEL_ID, GUILD_ID } from './gateway.ts';

export interface FakeOverwrite {
  readonly id: string;
  /** 0 is a role's, 1 a member's. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  /** Default 0, text. */
  readonly type?: number;
  readonly overwrites?: readonly FakeOverwrite[];
  /** Of a thread: the channel it belongs to, and whether it is locked. */
  readonly parentId?: string;
  readonly locked?: boolean;
}

export interface FakeGuild {
  readonly name: string;
  /** Of everybody, the bot included. */
  readonly permissions: string;
  readonly channels: readonly FakeChannel[];
}

interface FakeApplication {
  readonly id: string;
  readonly name: string;
  readonly flags: number;
  readonly interactions_endpoint_url: string | null;
}

export class FakeDirectory {
  application: FakeApplication = { id: BOT_ID, name: 'Rilis', flags: 0, interactions_endpoint_url: null };
  readonly guilds = new Map<string, FakeGuild>([
    [
      GUILD_ID,
      {
        name: 'Ruang Pers',
        permissions: '2248473465835073',
        channels: [{ id: CHANNEL_ID, name: 'umum' }],
      },
    ],
  ]);

  /** The body of a reply to `GET path`; undefined where nothing is known. */
  read(path: string): unknown {
    if (path === '/applications/@me') return this.application;
    if (path === '/users/@me/guilds')
      return [...this.guilds].map(([id, { name, permissions }]) => ({ id, name, permissions, features: [] }));
    const channel = /^\/channels\/(\d+)$/.exec(path)?.[1];
    return channel === undefined ? this.#ofGuild(path) : this.#channel(channel);
  }

  #ofGuild(path: string): unknown {
    const match = /^\/guilds\/(\d+)(\/channels|\/members\/(\d+))?$/.exec(path);
    const [, id = '', part = ''] = match ?? [];
    const guild = this.guilds.get(id);
    if (guild === undefined) return undefined;
    if (part === '') return guildOf(id, guild);
    return part === '/channels'
      ? guild.channels
          .filter(({ parentId }) => parentId === undefined)
          .map((channel, position) => channelOf(id, channel, position))
      : { user: BOT_USER, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 };
  }

  #channel(id: string): unknown {
    for (const [guild, { channels }] of this.guilds) {
      const found = channels.find((one) => one.id === id);
      if (found !== undefined) return channelOf(guild, found, 0);
    }
    return undefined;
  }
}

function guildOf(id: string, { name, permissions }: FakeGuild): object {
  const everyone = {
    id,
    name: '@everyone',
    permissions,
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id,
    name,
    owner_id: '700000000000000001',
    preferred_locale: 'id',
    roles: [everyone],
    emojis: [],
    stickers: [],
    features: [],
  };
}

function channelOf(guild_id: string, channel: FakeChannel, position: number): object {
  const { id, name, type = 0, overwrites = [], parentId, locked = false } = channel;
  const common = { id, guild_id, name, type };
  if (parentId === undefined) return { ...common, position, permission_overwrites: overwrites };
  const thread_metadata = { archived: locked, locked, auto_archive_duration: 1_440, archive_timestamp: null };
  return { ...common, parent_id: parentId, owner_id: BOT_ID, thread_metadata };
}
