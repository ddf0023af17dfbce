// A process of its own for `bench`: opens the index, answers one question, and says how long that took and what the
// engine holds in memory once its graphs are open.
import { setTimeout as sleep } from 'node:timers/promises';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';

const POLL_MS = 50;

const [dataDir = '', question = ''] = process.argv.slice(2);
const app = await openApp({ ...readConfig(), dataDir });
await app.ask({ question });
const milliseconds = performance.now();
let status = await app.status();
while (status.index.building) {
  await sleep(POLL_MS);
  status = await app.status();
}
process.stdout.write(`${JSON.stringify({ milliseconds, rss: status.memory })}\n`);
await app.close();
