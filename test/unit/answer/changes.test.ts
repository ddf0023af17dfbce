import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/answer/changes.ts';
import { aRelease } from '../../support/builders.ts';

const changed = (older: string, newer: string) =>
  changesBetween(aRelease({ text: older }), aRelease({ text: newer })).sentences.map(({ kind, text }) => [
    kind,
    text,
  ]);

describe('what changed between two revisions', () => {
  it('is the sentence that was there and the one that stands in its place', () => {
    const older = 'Pelabuhan dibuka Senin. Ada tiga dermaga. Bupati hadir.';
    const newer = 'Pelabuhan dibuka Senin. Ada empat dermaga. Bupati hadir.';
    expect(changed(older, newer)).toEqual([
      ['removed', 'Ada tiga dermaga.'],
      ['added', 'Ada empat dermaga.'],
    ]);
  });

  it('is a sentence that came or went alone', () => {
    expect(changed('Satu kalimat. Dua kalimat.', 'Satu kalimat.')).toEqual([['removed', 'Dua kalimat.']]);
    expect(changed('Satu kalimat.', 'Nol kalimat. Satu kalimat.')).toEqual([['added', 'Nol kalimat.']]);
  });

  it('is not the spacing', () => {
    expect(changed('Satu  kalimat\nlagi. Dua.', 'Satu kalimat lagi. Dua.')).toEqual([]);
  });

  it('is the headline, where that changed', () => {
    const [older, newer] = [aRelease({ title: 'Dibuka' }), aRelease({ title: 'Ditutup' })];
    expect(changesBetween(older, newer)).toEqual({
      title: { older: 'Dibuka', newer: 'Ditutup' },
      sentences: [],
    });
  });

  it('stands word for word in the revision that has it, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('Satu kalimat. ', 'Dua kalimat? ', '第三句。', 'Empat,\n\n'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [older, newer] = [aRelease({ text: before }), aRelease({ text: after })];
        for (const { kind, text: words, span } of changesBetween(older, newer).sentences) {
          const { text: whole } = kind === 'removed' ? older : newer;
          expect(whole.slice(span.start, span.end)).toBe(words);
        }
      }),
    );
  });
});
