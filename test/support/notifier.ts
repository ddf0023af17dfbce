// The real notifier on the fake Discord, without a gateway, on a store that outlives it.
import { REST } from 'discord.js';
import type { App } from '../../src/app.ts';
import { ChannelPosts } from '../../src/discord/channel-posts.ts';
import { Notifier } from '../../src/discord/notifier.ts';
import type { Guilds } from '../../src/guilds.ts';
import type { FakeDiscord } from './fake-discord/fake-discord.ts';

export interface NotifierGiven {
  readonly app: App;
  readonly guilds: Guilds;
  readonly discord: Pick<FakeDiscord, 'api' | 'token'>;
  readonly now?: () => number;
}

/** Posts as soon as something is found; failures are not told to anybody. */
export function openNotifier({ app, guilds, discord, now = Date.now }: NotifierGiven): Notifier {
  const rest = new REST({ api: discord.api, version: '10', retries: 0, timeout: 2_000 });
  return new Notifier({
    app,
    guilds,
    posts: new ChannelPosts(rest.setToken(discord.token)),
    report: () => undefined,
    count: () => undefined,
    now,
    pace: { settleMs: 0 },
  });
}
