// Whether what is followed in a server can be told where it is to be told.
import { DiscordAPIError, PermissionFlagsBits, type Guild, type GuildMember } from 'discord.js';
import { destinationOf, type Follow } from '../domain/follow.ts';
import { broken, doubtful, sound, type Finding } from '../ops/finding.ts';

/** Ids of follows that a line names. */
const MAX_NAMED = 10;
const GONE = [403, 404];

/** Looks at each channel or thread once, whatever is followed there. Rejects with other errors than that it is gone. */
export async function examineFollows(
  follows: readonly Follow[],
  guild: Guild,
  me: GuildMember,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  // One after the other: Discord counts every request.
  for (const channel of new Set(follows.map(destinationOf))) {
    const told = follows.filter((follow) => destinationOf(follow) === channel);
    const wrong = await whyNot(channel, guild, me);
    findings.push(findingOf({ channel, told, wrong }, guild));
  }
  return findings;
}

interface Place {
  readonly channel: string;
  readonly told: readonly Follow[];
  /** Why nothing can be told there. */
  readonly wrong: string | undefined;
}

function findingOf({ channel, told, wrong }: Place, { id, name }: Guild): Finding {
  const part = 'follows';
  const where = `channel ${channel} of ${name}`;
  const list = `rilis follows list --server ${id}`;
  if (wrong !== undefined) {
    return broken(
      part,
      `${idsOf(told)} can't be told in ${where}: ${wrong}`,
      `Mend that in the channel's settings, or remove them: ${list}; rilis follows remove <id>`,
    );
  }
  const paused = told.filter((follow) => follow.paused !== undefined && follow.paused !== 'wish');
  return paused.length === 0
    ? sound(part, `${idsOf(told)} can be told in ${where}`)
    : doubtful(
        part,
        `${idsOf(paused)} in ${where}: paused since the channel refused what was sent, which it would take by now`,
        'Their owner, or who manages the server, resumes them: /follows.',
      );
}

function idsOf(follows: readonly Follow[]): string {
  const ids = follows.slice(0, MAX_NAMED).map(({ id }) => id);
  return [...ids, ...(follows.length > MAX_NAMED ? ['…'] : [])].join(', ');
}

/** Undefined where a notice would be taken. */
async function whyNot(id: string, guild: Guild, me: GuildMember): Promise<string | undefined> {
  const channel = await guild.channels.fetch(id, { force: true }).catch((error: unknown) => {
    if (error instanceof DiscordAPIError && GONE.includes(error.status)) return null;
    throw error;
  });
  if (channel === null) return 'it is gone, or hidden from the bot';
  if (channel.isThread() && channel.locked === true) return 'the thread is locked';
  const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory } = PermissionFlagsBits;
  const needed: readonly (readonly [bigint, string])[] = [
    [ViewChannel, 'View Channel'],
    channel.isThread()
      ? [SendMessagesInThreads, 'Send Messages in Threads']
      : [SendMessages, 'Send Messages'],
    [ReadMessageHistory, 'Read Message History'],
  ];
  const has = channel.permissionsFor(me);
  const missing = needed.flatMap(([permission, name]) => (has.has(permission) ? [] : [name]));
  return missing.length === 0 ? undefined : `the bot lacks ${missing.join(', ')}`;
}
