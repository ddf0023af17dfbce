import { expect, test } from 'vitest';
import { prepareQuestion } from '../../../src/answer/asked.ts';
import { readCandidate } from '../../../src/answer/candidates.ts';
import { aReading, aResult } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';

test('the number of a heading is no name that a question may ask for', () => {
  const text = '3. Tarif\n\nTiket dijual mulai besok.';
  const release = aRelease({ title: 'Kabar', text });
  const { header, passage, ...found } = aResult();
  const ranked = {
    ...found,
    header: { ...header, revision: release.revision },
    passage: {
      ...passage,
      span: { start: text.indexOf('Tiket'), end: text.length },
      heading: { start: 0, end: 8 },
    },
  };
  const asked = prepareQuestion(aReading({ terms: 'kapan tiket jalur 3 dijual' }), () => 1);
  const candidate = readCandidate(ranked, asked, release);
  expect(candidate?.extract.forms.has('tarif')).toBe(true);
  expect(candidate?.names).toBe(0);
});
