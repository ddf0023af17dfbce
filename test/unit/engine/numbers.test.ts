import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../src/embed/embedder.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { Store } from '../../../src/store/store.ts';
import { aPreparedRelease, aVector } from '../../support/builders.ts';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';

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

let opened: TestEngine;
let store: Store;
let engine: Engine;

beforeEach(async () => {
  opened = await openTestEngine(embedder);
  ({ store, engine } = opened);
  store.putRelease(aPreparedRelease({ text: FORMER }), MODEL);
});

afterEach(() => opened.close());

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
