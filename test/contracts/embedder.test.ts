import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../src/config.ts';
import { ModelError } from '../../src/domain/errors.ts';
import { dot } from '../../src/domain/vector.ts';
import { openBundledEmbedder } from '../../src/embed/bundled.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { openHubEmbedder } from '../../src/embed/hub.ts';
import { openEmbedder } from '../../src/embed/open.ts';
import { openEmbedderPool } from '../../src/embed/pool.ts';
import { startModelHub, type ModelHub } from '../support/model-hub.ts';

const NAME = 'rilis-embed-1';
const FOLDER = path.join(PROJECT_DIR, 'data', 'models', NAME);
const HUB_NAME = 'contoh/multilingual-e5-small';

let dir: string;
let hub: ModelHub;
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-embed-'));
  hub = await startModelHub(HUB_NAME, FOLDER);
});
afterAll(async () => {
  await hub.close();
  rmSync(dir, { recursive: true });
});

/** What every embedder must do. */
function embedderContract(name: string, open: () => Promise<Embedder>): void {
  describe(name, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await open();
    });
    afterAll(() => embedder.close());

    it('gives one unit vector a text, as long as it says, in the order given', async () => {
      const texts = Array.from({ length: 70 }, (_, i) => `Kalimat nomor ${i} tentang pelabuhan.`);
      const vectors = await embedder.embedPassages(texts);
      expect(vectors).toHaveLength(texts.length);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(dot(vector, vector)).toBeCloseTo(1, 4);
      }
      const [again] = await embedder.embedPassages([texts[41] ?? '']);
      expect(dot(again as Float32Array, vectors[41] as Float32Array)).toBeCloseTo(1, 4);
    });

    it('gives a finite vector for a text without words', async () => {
      for (const vector of await embedder.embedPassages(['', ' ', '...', '\u0000'])) {
        expect([...vector].every(Number.isFinite)).toBe(true);
      }
    });

    it('puts a question nearer to the passage that answers it, across languages too', async () => {
      const [question] = await embedder.embedQuestions(['When will the new port open?']);
      const [near, far] = await embedder.embedPassages([
        'Pelabuhan baru akan dibuka pada bulan Mei.',
        'Resep ini memakai santan dan cabai.',
      ]);
      expect(dot(question as Float32Array, near as Float32Array)).toBeGreaterThan(
        dot(question as Float32Array, far as Float32Array),
      );
    });

    it('gives nothing for nothing', async () => {
      expect(await embedder.embedPassages([])).toEqual([]);
    });
  });
}

embedderContract('the bundled embedder', () => openBundledEmbedder(FOLDER));
embedderContract('the bundled embedder in two processes', () =>
  openEmbedderPool({ model: NAME, cacheDir: dir, workers: 2 }),
);
embedderContract('an embedder of the hub', () => openHubEmbedder(HUB_NAME, { cacheDir: dir, host: hub.url }));

describe('an embedder of the hub', () => {
  it('tells how far its download is, and works offline once it is complete', async () => {
    const cacheDir = path.join(dir, 'offline');
    const seen: number[] = [];
    const first = await openHubEmbedder(HUB_NAME, {
      cacheDir,
      host: hub.url,
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    await first.close();
    expect(seen.at(-1)).toBe(1);
    const asked = hub.requests.length;
    const second = await openHubEmbedder(HUB_NAME, { cacheDir, host: hub.url });
    await second.close();
    expect(hub.requests.slice(asked)).toEqual([]);
  });

  it('goes on where a download broke off', async () => {
    const cacheDir = path.join(dir, 'broken');
    hub.breakAfter(5_000_000);
    const open = (): Promise<Embedder> => openHubEmbedder(HUB_NAME, { cacheDir, host: hub.url });
    await expect(open()).rejects.toThrow(/what was fetched is kept/);
    const asked = hub.requests.length;
    const embedder = await open();
    const [vector] = await embedder.embedPassages(['Pelabuhan baru dibuka.']);
    await embedder.close();
    expect(vector).toHaveLength(embedder.dimensions);
    const [first, ...others] = hub.requests.slice(asked);
    expect(first).toMatch(/model_quantized\.onnx bytes=[1-9]\d{3,}-$/);
    expect(others).toEqual([]);
  });

  it('is of the revision that was asked for, and another revision is another download', async () => {
    const cacheDir = path.join(dir, 'revisions');
    for (const revision of ['v1', 'v2']) {
      const before = hub.requests.length;
      const embedder = await openHubEmbedder(`${HUB_NAME}@${revision}`, { cacheDir, host: hub.url });
      await embedder.close();
      const asked = hub.requests.slice(before);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.every((url) => url.includes(`/resolve/${revision}/`))).toBe(true);
    }
  });

  it('has another fingerprint when it wants its texts otherwise, so that vectors are never mixed', async () => {
    const open = (question: string): Promise<Embedder> =>
      openHubEmbedder(HUB_NAME, { cacheDir: dir, host: hub.url, manner: { question } });
    const [one, other] = [await open('query: '), await open('tanya: ')];
    await Promise.all([one.close(), other.close()]);
    expect(one.fingerprint).not.toBe(other.fingerprint);
  });

  it('says what to do when the hub cannot be reached', async () => {
    const unreachable = openHubEmbedder('contoh/tidak-ada', { cacheDir: dir, host: 'http://127.0.0.1:9/' });
    await expect(unreachable).rejects.toThrow(ModelError);
    await expect(unreachable).rejects.toThrow(/contoh\/tidak-ada.*network.*bundled model/s);
  });
});

describe('opening an embedder by name', () => {
  it('refuses a name that means no model, naming the alternatives', async () => {
    await expect(openEmbedder('tidak-ada', { cacheDir: dir })).rejects.toThrow(
      /no bundled model.*owner\/model/,
    );
  });

  it('carries the error of a worker to the caller with its class', async () => {
    await expect(openEmbedderPool({ model: 'tidak-ada', cacheDir: dir, workers: 1 })).rejects.toThrow(
      ModelError,
    );
  });
});

describe('words by themselves', () => {
  it('are nearest to their translations, and weigh more the more they tell', async () => {
    const embedder = await openBundledEmbedder(FOLDER);
    const words = ['sekolah', 'school', '学校', 'kapal', 'yang', ''];
    const [sekolah, school, xuexiao, ship, that, nothing] = (await embedder.embedWords?.(words)) ?? [];
    const near = (one: typeof school): number =>
      dot(one?.vector ?? new Float32Array(), school?.vector ?? new Float32Array());
    expect(near(sekolah)).toBeGreaterThan(near(ship) + 0.3);
    expect(near(xuexiao)).toBeGreaterThan(near(ship) + 0.3);
    expect(school?.weight).toBeGreaterThan(2 * (that?.weight ?? Infinity));
    expect(nothing?.weight).toBe(0);
    await embedder.close();
  });

  it('are known whole where they are words, and in pieces where the pen slipped', async () => {
    const embedder = await openBundledEmbedder(FOLDER);
    const found = (await embedder.embedWords?.(['sekolah', 'sugar', 'mengajukkan', 'teeachers', ''])) ?? [];
    const [sekolah = 0, sugar = 0, slip = 0, other = 0, nothing] = found.map(({ pieces }) => pieces);
    expect([sekolah, sugar, nothing]).toEqual([1, 1, 0]);
    expect(Math.min(slip, other)).toBeGreaterThan(1);
    await embedder.close();
  });
});
