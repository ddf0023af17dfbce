import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../src/config.ts';
import { BUNDLED_DIR, HUB_MODELS, listModels, mannerOf } from '../../../src/embed/models.ts';

const BUNDLED = SETTINGS.EMBEDDING_MODEL.parse(undefined);
let cache: string;
beforeAll(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'rilis-models-'));
  const fetched = path.join(cache, 'models', 'Xenova', 'multilingual-e5-small');
  cpSync(path.join(BUNDLED_DIR, BUNDLED), fetched, { recursive: true });
});
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

describe('the models', () => {
  it('on disk come first, the bundled one with its size, then those of the hub that were not fetched', async () => {
    const models = await listModels(cache);
    const bundled = models.find(({ name }) => name === BUNDLED);
    expect(bundled).toMatchObject({ origin: 'bundled' });
    expect(bundled?.megabytes).toBeGreaterThan(5);
    expect(bundled?.megabytes).toBeLessThanOrEqual(16);
    const origins = new Map(models.map(({ name, origin }) => [name, origin]));
    expect(origins.get('Xenova/multilingual-e5-small')).toBe('fetched');
    expect(origins.get('Xenova/bge-m3')).toBe('hub');
    expect(models).toHaveLength(
      HUB_MODELS.length + models.filter(({ origin }) => origin === 'bundled').length,
    );
  });

  it('are listed where nothing was ever fetched', async () => {
    const models = await listModels(path.join(cache, 'nothing'));
    expect(models.filter(({ origin }) => origin === 'fetched')).toEqual([]);
  });

  it('get the prefixes and the pooling that their cards ask for', () => {
    expect(mannerOf('Xenova/multilingual-e5-base').question).toBe('query: ');
    expect(mannerOf('somebody/e5-large-v2').passage).toBe('passage: ');
    expect(mannerOf('Xenova/bge-m3').pooling).toBe('cls');
    expect(mannerOf('somebody/something')).toEqual({ pooling: 'mean', question: '', passage: '' });
  });
});
