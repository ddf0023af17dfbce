import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App, type IngestProgress } from '../../src/app.ts';
import { PROJECT_DIR, readConfig } from '../../src/config.ts';

/** Processes load two models one after the other, on a machine that may be busy. */
const PATIENCE_MS = 120_000;
const MODEL = readConfig({}).embeddingModel;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-reindex-'));
  cpSync(path.join(PROJECT_DIR, 'data', 'models', MODEL), path.join(dir, 'model-lain'), { recursive: true });
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function withModel<T>(model: string, work: (app: App) => Promise<T>): Promise<T> {
  const env = { RILIS_DATA_DIR: path.join(dir, 'index'), EMBEDDING_MODEL: model, EMBEDDING_WORKERS: '1' };
  const app = await openApp(readConfig(env));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

describe('changing the model', () => {
  it(
    'mixes no vectors, is told by the status, and is mended by a reindex while questions are answered',
    async () => {
      const file = path.join(dir, 'waduk.jsonl');
      const body = 'Waduk Tirtasari diresmikan pada hari Senin oleh Gubernur Ratna.';
      writeFileSync(file, JSON.stringify({ id: 'waduk', title: 'Waduk Tirtasari', lang: 'id', body }));
      const before = await withModel(MODEL, async (app) => {
        await app.ingest([file]);
        return app.status();
      });
      expect(before.problems).toEqual([]);

      await withModel(path.join(dir, 'model-lain'), async (app) => {
        const changed = await app.status();
        expect(changed.model).not.toBe(before.model);
        expect(changed.problems.join()).toMatch(/\b1 passages have no vector.*rilis reindex/);

        const seen: IngestProgress[] = [];
        const [{ results }] = await Promise.all([
          app.search({ question: 'Siapa yang meresmikan Waduk Tirtasari?' }),
          app.reindex({ onProgress: (progress) => seen.push(progress) }),
        ]);
        expect(results[0]?.header.ref).toBe('waduk');
        expect(seen.at(-1)).toEqual({ phase: 'embedding', done: before.passages, total: before.passages });
        expect((await app.status()).problems.join()).not.toContain('no vector');
      });
    },
    PATIENCE_MS,
  );
});
