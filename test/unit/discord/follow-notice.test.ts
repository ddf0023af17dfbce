import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderNotice } from '../../../src/discord/follow-notice.ts';
import { headerOf } from '../../../src/domain/release.ts';
import { aRelease } from '../../support/builders.ts';
import { textOf } from '../../support/bot-trip.ts';
import { faultsOf } from '../../support/fake-discord/schema.ts';
import { aMatch } from '../../support/follows.ts';

const PATH = '/channels/400000000000000001/messages';
const told = (topic: string, given = {}) => ({ ...aMatch(given), topic });

describe('a notice', () => {
  it('shows topic, passage, citation and the reason', () => {
    const text = textOf(renderNotice([told('pelabuhan baru')], { language: 'id' }));
    expect(text).toContain('Rilis baru: **pelabuhan baru**');
    expect(text).toContain('> Pelabuhan baru dibuka pada hari Senin\\.');
    expect(text).toContain('Otoritas Pelabuhan');
    expect(text).toContain('kata: pelabuhan, baru · makna 0,71');
  });

  it('shows a passage that two topics match once, with both reasons', () => {
    const text = textOf(renderNotice([told('pelabuhan'), told('kapal')], { language: 'en' }));
    expect(text.match(/> /g)).toHaveLength(1);
    expect(text).toContain('kapal: words: pelabuhan, baru · meaning 0\\.71');
  });

  it('says how many wait for the next digest', () => {
    expect(textOf(renderNotice([told('a')], { language: 'zh', left: 12 }))).toContain('12 个段落');
  });

  it('carries its mark as the id of its outer component', () => {
    expect(renderNotice([told('a')], { language: 'id', mark: 77 }).components[0]).toMatchObject({ id: 77 });
  });

  it('is one that Discord takes, whatever is in it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 600 });
    const match = fc
      .record({ topic: words, text: words, title: words, source: words, n: fc.nat(20) })
      .map(({ topic, text, title, source, n }) => ({
        ...told(topic, {
          text: text === '' ? 'a' : text,
          span: { start: n, end: n + 1 },
          header: headerOf(aRelease({ ref: `r${n}`, title, source, url: `https://contoh.test/${n}` })),
        }),
      }));
    const matches = fc.array(match, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(matches, fc.constantFrom('id', 'en', 'zh'), fc.nat(), (given, language, left) => {
        expect(faultsOf(PATH, renderNotice(given, { language, left, mark: 1 }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
