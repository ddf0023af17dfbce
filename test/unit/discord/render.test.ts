import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/domain/answer.ts';
import type { Body } from '../../../src/discord/body.ts';
import { renderAnswer, renderResults } from '../../../src/discord/render.ts';
import { anAnswer, aQuote, aRefusal, aResult } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';
import { headerOf } from '../../../src/domain/release.ts';
import { quotedIn, textsIn } from '../../support/bodies.ts';
import { faultsOf, flatten, type Component } from '../../support/fake-discord/schema.ts';

const INDONESIAN = { language: 'id', timeZone: 'Asia/Jakarta' } as const;

function faults(body: Body): readonly string[] {
  return faultsOf('/webhooks/1/t/messages/@original', body);
}

const anyQuote: fc.Arbitrary<Quote> = fc
  .record({
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: 6_000 }),
    title: fc.string({ unit: 'binary', maxLength: 400 }),
    source: fc.string({ unit: 'binary', maxLength: 200 }),
    url: fc.option(fc.webUrl({ validSchemes: ['https'] }), { nil: undefined }),
    key: fc.boolean(),
  })
  .map(({ text, title, source, url, key }) =>
    aQuote({
      text,
      header: { ...headerOf(aRelease({ title, source })), ref: title, ...(url === undefined ? {} : { url }) },
      ...(key ? { key: { start: 0, end: Math.floor(text.length / 2) } } : {}),
    }),
  );

describe('an answer in Discord', () => {
  it('fits every limit of Discord, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.array(anyQuote, { minLength: 1, maxLength: 30 }), (quotes) => {
        expect(faults(renderAnswer(anAnswer({ quotes }), INDONESIAN))).toEqual([]);
        expect(faults(renderAnswer(aRefusal({ nearest: quotes }), INDONESIAN))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('marks the decisive sentence and changes no word of it', () => {
    const text = 'Awal kalimat. Inilah jawabannya. Akhir.';
    const body = renderAnswer(
      anAnswer({ quotes: [aQuote({ text, key: { start: 14, end: 32 } })] }),
      INDONESIAN,
    );
    expect(textsIn(body)[0]).toContain('> Awal kalimat\\. **Inilah jawabannya\\.** Akhir\\.');
    expect(quotedIn(body)).toBe(text);
  });

  it('cites headline, date and source, with a button to the release', () => {
    const header = { ...headerOf(aRelease()), url: 'https://contoh.test/rilis/1' };
    const body = renderAnswer(anAnswer({ quotes: [aQuote({ header })] }), INDONESIAN);
    expect(textsIn(body)[0]).toContain(
      '-# **Pelabuhan baru dibuka** · 27 Mei 2024 · Otoritas Pelabuhan · contoh\\.test',
    );
    expect(
      flatten(body.components as unknown as Component[]).find(({ url }) => url !== undefined),
    ).toMatchObject({
      url: 'https://contoh.test/rilis/1',
      label: 'Buka rilis',
    });
  });

  it('shows all points of a list in order under one citation', () => {
    const quotes = ['Pertama, satu.', 'Kedua, dua.', 'Ketiga, tiga.'].map((text, i) =>
      aQuote({ number: i + 1, text }),
    );
    const body = renderAnswer(anAnswer({ quotes }), INDONESIAN);
    expect(quotedIn(body)).toBe('Pertama, satu.\nKedua, dua.\nKetiga, tiga.');
    expect(textsIn(body).filter((text) => text.includes('Pelabuhan baru dibuka'))).toHaveLength(1);
  });

  it('marks a quote that had to be cut, and what stands before the mark is the release word for word', () => {
    const text = 'kata '.repeat(2_000);
    const shown = quotedIn(renderAnswer(anAnswer({ quotes: [aQuote({ text })] }), INDONESIAN));
    expect(shown.endsWith('[… dipotong]')).toBe(true);
    expect(text.startsWith(shown.slice(0, -'[… dipotong]'.length).trimEnd())).toBe(true);
  });

  it('says how many points of a list are missing, never leaving them out in silence', () => {
    const quotes = Array.from({ length: 90 }, (_, i) =>
      aQuote({ number: i + 1, text: `Butir ${i + 1}: ${'x'.repeat(90)}` }),
    );
    const body = renderAnswer(anAnswer({ quotes }), INDONESIAN);
    expect(textsIn(body).join('\n')).toMatch(/\d+ dari 90 butir/);
  });

  it('says why there is no answer, and shows what is nearest as just that', () => {
    const text = textsIn(renderAnswer(aRefusal(), INDONESIAN)).join('\n');
    expect(text).toContain('tidak ada yang menjawab');
    expect(text).toContain('Yang paling dekat');
  });

  it('speaks the language of the member and leaves the quote in its own', () => {
    const english = textsIn(renderAnswer(anAnswer(), { ...INDONESIAN, language: 'en' })).join('\n');
    expect(english).toContain('> Pelabuhan baru dibuka');
    expect(english).toContain('27 May 2024');
    expect(english).toContain('confidence 87 %');
  });
});

describe('search results in Discord', () => {
  it('fit every limit and say when there are none', () => {
    const results = Array.from({ length: 25 }, () => aResult({ text: '*'.repeat(5_000) }));
    expect(faults(renderResults(results, INDONESIAN))).toEqual([]);
    expect(textsIn(renderResults([], INDONESIAN))).toEqual(['Tidak ada petikan yang cocok.']);
  });
});
