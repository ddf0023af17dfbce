import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { openEmbedderPool } from '../../../src/embed/pool.ts';

const { embeddingModel: model, dataDir: cacheDir } = readConfig({});
const texts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `Kalimat ke-${i}.`);

let pool: Embedder;
beforeEach(async () => {
  pool = await openEmbedderPool({ model, cacheDir, workers: 2 });
});
afterEach(() => pool.close());

/** Embedding processes that this one has started. */
function processes(): number {
  return readdirSync('/proc').filter((pid) => {
    try {
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return (
        Number(parent) === process.pid &&
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('embedding.worker')
      );
    } catch {
      return false;
    }
  }).length;
}

it.runIf(process.platform === 'linux')(
  'a release alone is embedded by one process, many by all',
  async () => {
    await pool.embedPassages(texts(20));
    expect(processes()).toBe(1);
    expect(await pool.embedPassages(texts(200))).toHaveLength(200);
    await expect.poll(processes, { timeout: 60_000 }).toBe(2);
    await pool.close();
    expect(processes()).toBe(0);
  },
);
