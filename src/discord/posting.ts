// Whether notices may be posted to a channel: the member has to moderate it, and the bot to be able to.
import {
  PermissionFlagsBits,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type PermissionsBitField,
} from 'discord.js';
import { answersIn } from './context.ts';
import type { CommandContext } from './commands/command.ts';
import { followMessages, type FollowMessages } from './messages/follows.ts';
import { placeMessages } from './messages/places.ts';

type Asking = ChatInputCommandInteraction | MessageComponentInteraction;

interface Channel {
  readonly isThread: boolean;
  readonly parentId: string | undefined;
  readonly ofMember: Readonly<PermissionsBitField> | null;
  readonly ofBot: Readonly<PermissionsBitField> | null;
}

/** Why no notices may be posted there; undefined where they may. Checked with what Discord says at this very moment. */
export function postingRefusal(
  interaction: Asking,
  channelId: string,
  { place, settings, language }: Pick<CommandContext, 'place' | 'settings' | 'language'>,
): string | undefined {
  const { refusals, permissions } = followMessages(language);
  if (place.guildId === undefined) return refusals.install;
  const channel = channelOf(interaction, channelId);
  if (channel?.ofMember?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageMessages]) !== true)
    return refusals.manager;
  const { parentId } = channel;
  if (!answersIn(settings, { channelId, ...(parentId === undefined ? {} : { parentId }) }))
    return placeMessages(language).notHere(settings.channels ?? []);
  const missing = missingOf(channel, permissions);
  return missing.length === 0 ? undefined : refusals.permissions(missing.join(', '));
}

function missingOf({ isThread, ofBot }: Channel, names: FollowMessages['permissions']): readonly string[] {
  const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory } = PermissionFlagsBits;
  const needed: readonly (readonly [bigint, string])[] = [
    [ViewChannel, names.view],
    isThread ? [SendMessagesInThreads, names.threads] : [SendMessages, names.send],
    // To find out, after a crash, what was posted already.
    [ReadMessageHistory, names.history],
  ];
  return needed.flatMap(([permission, name]) => (ofBot?.has(permission) === true ? [] : [name]));
}

/** Undefined for one that the bot does not know. */
function channelOf(interaction: Asking, channelId: string): Channel | undefined {
  if (!interaction.inCachedGuild()) return undefined;
  const { guild, member, memberPermissions, appPermissions } = interaction;
  const channel = guild.channels.cache.get(channelId);
  if (channel === undefined) return undefined;
  const isHere = interaction.channelId === channelId;
  const isThread = channel.isThread();
  return {
    isThread,
    parentId: isThread ? (channel.parentId ?? undefined) : undefined,
    ofMember: isHere ? memberPermissions : channel.permissionsFor(member),
    ofBot: isHere ? appPermissions : guild.members.me && channel.permissionsFor(guild.members.me),
  };
}
