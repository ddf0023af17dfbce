// A process of its own for `bench`: opens the index, answers one question, and says how long that took and what it
// holds in memory.
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';

const [dataDir = '', question = ''] = process.argv.slice(2);
const app = await openApp({ ...readConfig(), dataDir });
await app.ask({ question });
const milliseconds = performance.now();
const { rss } = process.memoryUsage();
process.stdout.write(`${JSON.stringify({ milliseconds, rss })}\n`);
await app.close();
