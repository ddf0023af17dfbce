import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineOf } from '../../../src/ingest/outline.ts';
import { aText } from '../../support/texts.ts';

const paragraphs = (text: string): string[] =>
  outlineOf(text).paragraphs.map(({ start, end }) => text.slice(start, end));
const headings = (text: string): string[] =>
  outlineOf(text).headings.map(({ span }) => text.slice(span.start, span.end));

test('paragraphs stand apart by blank lines, or by line breaks where there are no blank lines', () => {
  expect(paragraphs('Satu.\n\n Dua. \n\n\nTiga.')).toEqual(['Satu.', 'Dua.', 'Tiga.']);
  expect(paragraphs('Satu.\nDua.\nTiga.')).toEqual(['Satu.', 'Dua.', 'Tiga.']);
});

test('lines that are broken to a width make one paragraph, up to a point or a signpost', () => {
  const text =
    'Pemerintah daerah meluncurkan rencana pengelolaan sampah yang\nbaru pada hari Senin, dan semua warga diminta membaca rencana\nitu sebelum akhir tahun.\nHadir:\n- satu orang\n- dua orang';
  expect(paragraphs(text)).toEqual([
    'Pemerintah daerah meluncurkan rencana pengelolaan sampah yang\nbaru pada hari Senin, dan semua warga diminta membaca rencana\nitu sebelum akhir tahun.',
    'Hadir:',
    '- satu orang',
    '- dua orang',
  ]);
});

const BELOW = 'Kelima layanan itu dibiayai dengan uang dari anggaran kota dan provinsi.';

test('a short line without a full stop above a paragraph is a heading', () => {
  expect(headings(`${BELOW}\n\nBiaya dan tenaga\n\n${BELOW}`)).toEqual(['Biaya dan tenaga']);
  expect(headings(`## Biaya\n\n${BELOW}`)).toEqual(['## Biaya']);
});

test('names in a row, sentences and announcements are no headings', () => {
  expect(headings(`Satu Orang\n\nDua Orang\n\n${BELOW}`)).toEqual([]);
  expect(headings(`Hadir pada acara itu:\n\n${BELOW}`)).toEqual([]);
  expect(headings(`Selesai.\n\n${BELOW}`)).toEqual([]);
});

test('for every text, spans are in order and within bounds, and points lie within their text', () => {
  fc.assert(
    fc.property(aText(), (text) => {
      const { paragraphs, headings, lists, turns } = outlineOf(text);
      let last = 0;
      for (const { start, end } of paragraphs) {
        expect(text.slice(last, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
      const spans = [...headings.map(({ span }) => span), ...turns.map(({ span }) => span)];
      for (const list of lists) {
        expect(list.points.length).toBeGreaterThan(1);
        spans.push(
          ...list.points.map(({ span }) => span),
          ...(list.announcement === undefined ? [] : [list.announcement]),
        );
        list.points.forEach((point, i) => {
          expect(point.n).toBe(i + 1);
          expect(point.span.start).toBeGreaterThanOrEqual(list.points[i - 1]?.span.end ?? 0);
        });
      }
      for (const { start, end } of spans) {
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 500 },
  );
});
