import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/discord/escape.ts';
import { renderAnswer } from '../../src/discord/render.ts';
import { headerOf } from '../../src/domain/release.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { aRelease } from '../support/builders.ts';
import { flatten, type Component } from '../support/fake-discord/schema.ts';

describe('row 15: the address of a release is not to be trusted', () => {
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

  it.each(['javascript:alert(1)', 'https://bank.test@jahat.test', `https://a.test/${'x'.repeat(600)}`])(
    'leaves the answer without a button for %s',
    (url) => {
      const header = { ...headerOf(aRelease()), url };
      const body = renderAnswer(anAnswer({ quotes: [aQuote({ header })] }), {
        language: 'id',
        timeZone: 'Asia/Jakarta',
      });
      const urls = flatten(body.components as unknown as Component[]).flatMap((part) => part.url ?? []);
      expect(urls).toEqual([]);
    },
  );
});
