import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simplify } from '../../../src/text/simplified.ts';
import { termsOf } from '../../../src/text/terms.ts';
import { aText } from '../../support/texts.ts';

it('gives traditional characters their simplified form, and leaves all else', () => {
  expect(simplify('發言人說：第三點措施何時實施？')).toBe('发言人说：第三点措施何时实施？');
  expect(simplify('Menteri 王毅 said 3 億')).toBe('Menteri 王毅 said 3 亿');
});

it('is as long as the text, so that spans of one are spans of the other', () => {
  const anyText = fc.oneof(aText(), fc.string({ unit: 'binary' }), fc.constant('\u{20000}㩜龍\uD800'));
  fc.assert(
    fc.property(anyText, (text) => {
      const simplified = simplify(text);
      expect(simplified.length).toBe(text.length);
      expect(simplify(simplified)).toBe(simplified);
    }),
  );
});

it('gives every character the form that its simplified form has', () => {
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const simplified = simplify(String.fromCharCode(code));
    expect(simplify(simplified)).toBe(simplified);
  }
});

it('makes one term of a word, whatever the script', () => {
  expect(termsOf('鐵路運輸')).toEqual(termsOf('铁路运输'));
});
