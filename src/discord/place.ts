// Where somebody does something, and what they may do there. Pure.
import { ChannelType, PermissionFlagsBits, type Channel, type Interaction } from 'discord.js';
import type { GuildId } from '../guilds.ts';

export interface Place {
  /**
   * The server that installed the bot and in which this happens. Absent in direct messages, and in a server where a
   * member merely brought the bot along: what the server was given is not theirs.
   */
  readonly guildId?: GuildId;
  readonly channelId?: string;
  /** The channel that a thread belongs to. */
  readonly parentId?: string;
  readonly userId: string;
  /** Whether the member manages the server that installed the bot, as Discord says with this very interaction. */
  readonly managesGuild: boolean;
}

export function placeOf(interaction: Interaction): Place {
  const { guildId, channelId, channel, user, memberPermissions, authorizingIntegrationOwners } = interaction;
  // Owner ids come from Discord with every interaction: what a button carries can't forge them.
  const installed = guildId !== null && authorizingIntegrationOwners.guildId === guildId;
  const parentId = channel?.isThread() === true ? channel.parentId : null;
  return {
    ...(installed ? { guildId } : {}),
    ...(channelId === null ? {} : { channelId }),
    ...(parentId === null ? {} : { parentId }),
    userId: user.id,
    managesGuild: installed && (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
  };
}

/** Whether a thread can be opened on a message of the channel. */
export function mayThread(channel: Pick<Channel, 'type'> | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}
