import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../src/embed/embedder.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { Store } from '../../../src/store/store.ts';
import { aPreparedRelease } from '../../support/builders.ts';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';

const MODEL = 'one-number@1';
/** Everything is equally near: words decide. */
const same = (texts: readonly string[]) => Promise.resolve(texts.map(() => Float32Array.from([0.6, 0.8])));
const embedder: Embedder = {
  fingerprint: MODEL,
  dimensions: 2,
  embedPassages: same,
  embedQuestions: () => Promise.resolve([Float32Array.from([0.96, -0.28])]),
  close: () => Promise.resolve(),
};

let opened: TestEngine;
let store: Store;
let engine: Engine;

beforeEach(async () => {
  opened = await openTestEngine(embedder);
  ({ store, engine } = opened);
});

afterEach(() => opened.close());

async function put(ref: string, text: string, source = 'Bulog'): Promise<void> {
  const prepared = aPreparedRelease({ ref, text, source, title: `Rilis ${ref}` });
  store.putRelease({ ...prepared, vectors: await same(prepared.embeddedTexts) }, MODEL);
}

const RICE = 'Produksi beras naik tahun ini.';
const refsOf = (matches: readonly { readonly header: { readonly ref: string } }[]) =>
  matches.map(({ header }) => header.ref);

describe('what a topic finds', () => {
  it('is the best passage of each release that is about it, word for word', async () => {
    await put('a', `Harga gula turun.\n\n${RICE}`);
    await put('b', 'Harga gula naik.');
    const [match, ...others] = await engine.match({ topic: 'produksi beras' });
    expect(others).toEqual([]);
    expect(match).toMatchObject({ text: RICE, span: { start: 19, end: 49 }, header: { ref: 'a' } });
    expect(match?.reason.words).toEqual(['produksi', 'beras']);
  });

  it('is the passage that itself says most of the topic, whatever stands in the headline of all', async () => {
    const prepared = aPreparedRelease({
      ref: 'a',
      title: 'Produksi beras naik',
      text: `Produksi jagung naik pula, dan jagung itu jagung manis.\n\n${RICE}`,
    });
    store.putRelease({ ...prepared, vectors: await same(prepared.embeddedTexts) }, MODEL);
    expect(await engine.match({ topic: 'produksi beras' })).toMatchObject([{ text: RICE }]);
  });

  it('is found however many releases there are', async () => {
    for (let i = 0; i < 70; i++) await put(`r${i}`, `${RICE} Nomor ${i}.`);
    expect(await engine.match({ topic: 'produksi beras' })).toHaveLength(70);
  });

  it('is of those asked about alone: by reference, by source, by what may be seen', async () => {
    await put('a', RICE);
    await put('b', RICE, 'Rahasia');
    const topic = 'produksi beras';
    expect(refsOf(await engine.match({ topic, news: ['b'] }))).toEqual(['b']);
    expect(refsOf(await engine.match({ topic, filter: { source: 'bulog' } }))).toEqual(['a']);
    const elsewhere = engine.within({ except: ['Rahasia'] });
    expect(refsOf(await elsewhere.match({ topic, news: ['a', 'b'] }))).toEqual(['a']);
  });

  it('is no news where an earlier revision said it already', async () => {
    await put('a', `${RICE}\n\nHarga gula turun.`);
    await put('a', `${RICE}\n\nHarga gula tetap.`);
    expect(await engine.match({ topic: 'produksi beras', news: ['a'] })).toEqual([]);
    expect(await engine.match({ topic: 'harga gula', news: ['a'] })).toMatchObject([
      { text: 'Harga gula tetap.' },
    ]);
    expect(await engine.match({ topic: 'produksi beras' })).toHaveLength(1);
  });
});

describe('what is new', () => {
  it('is told page by page, whoever wrote it', async () => {
    await put('a', RICE);
    await put('b', RICE);
    const [first] = await engine.news(0, 1);
    expect(first?.ref).toBe('a');
    await put('a', `${RICE} Lagi.`);
    expect(refsOf((await engine.news(first?.number ?? 0, 9)).map((one) => ({ header: one })))).toEqual([
      'b',
      'a',
    ]);
  });
});
