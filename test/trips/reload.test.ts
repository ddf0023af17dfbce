import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { PROJECT_DIR, readConfig } from '../../src/config.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';

/** Four processes load the model one after the other, on a machine that may be busy. */
const PATIENCE_MS = 240_000;

const trip = useBot();
let dir: string;
let app: App | undefined;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-reload-'));
});
afterEach(async () => {
  await app?.close();
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const index = (): string => path.join(dir, 'index');

/** Writes a release and lets another process of Rilis take it in. */
async function ingestElsewhere(id: string, body: string): Promise<void> {
  const file = path.join(dir, `${id}.jsonl`);
  writeFileSync(file, JSON.stringify({ id, title: id, date: '2024-05-27', lang: 'id', body }));
  const child = spawn(process.execPath, ['src/cli/rilis.js', 'ingest', file], {
    cwd: PROJECT_DIR,
    env: { ...process.env, RILIS_DATA_DIR: index(), EMBEDDING_WORKERS: '1' },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
}

async function ask(question: string): Promise<string> {
  const asked = trip.discord.command({ name: 'ask', options: { question } });
  await trip.discord.until('an answer', () => answersOf(asked) === 1, 60_000);
  return textOf(asked.answers[0]);
}

/** Process ids of the engines that this process started. */
function engines(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = / (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S/s, ''))?.[1];
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return Number(parent) === process.pid && line.includes('engine.worker');
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('a running bot', () => {
  it.runIf(process.platform === 'linux')(
    'finds what another process ingests, and answers after its engine was killed',
    async () => {
      await ingestElsewhere('waduk', 'Waduk Tirtasari diresmikan pada hari Senin oleh Gubernur Ratna.');
      app = await openApp(readConfig({ RILIS_DATA_DIR: index(), EMBEDDING_WORKERS: '1' }));
      await trip.connect(app);
      expect(await ask('Siapa yang meresmikan Waduk Tirtasari?')).toContain('Gubernur Ratna');

      await ingestElsewhere('jembatan', 'Jembatan Pelangi ditutup selama dua bulan untuk perbaikan.');
      expect(await ask('Berapa lama Jembatan Pelangi ditutup?')).toContain('dua bulan');

      const [engine = 0, ...others] = engines();
      expect(others).toEqual([]);
      process.kill(engine, 'SIGKILL');
      expect(await ask('Berapa lama Jembatan Pelangi ditutup?')).toContain('dua bulan');
      expect(engines()).not.toContain(engine);
    },
    PATIENCE_MS,
  );
});
