import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { aPreparedRelease, aVector } from '../support/builders.ts';

const MODEL = 'toy@1';

/** What every store must do. */
function storeContract(name: string, open: () => Store): void {
  describe(name, () => {
    let store: Store;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => {
      store.close();
    });

    it('gives back a release exactly as it was put', () => {
      const prepared = aPreparedRelease({
        text: 'Satu.\n\nDua \u00ad\u200b😀.',
        url: 'https://contoh.test/1',
      });
      expect(store.putRelease(prepared, MODEL)).toBe('added');
      expect(store.readRelease(prepared.release.ref)).toEqual({ ...prepared.release, number: 1 });
    });

    it('keeps a release without a date without a date', () => {
      const { publishedAt: _, ...undated } = aPreparedRelease().release;
      store.putRelease({ ...aPreparedRelease(), release: undated }, MODEL);
      expect(store.readRelease(undated.ref)).toEqual({ ...undated, number: 1 });
    });

    it('changes nothing when the same release is put again', () => {
      store.putRelease(aPreparedRelease(), MODEL);
      const before = { generation: store.generation(), passages: store.readPassages('pelabuhan.txt') };
      expect(store.putRelease(aPreparedRelease(), MODEL)).toBe('unchanged');
      expect({ generation: store.generation(), passages: store.readPassages('pelabuhan.txt') }).toEqual(
        before,
      );
    });

    it('makes changed text a new revision and keeps the former readable', () => {
      const former = aPreparedRelease({ text: 'Dua belas orang hadir.' });
      const latter = aPreparedRelease({ text: 'Dua puluh orang hadir.' });
      store.putRelease(former, MODEL);
      expect(store.putRelease(latter, MODEL)).toBe('updated');
      expect(store.readRelease(former.release.ref)?.text).toBe('Dua puluh orang hadir.');
      expect(store.readRelease(former.release.ref, former.release.revision)?.text).toBe(
        'Dua belas orang hadir.',
      );
      expect(store.readRevisions(former.release.ref).map((revision) => revision.current)).toEqual([
        true,
        false,
      ]);
    });

    it('takes the passages and vectors of a former revision out of search', () => {
      store.putRelease(aPreparedRelease({ text: 'Tetap sama.\n\nBerubah lama.' }), MODEL);
      const former = store.readPassages('pelabuhan.txt').map((passage) => passage.id);
      store.putRelease(aPreparedRelease({ text: 'Tetap sama.\n\nBerubah baru.' }), MODEL);
      const current = store.readPassages('pelabuhan.txt').map((passage) => passage.id);
      expect(current.filter((id) => former.includes(id))).toEqual([]);
      expect([...store.vectorsAfter(0, MODEL)].map(({ id }) => id)).toEqual(current);
    });

    it('tells which revisions are current, by number', () => {
      for (const ref of ['a', 'b', 'a']) store.putRelease(aPreparedRelease({ ref, text: ref }), MODEL);
      store.putRelease(aPreparedRelease({ ref: 'a', text: 'lain' }), MODEL);
      const [first, second] = store.revisionsAfter(0, 9);
      expect([first?.ref, second?.ref]).toEqual(['b', 'a']);
      expect(second?.revision).toBe(aPreparedRelease({ ref: 'a', text: 'lain' }).release.revision);
      expect(Date.parse(second?.readAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
      expect(store.revisionsAfter(first?.number ?? 0, 9)).toEqual([second]);
      expect(store.revisionsAfter(0, 1)).toEqual([first]);
    });

    it('makes a changed header an update but no revision', () => {
      store.putRelease(aPreparedRelease({ source: 'Lama' }), MODEL);
      expect(store.putRelease(aPreparedRelease({ source: 'Baru' }), MODEL)).toBe('updated');
      expect(store.readRevisions('pelabuhan.txt')).toHaveLength(1);
      expect(store.readRelease('pelabuhan.txt')?.source).toBe('Baru');
    });

    it('chunks an unchanged text again when the rules have changed', () => {
      store.putRelease(aPreparedRelease({}, 1), MODEL);
      expect(store.holds(aPreparedRelease().release, 1)).toBe(true);
      expect(store.holds(aPreparedRelease().release, 2)).toBe(false);
      expect(store.putRelease(aPreparedRelease({}, 2), MODEL)).toBe('updated');
    });

    it('returns to an earlier text as to a revision of its own', () => {
      for (const text of ['Awal.', 'Tengah.', 'Awal.']) store.putRelease(aPreparedRelease({ text }), MODEL);
      expect(store.readRelease('pelabuhan.txt')?.text).toBe('Awal.');
      expect(store.readRevisions('pelabuhan.txt')).toHaveLength(3);
    });

    it('finds every revision by its number, and a number still names it when its header or the rules change', () => {
      store.putRelease(aPreparedRelease({ text: 'Awal.', source: 'Lama' }), MODEL);
      store.putRelease(aPreparedRelease({ text: 'Awal.', source: 'Baru' }), MODEL);
      store.putRelease(aPreparedRelease({ text: 'Awal.', source: 'Baru' }, 2), MODEL);
      store.putRelease(aPreparedRelease({ text: 'Akhir.' }), MODEL);
      for (const number of [1, 2, 3])
        expect(store.readNumber(number)).toMatchObject({ text: 'Awal.', source: 'Baru', number: 3 });
      expect(store.readNumber(4)?.text).toBe('Akhir.');
      expect(store.readNumber(5)).toBeUndefined();
      store.removeRelease('pelabuhan.txt');
      for (const number of [1, 3, 4]) expect(store.readNumber(number)).toBeUndefined();
    });

    it('finds the vectors of the texts a model has read, and of no other model', () => {
      const prepared = aPreparedRelease();
      store.putRelease(prepared, MODEL);
      const texts = [...prepared.embeddedTexts, 'tidak dikenal'];
      expect([...store.findVectors(texts, MODEL).keys()]).toEqual(prepared.embeddedTexts);
      expect(store.findVectors(texts, 'lain@1').size).toBe(0);
    });

    it('tells which releases a new model has not read, until their vectors are put', () => {
      const prepared = aPreparedRelease();
      store.putRelease(prepared, MODEL);
      expect(store.unembeddedReleases(MODEL, 10)).toEqual([]);
      expect(store.unembeddedReleases('baru@1', 10).map(({ release }) => release.ref)).toEqual([
        'pelabuhan.txt',
      ]);
      expect(store.counts('baru@1').unembedded).toBe(2);
      store.putVectors(prepared.embeddedTexts, prepared.embeddedTexts.map(aVector), 'baru@1');
      expect(store.counts('baru@1')).toEqual({ releases: 1, passages: 2, unembedded: 0 });
    });

    it('removes a release with all its revisions, and says when there is none', () => {
      store.putRelease(aPreparedRelease({ text: 'Awal.' }), MODEL);
      store.putRelease(aPreparedRelease({ text: 'Akhir.' }), MODEL);
      expect(store.removeRelease('pelabuhan.txt')).toBe(true);
      expect(store.removeRelease('pelabuhan.txt')).toBe(false);
      expect(store.readRevisions('pelabuhan.txt')).toEqual([]);
      expect(store.counts(MODEL)).toEqual({ releases: 0, passages: 0, unembedded: 0 });
    });

    it('walks current releases by number, and gives no number twice', () => {
      for (const ref of ['a', 'b', 'c']) store.putRelease(aPreparedRelease({ ref }), MODEL);
      store.removeRelease('c');
      store.putRelease(aPreparedRelease({ ref: 'd' }), MODEL);
      const walked = [...store.releasesAfter(0)];
      expect(walked.map(({ release }) => release.ref)).toEqual(['a', 'b', 'd']);
      expect(walked.map(({ number }) => number)).toEqual(store.currentNumbers());
      expect(store.currentNumbers()).toEqual([1, 2, 4]);
      expect([...store.releasesAfter(2)].map(({ release }) => release.ref)).toEqual(['d']);
    });

    it('lists releases newest first and those without a date last', () => {
      store.putRelease(aPreparedRelease({ ref: 'lama', publishedAt: '2023-01-01' }), MODEL);
      const { publishedAt: _, ...undated } = aPreparedRelease({ ref: 'tanpa' }).release;
      store.putRelease({ ...aPreparedRelease(), release: undated }, MODEL);
      store.putRelease(aPreparedRelease({ ref: 'baru', publishedAt: '2024-01-01T10:00:00' }), MODEL);
      expect(store.listReleases().map(({ ref }) => ref)).toEqual(['baru', 'lama', 'tanpa']);
    });
  });
}

storeContract('the SQLite store in memory', () => openSqliteStore(':memory:'));

describe('the SQLite store in a file', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'rilis-store-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('is read by one connection while another writes, and the reader sees the new generation', () => {
    const writer = openSqliteStore(path.join(dir, 'rilis.sqlite'));
    const reader = openSqliteStore(path.join(dir, 'rilis.sqlite'));
    const before = reader.generation();
    writer.putRelease(aPreparedRelease(), MODEL);
    expect(reader.generation()).toBeGreaterThan(before);
    expect(reader.readRelease('pelabuhan.txt')?.title).toBe('Pelabuhan baru dibuka');
    writer.close();
    reader.close();
  });

  it('refuses a folder it cannot write, saying which and what to do', () => {
    expect(() => openSqliteStore('/dev/null/rilis.sqlite')).toThrow(
      /\/dev\/null\/rilis\.sqlite can't be opened.*writable/s,
    );
  });
});
