// An index of its own for a measurement, gone when it is over.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openApp, type App } from '../app.ts';
import { readConfig, type Config } from '../config.ts';

export interface Workspace {
  readonly app: App;
  readonly config: Config;
  /** A folder for files of the measurement. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Opens Rilis, with the user's model, on an empty index in a temporary folder. */
export async function openWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rilis-eval-'));
  const config = { ...readConfig(), dataDir: path.join(folder, 'index'), logLevel: 'silent' };
  const app = await openApp(config);
  return {
    app,
    config,
    folder,
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Writes one JSON line an object, no faster than the disk takes them. */
export async function writeLines(file: string, rows: Iterable<unknown>): Promise<void> {
  const stream = createWriteStream(file);
  for (const row of rows) {
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
