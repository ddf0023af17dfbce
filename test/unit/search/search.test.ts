import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Release } from '../../../src/domain/release.ts';
import { EVERYTHING } from '../../../src/domain/scope.ts';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { buildDenseIndex } from '../../../src/search/dense.ts';
import { openSearcher } from '../../../src/search/search.ts';
import type { Searcher, SearchOptions } from '../../../src/search/searcher.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aPreparedRelease, aVector } from '../../support/builders.ts';
import { chanceEmbedder as embedder, FOUR_NUMBERS } from '../../support/searcher.ts';

let store: Store;
let directory: string;
let searcher: Searcher | undefined;

beforeEach(() => {
  store = openSqliteStore(':memory:');
  directory = mkdtempSync(path.join(tmpdir(), 'rilis-search-'));
});

afterEach(async () => {
  await searcher?.close();
  store.close();
  rmSync(directory, { recursive: true });
});

const put = (given: Partial<Release>): void => {
  store.putRelease(aPreparedRelease(given), FOUR_NUMBERS);
};

const open = async (model: Embedder = embedder): Promise<Searcher> => {
  searcher = await openSearcher({
    store,
    embedder: model,
    directory,
    fingerprint: `${FOUR_NUMBERS}/rules-1`,
    buildDense: buildDenseIndex,
  });
  return searcher;
};

const refs = async (from: Searcher, question: string, options?: SearchOptions): Promise<string[]> =>
  (await from.search(question, options)).ranked.map(({ header }) => header.ref);

const HARBOUR = {
  ref: 'harbour',
  text: 'Dermaga peti kemas diresmikan.\n\nTarif bongkar muat turun lima persen.',
};
const RICE = { ref: 'rice', text: 'Harga beras naik di lima provinsi.\n\nStok gudang cukup sampai panen.' };
const RICE_EN = { ref: 'rice-en', language: 'en', text: 'Rice prices rise in five provinces.' };

describe('the releases that hold a text', () => {
  const holding = (from: Searcher, text: string, limit = 5): string[] =>
    from.holding(text, { limit, scope: EVERYTHING }).map(({ ref }) => ref);

  it('come in the order of the words they share with it, whatever their language, and without its being embedded', async () => {
    put(HARBOUR);
    put(RICE);
    put(RICE_EN);
    put({ ref: 'gula', text: 'Harga gula naik.\n\nHarga gula turun.\n\nHarga gula tetap.' });
    const from = await open({
      ...embedder,
      embedQuestions: () => Promise.reject(new Error('Nothing is to be embedded.')),
    });
    expect(holding(from, 'Harga beras naik di tujuh provinsi')).toEqual(['rice', 'gula']);
    expect(holding(from, 'RICE PRICES RISE')).toEqual(['rice-en']);
    expect(holding(from, 'Harga beras naik di tujuh provinsi', 1)).toEqual(['rice']);
    expect(holding(from, 'Tak satu pun')).toEqual([]);
  });

  it('are found in the scope alone', async () => {
    put(RICE);
    const from = await open();
    const except = [aPreparedRelease(RICE).release.source];
    expect(from.holding('Harga beras naik', { limit: 5, scope: { except } })).toEqual([]);
  });
});

describe('learning words', () => {
  it('leaves turns to questions, though the model resolves before any message is read', async () => {
    let learned = 0;
    put({ text: Array.from({ length: 2_000 }, (_, i) => `kata${i}`).join(' ') });
    await open({
      ...embedder,
      embedWords: (words) => {
        learned += words.length;
        return Promise.resolve(words.map((word) => ({ vector: aVector(word), weight: 1, pieces: 1 })));
      },
    });
    await new Promise(setImmediate);
    expect(learned).toBeLessThan(1_000);
    await searcher?.settle();
    expect(learned).toBeGreaterThanOrEqual(2_000);
  });
});

