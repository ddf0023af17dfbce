// Whether the bot may do in a server what it is there for: in the channels that were chosen, else in all it sees.
import type { PermissionFlagsBits } from 'discord.js';
import {
  ChannelType,
  DiscordAPIError,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
} from 'discord.js';
import { broken, doubtful, sound, type Finding } from '../ops/finding.ts';
import { describeFailure } from './failure.ts';

const NEEDED = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>;

/** Kinds of channels in which questions are asked. */
const WRITTEN: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
];
/** Channels of one server that a line names. */
const MAX_NAMED = 10;
const GONE = [403, 404];

export interface GuildQuestion {
  readonly id: string;
  /** Ids of the channels chosen; undefined where it answers in all. */
  readonly channels: readonly string[] | undefined;
  /** The bot's own id. */
  readonly bot: string;
}

/** Looks at one server; its name stands in every finding. */
export async function examineGuild(
  client: Client,
  { id, channels, bot }: GuildQuestion,
): Promise<readonly Finding[]> {
  const part = `server ${id}`;
  try {
    const guild = await client.guilds.fetch({ guild: id, force: true });
    const me = await guild.members.fetch({ user: bot, force: true });
    await guild.channels.fetch();
    return channels === undefined
      ? [examineSeen(guild, me)]
      : channels.map((channel) => examineChosen(guild, me, channel));
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.includes(error.status)) {
      return [
        broken(
          part,
          'the bot is not in this server, of which settings are kept',
          `Invite it again, or forget the server: rilis server delete ${id}`,
        ),
      ];
    }
    const { name, code } = describeFailure(error);
    return [doubtful(part, `it can't be looked at (${name} ${code ?? ''})`, 'Try again in a while.')];
  }
}

function examineChosen(guild: Guild, me: GuildMember, id: string): Finding {
  const channel = guild.channels.cache.get(id);
  if (channel === undefined) {
    return broken(
      `server ${guild.id}`,
      `channel ${id} was chosen in ${guild.name} and is gone, or hidden from the bot`,
      'Choose another: /admin channels, or rilis server set.',
    );
  }
  const missing = missingIn(channel, me);
  const part = `#${channel.name}`;
  return missing.length === 0
    ? sound(part, `in ${guild.name}: nothing is missing`)
    : broken(
        part,
        `in ${guild.name}, the bot lacks ${missing.join(', ')}`,
        "Allow it in the channel's settings under Permissions.",
      );
}

/** Where no channels were chosen, those that are hidden from the bot are hidden on purpose. */
function examineSeen(guild: Guild, me: GuildMember): Finding {
  const part = `server ${guild.id}`;
  const written = [...guild.channels.cache.values()].filter(
    (channel) => WRITTEN.includes(channel.type) && channel.permissionsFor(me).has('ViewChannel'),
  );
  if (written.length === 0) {
    return broken(
      part,
      `the bot sees no channel of ${guild.name}`,
      'Give it View Channel, or invite it again with the address in the README.',
    );
  }
  const silent = written
    .map((channel) => ({ name: `#${channel.name}`, missing: missingIn(channel, me) }))
    .filter(({ missing }) => missing.length > 0);
  if (silent.length === 0) return sound(part, `${guild.name}: nothing is missing`);
  const named = silent.slice(0, MAX_NAMED).map(({ name, missing }) => `${name} (${missing.join(', ')})`);
  const more = silent.length > MAX_NAMED ? ` and ${silent.length - MAX_NAMED} more` : '';
  return doubtful(
    part,
    `in ${guild.name} the bot sees channels in which it lacks permissions: ${named.join('; ')}${more}`,
    'Allow them, hide those channels from it, or choose where it answers: /admin channels.',
  );
}

function missingIn(channel: GuildBasedChannel, me: GuildMember): readonly string[] {
  const has = channel.permissionsFor(me);
  return Object.entries(NEEDED)
    .filter(([flag]) => !has.has(flag as keyof typeof NEEDED))
    .map(([, name]) => name);
}
