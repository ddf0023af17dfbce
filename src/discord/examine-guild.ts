// Whether the bot may do in a server what it is there for: in the channels that were chosen, else in all it sees, and in
// those that are told of followed topics.
import type { PermissionFlagsBits } from 'discord.js';
import {
  ChannelType,
  DiscordAPIError,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
} from 'discord.js';
import type { Follow } from '../domain/follow.ts';
import { broken, doubtful, sound, type Finding } from '../ops/finding.ts';
import { examineFollows } from './examine-follows.ts';
import { describeFailure } from './failure.ts';
import { mayThread } from './place.ts';

type Names = Partial<Record<keyof typeof PermissionFlagsBits, string>>;

const NEEDED = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
} as const satisfies Names;

/** For the button that continues in a thread; without it all else works. */
const FOR_THREADS = { CreatePublicThreads: 'Create Public Threads' } as const satisfies Names;

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
  /** Topics that are told in its channels. */
  readonly follows: readonly Follow[];
  /** The bot's own id. */
  readonly bot: string;
}

/** Looks at one server; its name stands in every finding. */
export async function examineGuild(
  client: Client,
  { id, channels, follows, bot }: GuildQuestion,
): Promise<readonly Finding[]> {
  const part = `server ${id}`;
  try {
    const guild = await client.guilds.fetch({ guild: id, force: true });
    const me = await guild.members.fetch({ user: bot, force: true });
    await guild.channels.fetch();
    const answering =
      channels === undefined
        ? [examineSeen(guild, me)]
        : channels.map((channel) => examineChosen(guild, me, channel));
    return [...answering, ...(await examineFollows(follows, guild, me))];
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.includes(error.status)) {
      return [
        broken(
          part,
          'the bot is not in this server, of which something is kept',
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
  const part = `#${channel.name}`;
  const mend = "Allow it in the channel's settings under Permissions.";
  const lacks = (names: readonly string[]): string => `in ${guild.name}, the bot lacks ${names.join(', ')}`;
  const missing = missingIn(channel, me);
  if (missing.length > 0) return broken(part, lacks(missing), mend);
  const wished = missingIn(channel, me, FOR_THREADS);
  return wished.length === 0
    ? sound(part, `in ${guild.name}: nothing is missing`)
    : doubtful(part, `${lacks(wished)}: "Continue in a thread" opens none`, mend);
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
    .map((channel) => ({
      name: `#${channel.name}`,
      missing: [...missingIn(channel, me), ...missingIn(channel, me, FOR_THREADS)],
    }))
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

function missingIn(channel: GuildBasedChannel, me: GuildMember, names: Names = NEEDED): readonly string[] {
  if (names === FOR_THREADS && !mayThread(channel)) return [];
  const has = channel.permissionsFor(me);
  return Object.entries(names)
    .filter(([flag]) => !has.has(flag as keyof typeof PermissionFlagsBits))
    .map(([, name]) => name);
}