describe('search', () => {
  it('gives the passage whose words were asked for first, with what it was found by', async () => {
    put(HARBOUR);
    put(RICE);
    const { ranked } = await (await open()).search('berapa persen tarif bongkar muat turun?');
    const [first] = ranked;
    expect(first?.header.ref).toBe('harbour');
    expect(first?.passage.ordinal).toBe(1);
    expect(first?.passage).toEqual(store.readPassages('harbour')[1]);
    expect(first?.ranks.lexical).toBe(1);
    expect(first?.evidence.coverage).toBeGreaterThan(0.7);
    expect(first?.score).toBeGreaterThan(ranked[1]?.score ?? 1);
  });

  it('puts what holds the question in its own words before a translation, however near that is', async () => {
    const [near] = aPreparedRelease(RICE_EN).vectors;
    put({ ...RICE, text: `Beras disimpan di gudang. ${RICE.text}` });
    put(RICE_EN);
    const nearTranslation: Embedder = {
      ...embedder,
      embedQuestions: () => Promise.resolve(near === undefined ? [] : [near]),
    };
    const found = await refs(await open(nearTranslation), 'Harga beras naik di lima provinsi.');
    expect(found.slice(0, 2)).toEqual(['rice', 'rice-en']);
    const { ranked } = await (searcher as Searcher).search('Harga beras naik di lima provinsi.');
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('finds nothing in an empty store', async () => {
    expect((await (await open()).search('apa saja?')).ranked).toEqual([]);
  });

  it('gives the best passage of each release before the second of any', async () => {
    put({ ...RICE, text: 'Harga beras naik.\n\nHarga beras turun.\n\nHarga beras tetap.' });
    put(HARBOUR);
    const found = await refs(await open(), 'harga beras naik', { limit: 3 });
    expect(found).toEqual(['rice', 'harbour', 'rice']);
    expect(await refs(searcher as Searcher, 'harga beras naik', { limit: 3, perRelease: 3 })).toEqual([
      'rice',
      'rice',
      'rice',
    ]);
  });

  it('scores within 0 and 1 and never gives more than the limit', async () => {
    for (let i = 0; i < 30; i++) put({ ref: `r${i}`, text: `Harga beras naik ${i} persen.` });
    const { ranked } = await (await open()).search('harga beras naik 7 persen', { limit: 5 });
    expect(ranked).toHaveLength(5);
    expect(ranked.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
    expect(ranked[0]?.header.ref).toBe('r7');
  });
});

describe('a filter', () => {
  beforeEach(() => {
    put({ ...RICE, publishedAt: '2024-03-31T23:00:00+07:00', source: 'Badan Pangan' });
    put({ ...HARBOUR, publishedAt: '2024-04-02', source: 'Otoritas Pelabuhan' });
    put({ ...RICE_EN, source: 'badan pangan' });
    const { publishedAt: _, ...undated } = aPreparedRelease({ ref: 'undated', text: 'Harga beras.' }).release;
    store.putRelease(
      { ...aPreparedRelease({ ref: 'undated', text: 'Harga beras.' }), release: undated },
      FOUR_NUMBERS,
    );
  });

  const found = async (filter: SearchOptions['filter']): Promise<string[]> => {
    const all = await refs(await open(), 'harga beras tarif', { ...(filter ? { filter } : {}), limit: 20 });
    return [...new Set(all)].sort();
  };

  it('by day takes both ends in, and leaves out releases without a date', async () => {
    expect(await found({ from: '2024-03-31', to: '2024-03-31' })).toEqual(['rice']);
    expect(await found({ from: '2024-04-01' })).toEqual(['harbour', 'rice-en']);
    expect(await found({ to: '2024-04-02' })).toEqual(['harbour', 'rice']);
  });

  it('by source compares without case', async () => {
    expect(await found({ source: 'BADAN' })).toEqual(['rice', 'rice-en']);
  });

  it('tells how many passages of each language are left', async () => {
    const { among } = await (await open()).search('harga beras', { filter: { source: 'badan' } });
    expect(['id', 'ms', 'en', 'zh'].map(among)).toEqual([2, 2, 1, 0]);
  });

  it('by language is exact', async () => {
    expect(await found({ language: 'en' })).toEqual(['rice-en']);
    expect(await found({ language: 'ja' })).toEqual([]);
  });
});

describe('a searcher follows the store', () => {
  it('finds what was added, the new words of what changed, and nothing of what was removed', async () => {
    put(RICE);
    const open1 = await open();
    put(HARBOUR);
    put({ ...RICE, text: 'Harga gula naik di lima provinsi.' });
    await open1.refresh();
    expect((await open1.search('tarif bongkar muat')).ranked[0]?.header.ref).toBe('harbour');
    const { ranked } = await open1.search('gula');
    expect(ranked[0]?.header.revision).toBe(store.readRelease('rice')?.revision);
    store.removeRelease('rice');
    await open1.refresh();
    expect(await refs(open1, 'harga gula beras')).not.toContain('rice');
    expect(open1.status()).toMatchObject({ releases: 1, passages: 2, generation: store.generation() });
  });

  it('ranks the same after many removals as a searcher opened anew', async () => {
    for (let i = 0; i < 40; i++)
      put({ ref: `r${i}`, text: `Harga beras naik ${i} persen di kota ${i % 7}.` });
    const followed = await open();
    for (let i = 0; i < 30; i++) store.removeRelease(`r${i}`);
    await followed.refresh();
    const question = 'harga beras di kota 3';
    const before = (await followed.search(question)).ranked;
    const anew = await open();
    expect((await anew.search(question)).ranked).toEqual(before);
    await followed.close();
  });

  it('takes in vectors that come after their passages', async () => {
    const prepared = aPreparedRelease(RICE);
    store.putRelease({ ...prepared, vectors: [] }, FOUR_NUMBERS);
    const opened = await open();
    expect(opened.status()).toMatchObject({ passages: 2, scanned: 0 });
    store.putVectors(prepared.embeddedTexts, prepared.vectors, FOUR_NUMBERS);
    await opened.refresh();
    expect(opened.status()).toMatchObject({ passages: 2, scanned: 2 });
  });

  it('names each source once', async () => {
    put({ ...RICE, source: 'Badan Pangan' });
    put({ ...HARBOUR, source: 'Badan Pangan' });
    expect((await open()).sources()).toEqual(['Badan Pangan']);
  });
});

describe('the snapshot on disk', () => {
  const question = 'tarif bongkar muat';
  beforeEach(() => {
    put(RICE);
    put(HARBOUR);
  });

  const reopened = async (): Promise<Searcher> => {
    await searcher?.close();
    return open();
  };

  it('gives the same ranking as counting anew', async () => {
    const { ranked } = await (await open()).search(question);
    expect(readdirSync(directory)).toContain('lexical.json');
    expect((await (await reopened()).search(question)).ranked).toEqual(ranked);
    expect((searcher as Searcher).status().problems).toEqual([]);
  });

  it('is caught up with what was written since', async () => {
    await open();
    store.removeRelease('rice');
    put({ ref: 'new', text: 'Tarif kereta naik.' });
    const again = await reopened();
    expect(await refs(again, 'tarif kereta')).toEqual(['new', 'harbour', 'harbour']);
  });

  it.each([
    ['cut short', (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 1)],
    ['changed in one bit', (bytes: Buffer): Buffer => bytes.fill((bytes[40] ?? 0) ^ 1, 40, 41)],
    ['emptied', (): Buffer => Buffer.alloc(0)],
  ])('is built anew when its file was %s', async (_, damage) => {
    const { ranked } = await (await open()).search(question);
    const file = path.join(directory, readdirSync(directory).find((name) => name.endsWith('.bin')) ?? '');
    writeFileSync(file, damage(readFileSync(file)));
    const again = await reopened();
    expect(again.status().problems).toHaveLength(1);
    expect((await again.search(question)).ranked).toEqual(ranked);
  });

  it('is not used for another store, though it has as many writes', async () => {
    await open();
    store.close();
    store = openSqliteStore(':memory:');
    put({ ref: 'other', text: 'Jadwal kereta berubah.' });
    put(HARBOUR);
    const again = await reopened();
    expect(again.status().problems[0]).toMatch(/not of this store/);
    expect(await refs(again, 'jadwal kereta')).toContain('other');
    expect(await refs(again, 'harga beras')).not.toContain('rice');
  });
});
