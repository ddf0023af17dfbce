import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutGraphemes, displayText } from '../../src/discord/escape.ts';
import { renderAnswer } from '../../src/discord/render.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { textsIn } from '../support/bodies.ts';

describe('row 14: a release holds characters that hide or reorder', () => {
  it('holds no characters that reorder or hide others, and no lone surrogate', () => {
    expect(displayText('a\u202Eb\u200B\u2066c\u{E0041}\uD800d')).toBe('abc\uFFFDd');
  });

  it('keeps the marks of real scripts and stops a flood of them', () => {
    expect(displayText('é ñ 한국어 हिन्दी')).toBe('é ñ 한국어 हिन्दी');
    expect(displayText(`z${'\u0300'.repeat(50)}`)).toBe(`z${'\u0300'.repeat(4)}`);
  });

  it('is never cut inside a grapheme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, length) => {
        const cut = cutGraphemes(text, length);
        const clusters = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect([...clusters, text.length]).toContain(cut.length);
      }),
    );
  });

  it('changes the display alone: the quote stays the slice of the release that it is', () => {
    const text = 'Harga \u202Enaik\u202C \u200Blima\u2060 persen \u{E0041}.';
    const quote = aQuote({ text });
    const body = renderAnswer(anAnswer({ quotes: [quote] }), { language: 'id', timeZone: 'Asia/Jakarta' });
    expect(textsIn(body).join('')).not.toMatch(
      /[\u202A-\u202E\u2066-\u2069\u200B\u2060\u{E0000}-\u{E007F}]/u,
    );
    expect(quote.text).toBe(text);
  });
});
