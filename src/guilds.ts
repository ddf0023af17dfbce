// What is kept of servers, for the command line and for Discord alike; the disk is a worker's business.
import path from 'node:path';
import type { Config } from './config.ts';
import type { GuildId, GuildRecord, GuildSettings, GuildStore, SettingsChange } from './store/guilds.ts';
import type { ClaimedPost } from './store/outbox.ts';
import { KeptWorker } from './workers/kept.ts';
import type { Remote } from './workers/worker.ts';

export type { ClaimedPost, GuildId, GuildRecord, GuildSettings, SettingsChange };

/** A `GuildStore` in another process. */
export type Guilds = Remote<GuildStore>;

/** What may be asked a second time when the worker died over it. */
const REPEATABLE: readonly (keyof GuildStore)[] = ['guilds', 'read', 'scope', 'privateSources', 'secret'];

/**
 * The guilds kept in `guilds.sqlite` in `config.dataDir`. The worker starts with the first call, and anew after it
 * died. Methods reject with `StoreError` where the file can't be opened.
 */
export function openGuilds(config: Config): Guilds {
  const worker = new KeptWorker<GuildStore>(new URL('./store/guilds.worker.ts', import.meta.url), {
    data: path.join(config.dataDir, 'guilds.sqlite'),
    repeatable: REPEATABLE,
  });
  const close = async (): Promise<void> => {
    const open = await worker.current();
    await open?.remote.close();
    await open?.terminate();
  };
  return new Proxy(worker.remote, {
    get: (remote, method) => (method === 'close' ? close : (Reflect.get(remote, method) as unknown)),
  });
}
