// Guilds kept in memory: the real store, without a worker of its own.
import type { Guilds } from '../../src/guilds.ts';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import type { GuildStore } from '../../src/store/guilds.ts';

/** The store itself, for a test to set things with, and as the bot sees it. */
export function openTestGuilds(): { readonly store: GuildStore; readonly guilds: Guilds } {
  const store = createGuildStore(openGuildsDatabase(':memory:'));
  return { store, guilds: remoteGuilds(store) };
}

/** A store as the bot sees it: every call gives a promise. */
export function remoteGuilds(store: GuildStore): Guilds {
  return new Proxy(store, {
    get: (target, method) =>
      // A promise-like object would be awaited away.
      method === 'then'
        ? undefined
        : (...args: unknown[]) =>
            Promise.resolve().then(
              () => Reflect.apply(Reflect.get(target, method) as () => unknown, target, args) as unknown,
            ),
  }) as unknown as Guilds;
}
