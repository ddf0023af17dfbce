// The notifier in a process of its own, to be killed: one round on the store `process.argv[2]`, with one release.
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { aRelease } from './builders.ts';
import { remoteGuilds } from './guilds.ts';
import { newsApp } from './news-app.ts';
import { openNotifier } from './notifier.ts';

const [, , file = '', api = '', token = ''] = process.argv;
const app = newsApp();
app.publish(aRelease(), Date.now() + 60_000);
const guilds = remoteGuilds(createGuildStore(openGuildsDatabase(file)));
await openNotifier({ app, guilds, discord: { api, token } }).round();
process.exit(0);
