import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Release } from '../../../src/domain/release.ts';
import type { WordVector } from '../../../src/embed/embedder.ts';
import { tokenizeQuestion } from '../../../src/search/embed-question.ts';
import { MemoryIndex } from '../../../src/search/memory.ts';
import { variantsOf, weighQuestion } from '../../../src/search/question.ts';
import { wordsOf } from '../../../src/search/words.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aPreparedRelease } from '../../support/builders.ts';

const MODEL = 'four-numbers@1';

let store: Store;
let memory: MemoryIndex;

beforeEach(() => {
  store = openSqliteStore(':memory:');
  memory = new MemoryIndex(4);
});

afterEach(() => {
  store.close();
});

function put(...given: readonly Partial<Release>[]): void {
  given.forEach((release, i) => store.putRelease(aPreparedRelease({ ref: `${i}`, ...release }), MODEL));
  memory.catchUp(store, MODEL);
}

const learnedOf = (text: string): ReturnType<MemoryIndex['learnedOf']> =>
  memory.learnedOf(tokenizeQuestion(text));

const CHINESE = { ref: 'zh', language: 'zh', text: '海湾市的地铁开通了。' };
const INDONESIAN = { ref: 'id', language: 'id', text: 'Harga beras naik di lima provinsi.' };

describe('what the releases teach about a question', () => {
  it('is how they write its names in another script, beside which the name itself still counts', async () => {
    put(CHINESE, INDONESIAN);
    const learned = await learnedOf('Kereta Haiwan');
    expect(variantsOf(learned)).toEqual(new Map([['haiwan', [{ term: '海湾', weight: 0.7 }]]]));
    expect(weighQuestion(wordsOf('Haiwan'), learned)).toContainEqual({ term: '海湾', weight: 0.7, bound: 0 });
    expect(weighQuestion(wordsOf('Haiwan'), learned).map(({ term }) => term)).toContain('haiwan');
  });

  it('is how they write its words, together or apart, which are then no slips', async () => {
    put({ text: 'Kedua kota menandatangani kerja sama pelabuhan.' }, { text: 'Rapat.' }, { text: 'Beras.' });
    const learned = await learnedOf('isi kerjasama');
    expect(variantsOf(learned)).toEqual(new Map([['kerjasama', [{ term: 'kerja sama', weight: 0.9 }]]]));
    expect(learned.respellings.size).toBe(0);
    const terms = weighQuestion(wordsOf('kerjasama'), learned);
    for (const term of ['kerja', 'sama']) expect(terms).toContainEqual({ term, weight: 0.55, bound: 0 });
  });

  it('is no other spelling for a name that they have in another script', async () => {
    put(CHINESE, { ...INDONESIAN, text: 'Haiwin' });
    expect((await learnedOf('Haiwan')).respellings.size).toBe(0);
    expect((await learnedOf('haiwan')).respellings.get('haiwan')?.[0]?.term).toBe('haiwin');
  });

  it('is no other spelling for a word that asks, which few releases have', async () => {
    put({ text: 'Kapal pertama bersandar.' });
    expect((await learnedOf('Kapan kapla itu bersandar?')).respellings.get('kapla')?.[0]?.term).toBe('kapal');
    expect((await learnedOf('Kapan kapla itu bersandar?')).respellings.has('kapan')).toBe(false);
  });

  it('is no other spelling for a word that the model knows whole, which is no slip', async () => {
    put({ text: 'Harga gula di pasar naik.' });
    const question = tokenizeQuestion('gula pasir');
    const word = (pieces: number): WordVector => ({ vector: Float32Array.from([1]), weight: 1, pieces });
    const learned = async (pieces: number): Promise<boolean> =>
      (await memory.learnedOf({ ...question, words: [word(1), word(pieces)] })).respellings.has('pasir');
    expect(await learned(1)).toBe(false);
    expect(await learned(2)).toBe(true);
  });

  it('grows with them', async () => {
    put(INDONESIAN, { ...CHINESE, text: '地铁开通了。' });
    expect((await learnedOf('Haiwan')).transliterations.size).toBe(0);
    put(CHINESE);
    expect((await learnedOf('Haiwan')).transliterations.size).toBe(1);
  });
});
