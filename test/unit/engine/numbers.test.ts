import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { Engine } from '../../../src/engine/engine.ts';
import { buildDenseIndex } from '../../../src/search/dense.ts';
import { openSearcher } from '../../../src/search/search.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aPreparedRelease, aVector } from '../../support/builders.ts';

const MODEL = 'four-numbers@1';
const embed = (texts: readonly string[]) => Promise.resolve(texts.map(aVector));
const embedder: Embedder = {
  fingerprint: MODEL,
  dimensions: 4,
  embedPassages: embed,
  embedQuestions: embed,
  close: () => Promise.resolve(),
};
const FORMER = 'Pelabuhan Merak dibuka pada hari Senin.';
const LATTER = 'Pelabuhan Merak ditutup pada hari Selasa.';

let dir: string;
let store: Store;
let engine: Engine;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-numbers-'));
  store = openSqliteStore(':memory:');
  const searcher = await openSearcher({
    store,
    embedder,
    directory: dir,
    fingerprint: MODEL,
    buildDense: buildDenseIndex,
  });
  engine = new Engine({ config: readConfig({}), store, embedder, searcher, fingerprint: MODEL });
  store.putRelease(aPreparedRelease({ text: FORMER }), MODEL);
});

afterEach(async () => {
  await engine.close();
  rmSync(dir, { recursive: true });
});

describe('the number of a revision', () => {
  it('comes with every passage found and every quote, and still names their text when it was revised', async () => {
    const { results } = await engine.search({ question: 'Pelabuhan Merak dibuka' });
    const { answer } = await engine.ask({ question: 'Kapan Pelabuhan Merak dibuka?' });
    const quotes = answer.kind === 'answered' ? answer.quotes : answer.nearest;
    store.putRelease(aPreparedRelease({ text: LATTER }), MODEL);
    expect([...results, ...quotes].length).toBeGreaterThan(1);
    for (const { header, text } of [...results, ...quotes])
      expect(engine.showNumber(header.number ?? 0)?.text).toBe(text);
  });

  it('gives passages to choose from while the revision is the current one, and none after', () => {
    expect(engine.passages(1)).toHaveLength(1);
    store.putRelease(aPreparedRelease({ text: LATTER }), MODEL);
    expect(engine.passages(1)).toEqual([]);
    expect(engine.passages(2)).toHaveLength(1);
    expect(engine.passages(3)).toEqual([]);
  });

  it('gives nothing to whoever may not see its source', () => {
    const outside = engine.within({ except: ['Otoritas Pelabuhan'] });
    expect(outside.showNumber(1)).toBeUndefined();
    expect(outside.passages(1)).toEqual([]);
  });
});
