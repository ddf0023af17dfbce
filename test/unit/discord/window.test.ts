import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPoints, renderWindow } from '../../../src/discord/window-card.ts';
import { windowAround, windowFrom } from '../../../src/discord/window.ts';
import { pagesOf } from '../../../src/discord/budget.ts';
import type { Body } from '../../../src/discord/body.ts';
import type { Release } from '../../../src/domain/release.ts';
import { aRelease, passagesOf } from '../../support/builders.ts';
import { quotedIn, textsIn } from '../../support/bodies.ts';
import { faultsOf } from '../../support/fake-discord/schema.ts';

const faults = (body: Body): readonly string[] => faultsOf('/webhooks/1/t/messages/@original', body);

function inParagraphs(text: string): Release {
  const release = aRelease({ text });
  const paragraphs = passagesOf(release).map(({ span }) => span);
  return { ...release, outline: { ...release.outline, paragraphs } };
}

const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4_000 }),
  fc.constant('kata. '.repeat(900)),
  fc.constant(`a${'\u0301'.repeat(4_000)}`),
  fc.constant('😀'.repeat(1_600)),
);
const anyRelease = fc
  .array(words, { minLength: 1, maxLength: 8 })
  .map((paragraphs) => inParagraphs(paragraphs.join('\n\n')))
  .filter(({ text }) => text.trim() !== '');

describe('the windows of a release', () => {
  it('lead through all of its words, forwards and back, whatever it holds', () => {
    fc.assert(
      fc.property(anyRelease, (release) => {
        const letters = (text: string): string => text.replace(/\s+/g, '');
        const read: string[] = [];
        let last = 0;
        for (let from: number | undefined = 0; from !== undefined;) {
          const { span, next } = windowFrom(release, from);
          read.push(release.text.slice(span.start, span.end));
          expect(span.end).toBeGreaterThan(last);
          last = span.end;
          from = next;
        }
        expect(letters(read.join(''))).toBe(letters(release.text));
        for (let from: number | undefined = last; from !== undefined;) {
          const { span, previous } = windowFrom(release, from);
          expect(span.start).toBeLessThan(last);
          last = span.start;
          from = previous;
        }
        expect(letters(release.text.slice(0, last))).toBe('');
      }),
      { numRuns: 25 },
    );
  });

  it('hold what is quoted, with what stands before and after it', () => {
    const release = inParagraphs(['Satu.', 'Dua.', 'Tiga.', 'Empat.', 'Lima.'].join('\n\n'));
    const quote = { start: release.text.indexOf('Tiga.'), end: release.text.indexOf('Tiga.') + 5 };
    const window = windowAround(release, quote);
    expect(window).toEqual({ span: { start: 0, end: release.text.length }, first: 1, last: 5, of: 5 });
  });

  it('say where another begins', () => {
    const paragraph = `${'kata '.repeat(115).trim()}.`;
    const release = inParagraphs(Array(12).fill(paragraph).join('\n\n'));
    const at = 5 * (paragraph.length + 2);
    const window = windowAround(release, { start: at, end: at + 4 });
    expect(window).toMatchObject({ first: 4, last: 7, of: 12 });
    expect(windowFrom(release, window.next ?? 0).first).toBe(window.last + 1);
    // The first window is as full as the others, and shares a block with the second.
    expect(windowFrom(release, window.previous ?? 0)).toMatchObject({ first: 1, last: 4 });
  });

  it('fit every limit of Discord, with the quote in bold', () => {
    fc.assert(
      fc.property(anyRelease, fc.nat(), fc.nat(900), (release, at, length) => {
        const start = at % release.text.length;
        const quote = { start, end: start + length };
        const body = renderWindow(release, { window: windowAround(release, quote), quote, language: 'zh' });
        expect(faults(body)).toEqual([]);
      }),
      { numRuns: 25 },
    );
    const release = inParagraphs('Satu.\n\nDua.');
    const body = renderWindow(release, {
      window: windowAround(release, { start: 7, end: 11 }),
      quote: { start: 7, end: 11 },
      language: 'id',
    });
    expect(textsIn(body)[0]).toContain('> Satu\\.\n> \n> **Dua\\.**');
    expect(textsIn(body)[0]).toContain('bagian 1–2 dari 2');
  });
});

describe('the points of a list', () => {
  const listOf = (texts: readonly string[]) => {
    const release = aRelease({ text: texts.join('\n') });
    let start = 0;
    const points = texts.map((text, i) => {
      const span = { start, end: start + text.length };
      start = span.end + 1;
      return { n: i + 1, span };
    });
    return { release, list: { style: 'number' as const, points } };
  };

  it('are all shown in order, over as many pages as they need', () => {
    const texts = Array.from({ length: 60 }, (_, i) => `Butir ${i + 1}: ${'x'.repeat(200)}`);
    const { release, list } = listOf(texts);
    const { pages } = renderPoints(release, { list, page: 0, language: 'id' });
    expect(pages).toBeGreaterThan(1);
    const shown = Array.from({ length: pages }, (_, page) =>
      quotedIn(renderPoints(release, { list, page, language: 'id' }).body),
    );
    expect(shown.join('\n')).toBe(texts.join('\n'));
  });

  it('fit every limit of Discord, and a page beyond the last is the last', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.nat(30), (texts, page) => {
        const { release, list } = listOf(texts);
        const card = renderPoints(release, { list, page, language: 'en' });
        expect(faults(card.body)).toEqual([]);
        expect(card.page).toBeLessThan(card.pages);
      }),
      { numRuns: 25 },
    );
  });
});

describe('pages of texts', () => {
  it('hold each text once and in order, and no more than fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 })),
        fc.integer({ min: 1, max: 300 }),
        (lengths, budget) => {
          const pages = pagesOf(lengths, budget);
          expect(pages.flatMap(({ start, end }) => lengths.slice(start, end))).toEqual(lengths);
          for (const { start, end } of pages) {
            const sum = lengths.slice(start, end).reduce((total, length) => total + length, 0);
            expect(end - start === 1 || sum <= budget).toBe(true);
          }
        },
      ),
    );
  });
});
