import fc from 'fast-check';
import { parser } from '@odiffey/discord-markdown';
import { describe, expect, it } from 'vitest';
import { blockQuote, displayText, escapeMarkdown, unescapeMarkdown } from '../../src/discord/escape.ts';
import { renderAnswer } from '../../src/discord/render.ts';
import { headerOf } from '../../src/domain/release.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { aRelease } from '../support/builders.ts';
import { quotedIn, textsIn } from '../support/bodies.ts';

const INDONESIAN = { language: 'id', timeZone: 'Asia/Jakarta' } as const;

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

/** Texts of releases that would like to be more than text. */
const anyTrick = fc
  .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ unit: 'grapheme', maxLength: 40 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('\n'));

describe('row 13: a release holds the signs of Markdown', () => {
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

  it('reads as the release reads, once the signs of quoting are taken off', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyTrick, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 800 })),
        (text) => {
          const body = renderAnswer(anAnswer({ quotes: [aQuote({ text })] }), INDONESIAN);
          expect(quotedIn(body)).toBe(displayText(text));
        },
      ),
    );
  });

  it('shows no link but those that Rilis made, wherever the trick stands', () => {
    fc.assert(
      fc.property(anyTrick, anyTrick, (text, title) => {
        const header = headerOf(aRelease({ title, source: title }));
        const body = renderAnswer(anAnswer({ quotes: [aQuote({ text, header })] }), INDONESIAN);
        const kinds = textsIn(body).flatMap((part) => kindsIn(part));
        for (const kind of [
          'url',
          'autolink',
          'channel',
          'user',
          'role',
          'everyone',
          'here',
          'emoji',
          'timestamp',
        ])
          expect(kinds).not.toContain(kind);
      }),
      { numRuns: 60 },
    );
  });
});
