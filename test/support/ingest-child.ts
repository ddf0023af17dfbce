// A process that ingests what it is told and names every release on stdout the moment it is safely kept.
import { writeSync } from 'node:fs';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

const app = await openApp(readConfig());
await app.ingest(process.argv.slice(2), {
  onKept: (ref) => {
    writeSync(1, `${ref}\n`);
  },
});
await app.close();
writeSync(1, 'DONE\n');
