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
    const match = /^\/guilds\/(\d+)(\/channels|\/members\/(\d+))?$/.exec(path);
    const [, id = '', part = ''] = match ?? [];
    const guild = this.guilds.get(id);
    if (guild === undefined) return undefined;
    if (part === '') return guildOf(id, guild);
    return part === '/channels'
      ? guild.channels.map((channel, position) => channelOf(id, channel, position))
      : { user: BOT_USER, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 };
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

function channelOf(guild_id: string, { id, name, type = 0, overwrites = [] }: FakeChannel, position: number) {
  return { id, guild_id, name, type, position, permission_overwrites: overwrites };
}
