import { expect, test } from 'vitest';
import { prepareQuestion } from '../../../src/answer/asked.ts';
import { readCandidate } from '../../../src/answer/candidates.ts';
import { headerOf } from '../../../src/domain/release.ts';
import { sliceSpan } from '../../../src/domain/span.ts';
import { chunk } from '../../../src/ingest/chunk.ts';
import { aReading, aResult } from '../../support/answers.ts';
import { anOutlinedRelease, aRelease } from '../../support/builders.ts';

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

test.each([
  ['2023', 'Pada 2023 hadir 31 kelompok.'],
  ['2024', 'Tahun ini hadir 39 kelompok, naik dari tahun lalu.'],
])('of two figures for two years, that of the year asked about decides: %s', (year, decisive) => {
  const text = 'Tahun ini hadir 39 kelompok, naik dari tahun lalu. Pada 2023 hadir 31 kelompok.';
  const release = aRelease({ title: 'Festival', text, publishedAt: '2024-10-18T09:00:00+07:00' });
  const { header, passage, ...found } = aResult();
  const ranked = {
    ...found,
    header: { ...header, revision: release.revision },
    passage: { ...passage, span: { start: 0, end: text.length } },
  };
  const reading = aReading({
    terms: 'Berapa kelompok hadir di festival?',
    shape: 'quantity',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
  });
  const candidate = readCandidate(
    ranked,
    prepareQuestion(reading, () => 1),
    release,
  );
  expect(candidate && sliceSpan(text, candidate.extract.key)).toBe(decisive);
});

test.each([
  ['answer', 'Kapal berangkat besok pagi.'],
  ['question', 'Kapan kapal berangkat?'],
] as const)('an %s is quoted without the label before it, as its role tells whose it is', (kind, said) => {
  const release = anOutlinedRelease({
    text: 'Tanya: Kapan kapal berangkat?\n\nJawab: Kapal berangkat besok pagi.',
  });
  const { passage, ...found } = aResult();
  const reading = aReading({ terms: 'kapan kapal berangkat', wantsQuestion: kind === 'question' });
  const asked = prepareQuestion(reading, () => 1);
  const chunked = chunk(release).find(({ role }) => role.kind === kind);
  const ranked = { ...found, header: headerOf(release), passage: { ...passage, ...chunked } };
  const candidate = readCandidate(ranked, asked, release);
  expect(candidate && sliceSpan(release.text, candidate.span)).toBe(said);
});
