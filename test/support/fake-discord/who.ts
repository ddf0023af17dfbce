// Who does something in the fake Discord, and the ids of things.
export const PERMISSIONS = '2248473465835073';
export const MEMBER_ID = '700000000000000002';
const DISCORD_EPOCH = 1_420_070_400_000n;

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
  /** Of the bot in the channel. */
  readonly appPermissions?: string;
  /** Whether the server installed the bot (the default) or the member brought it along. */
  readonly install?: 'guild' | 'user';
}

export function user(id = MEMBER_ID) {
  return {
    id,
    username: 'anggota',
    discriminator: '0',
    global_name: null,
    avatar: null,
  };
}

export function member({ userId, permissions = PERMISSIONS }: Who = {}): object {
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
