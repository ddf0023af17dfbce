// The worker that keeps what servers and members leave behind: the process that serves Discord never waits for the disk.
import { serveWorker } from '../workers/serve.ts';
import { openGuildsDatabase } from './guilds-schema.ts';
import { createGuildStore } from './guilds-sqlite.ts';

serveWorker((file) => Promise.resolve(createGuildStore(openGuildsDatabase(file as string))));
