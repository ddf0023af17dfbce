// Forgets the servers that the bot was removed from while it was offline.
import { ShardClientUtil, type Client } from 'discord.js';
import type { GuildId, Guilds } from '../guilds.ts';
import type { Keeper } from '../keeper.ts';

/**
 * Of those that this application was in when it was last seen, forgets the ones that Discord does not name any more. A
 * server in an outage is named, as unavailable. One that only the command line knows was never joined, and stays.
 */
export async function forgetLeftGuilds(
  client: Client<true>,
  { guilds, keeper }: { readonly guilds: Guilds; readonly keeper: Keeper },
): Promise<void> {
  const application = client.application.id;
  const present = [...client.guilds.cache.keys()];
  const left = (await guilds.joinedGuilds(application)).filter(
    (guild) => !present.includes(guild) && isOfShard(client, guild),
  );
  for (const guild of left) await keeper.delete(guild);
  await guilds.joinGuilds(application, present);
}

/** Discord names the servers of one shard to its process alone. */
function isOfShard({ shard }: Client, guild: GuildId): boolean {
  if (shard === null) return true;
  return shard.ids.includes(ShardClientUtil.shardIdForGuildId(guild, shard.count));
}
