import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../src/config.ts';
import {
  BUNDLED_DIR,
  fetchedFolder,
  HUB_MODELS,
  listModels,
  mannerOf,
  parseHubName,
} from '../../../src/embed/models.ts';

const BUNDLED = SETTINGS.EMBEDDING_MODEL.parse(undefined);
let cache: string;
beforeAll(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'rilis-models-'));
  for (const name of ['Xenova/multilingual-e5-small', 'Xenova/bge-m3@main', 'somebody/something']) {
    const hubName = parseHubName(name);
    if (hubName !== undefined)
      cpSync(path.join(BUNDLED_DIR, BUNDLED), fetchedFolder(cache, hubName), { recursive: true });
  }
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
    expect(origins.get('Xenova/bge-m3@main')).toBe('fetched');
    expect(origins.get('somebody/something')).toBe('fetched');
  });

  it('are listed where nothing was ever fetched', async () => {
    const models = await listModels(path.join(cache, 'nothing'));
    expect(models.filter(({ origin }) => origin === 'fetched')).toEqual([]);
  });

  it('are the ones that are known, at the revision that was looked at unless another is named', () => {
    expect(HUB_MODELS.map(({ name }) => name)).toEqual([
      'Xenova/multilingual-e5-small',
      'Xenova/multilingual-e5-base',
      'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
      'Xenova/bge-m3',
    ]);
    expect(parseHubName('Xenova/bge-m3')?.revision).toMatch(/^[0-9a-f]{40}$/);
    expect(parseHubName('Xenova/bge-m3@main')?.revision).toBe('main');
    expect(parseHubName('somebody/something')).toEqual({
      repository: 'somebody/something',
      revision: 'main',
    });
  });

  it.each(['something', '../models', 'a/b/c', 'a/..', 'a/b@../c', ''])('are not named %j', (name) => {
    expect(parseHubName(name)).toBeUndefined();
  });

  it('get the prefixes and the pooling that their cards ask for', () => {
    expect(mannerOf('Xenova/multilingual-e5-base').question).toBe('query: ');
    expect(mannerOf('somebody/e5-large-v2').passage).toBe('passage: ');
    expect(mannerOf('Xenova/bge-m3').pooling).toBe('cls');
    expect(mannerOf('somebody/something')).toEqual({ pooling: 'mean', question: '', passage: '' });
  });
});
