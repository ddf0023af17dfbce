import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parser } from '@odiffey/discord-markdown';
import {
  blockQuote,
  cutGraphemes,
  displayText,
  escapeMarkdown,
  safeLink,
  unescapeMarkdown,
} from '../../../src/discord/escape.ts';

const TRICKS = [
  '**tebal** _miring_ ~~coret~~ `kode` ||rahasia||',
  '[bank.test](https://jahat.test)',
  '```\nblok\n```',
  '>>> sisanya\n# judul\n-# kecil\n- butir\n1. nomor',
  '@everyone @here <@1> <@&1> <#2> </x:1> <t:1> <id:guide> <:e:1>',
  'https://contoh.test/a_b_c www.contoh.test user@contoh.test',
];

/** Kinds of nodes that Discord's parser makes of a text. */
function kindsIn(text: string): readonly string[] {
  const kinds = new Set<string>();
  JSON.stringify(parser(text), (key, value: unknown) => {
    if (key === 'type' && typeof value === 'string') kinds.add(value);
    return value;
  });
  return [...kinds].sort();
}

describe('escaping', () => {
  it('gives back the same text when it is undone, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  it.each(TRICKS)('leaves Discord nothing to act on in %j', (text) => {
    expect(kindsIn(escapeMarkdown(text)).filter((kind) => !['text', 'br'].includes(kind))).toEqual([]);
  });

  it('begins every quoted line with its own mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '>', '#', '`') }), (text) => {
        expect(
          blockQuote(escapeMarkdown(text))
            .split('\n')
            .every((line) => line.startsWith('> ')),
        ).toBe(true);
      }),
    );
  });
});

describe('the text that is shown', () => {
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
});

describe('a link', () => {
  it.each([
    'javascript:alert(1)',
    'http://contoh.test',
    'https://bank.test@jahat.test',
    'bukan url',
    `https://a.test/${'x'.repeat(600)}`,
    undefined,
  ])('is not offered for %s', (url) => {
    expect(safeLink(url)).toBeUndefined();
  });

  it('shows the host of a look-alike name for what it is, and closes no parenthesis', () => {
    expect(safeLink('https://аррӏе.test/a(b)')).toEqual({
      href: 'https://xn--80ak6aa92e.test/a%28b%29',
      host: 'xn--80ak6aa92e.test',
    });
  });
});
