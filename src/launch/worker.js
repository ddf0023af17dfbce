// The entry of every worker: `node worker.js <module>`.
import { start } from './start.js';

await start(process.argv[2]);
