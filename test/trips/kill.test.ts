import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { PROJECT_DIR, readConfig, type Config } from '../../src/config.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { corpusText, randomFrom, writeCorpus } from '../support/corpus.ts';

/** 10 in every run; `KILLS=100 npx vitest run test/trips/kill.test.ts` for the long trial. */
const KILLS = Number(process.env['KILLS'] ?? 10);
const SEED = 20240527;
const SIZE = { releases: 700, paragraphs: 8 };
/** Passages of one language from which the HNSW index is built: the corpus must pass it for kills to hit a build. */
const SAMPLE = 25;

let dir: string;
let config: Config;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-kill-'));
  config = { ...readConfig({ RILIS_DATA_DIR: path.join(dir, 'index') }), embeddingWorkers: 1 };
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Runs an ingest and kills it after `ms`; gives the refs that it said were kept. */
async function ingestAndKill(corpus: string, ms: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/ingest-child.ts', corpus], {
    cwd: PROJECT_DIR,
    env: { ...process.env, RILIS_DATA_DIR: config.dataDir, EMBEDDING_WORKERS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const closed = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  await Promise.race([sleep(ms), closed]);
  child.kill('SIGKILL');
  await closed;
  // The last line may have been cut by the kill.
  return said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'DONE');
}

/** What is wrong with the store: releases half there, or acknowledged ones lost. */
function faultsOfStore(acknowledged: ReadonlySet<string>): readonly string[] {
  const store = openSqliteStore(path.join(config.dataDir, 'rilis.sqlite'));
  const faults = [...store.check()];
  for (const { release, passages } of store.releasesAfter(0)) {
    if (release.text !== corpusText(Number(release.ref.slice(1)), SIZE.paragraphs))
      faults.push(`${release.ref}: text`);
    if (passages.length !== SIZE.paragraphs) faults.push(`${release.ref}: ${passages.length} passages`);
  }
  for (const ref of acknowledged) if (store.readRelease(ref) === undefined) faults.push(`${ref}: lost`);
  store.close();
  return faults;
}

/** What is wrong with the index: kept passages that search does not find, or found ones that are not kept. */
async function faultsOfIndex(acknowledged: ReadonlySet<string>): Promise<readonly string[]> {
  const app = await openApp(config);
  const status = await app.status();
  const faults = [...status.problems];
  const served = status.index.dense + status.index.scanned;
  if (served !== status.passages) faults.push(`${served} of ${status.passages} passages served`);
  const random = randomFrom(acknowledged.size);
  const refs = [...acknowledged];
  for (let i = 0; i < Math.min(SAMPLE, refs.length); i++) {
    const ref = refs[Math.floor(random() * refs.length)] ?? '';
    const word = `unik${ref.slice(1)}x${Math.floor(random() * SIZE.paragraphs)}`;
    const { results } = await app.search({ question: word, limit: 1 });
    if (results[0]?.header.ref !== ref || !results[0].text.includes(word)) faults.push(`${word}: not found`);
  }
  await app.close();
  return faults;
}

describe('an ingest that is killed at a random moment', () => {
  it(
    `leaves no release half there, loses none it acknowledged, and serves what it kept (${KILLS} kills)`,
    async () => {
      const corpus = writeCorpus(dir, SIZE);
      const random = randomFrom(SEED);
      const acknowledged = new Set<string>();
      const faults: string[] = [];
      for (let kill = 1; kill <= KILLS; kill++) {
        for (const ref of await ingestAndKill(corpus, 600 + random() * 4_000)) acknowledged.add(ref);
        const found = [...faultsOfStore(acknowledged), ...(await faultsOfIndex(acknowledged))];
        faults.push(...found.map((fault) => `kill ${kill}: ${fault}`));
        // A finished corpus has nothing left to lose: begin anew.
        if (acknowledged.size === SIZE.releases) {
          rmSync(config.dataDir, { recursive: true });
          acknowledged.clear();
        }
      }
      expect(faults).toEqual([]);
    },
    KILLS * 30_000,
  );
});
