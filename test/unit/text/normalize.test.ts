import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalize } from '../../../src/text/normalize.ts';

test('line ends become line feeds', () => {
  expect(canonicalize('a\r\nb\rc\n')).toBe('a\nb\nc\n');
});

test('text is composed', () => {
  expect(canonicalize('e\u0301')).toBe('\u00E9');
});

test('controls and the byte order mark go, tabs stay', () => {
  expect(canonicalize('\uFEFFa\u0000b\u001B[31m\tc')).toBe('ab[31m\tc');
});

test('a lone surrogate becomes the replacement character', () => {
  expect(canonicalize('a\uD83Db\uDE00c')).toBe('a\uFFFDb\uFFFDc');
  expect(canonicalize('😀')).toBe('😀');
});

test('clean text is left as it is, with white space at its ends and invisible characters', () => {
  const body = '  per\u00ADdana men\u200Bteri\n\n— “外交部”\u3000 \n';
  expect(canonicalize(body)).toBe(body);
});

test('for every text, a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
      const once = canonicalize(text);
      expect(canonicalize(once)).toBe(once);
    }),
  );
});
