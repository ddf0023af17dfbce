// A process of its own for `bench`: opens the index, answers one question, and says how long that took and what the
// engine holds in memory once its graphs are built and open.
import { setTimeout as sleep } from 'node:timers/promises';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';

const POLL_MS = 50;
/** Opening a graph is no building: so many times in a row no passage more may have come into one. */
const UNCHANGED = 40;

const [dataDir = '', question = ''] = process.argv.slice(2);
const app = await openApp({ ...readConfig(), dataDir });
await app.ask({ question });
const milliseconds = performance.now();
let { index, memory } = await app.status();
for (let unchanged = 0; unchanged < UNCHANGED;) {
  await sleep(POLL_MS);
  const before = index.dense;
  ({ index, memory } = await app.status());
  unchanged = index.building || index.dense !== before ? 0 : unchanged + 1;
}
process.stdout.write(`${JSON.stringify({ milliseconds, rss: memory })}\n`);
await app.close();
