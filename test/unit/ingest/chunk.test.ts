import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROJECT_DIR } from '../../../src/config.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import type { Release } from '../../../src/domain/release.ts';
import { chunk } from '../../../src/ingest/chunk.ts';
import { readReleases } from '../../../src/ingest/read.ts';
import { anOutlinedRelease } from '../../support/builders.ts';
import { aText } from '../../support/texts.ts';

const releaseOf = (text: string): Release => anOutlinedRelease({ text });
const passagesOf = (text: string): readonly Passage[] => chunk(releaseOf(text));
const wordsOf = (text: string): string[] =>
  passagesOf(text).map(({ span }) => text.slice(span.start, span.end));
const SENTENCE =
  'Pemerintah kota meluncurkan rencana baru yang disusun bersama warga dari semua kelurahan di tepi sungai. ';

test('a paragraph is a passage, the first one leads', () => {
  const long = SENTENCE.repeat(2).trim();
  expect(passagesOf(`${long}\n\n${long}`)).toEqual([
    { ref: 'pelabuhan.txt', ordinal: 0, span: { start: 0, end: long.length }, role: { kind: 'lead' } },
    {
      ref: 'pelabuhan.txt',
      ordinal: 1,
      span: { start: long.length + 2, end: 2 * long.length + 2 },
      role: { kind: 'paragraph' },
    },
  ]);
});

test('very short neighbours are joined', () => {
  expect(wordsOf('Satu.\n\nDua.\n\nTiga.')).toEqual(['Satu.\n\nDua.\n\nTiga.']);
});

test('a long paragraph is cut at sentences into pieces of about one size', () => {
  const words = wordsOf(SENTENCE.repeat(12));
  expect(words).toHaveLength(2);
  expect(words.every((piece) => piece.startsWith('Pemerintah') && piece.endsWith('sungai.'))).toBe(true);
});

test('Chinese is cut at fewer characters', () => {
  const words = wordsOf('本省山地多，全省有一千七百多个行政村离最近的医院超过二十公里。'.repeat(30));
  expect(words.every((piece) => piece.length <= 400 && piece.endsWith('。'))).toBe(true);
});

test('a sentence that is too long is cut at a clause, then at a word, then between characters', () => {
  for (const unit of [
    'klausa yang panjang, ',
    'kata ',
    '是',
    '👨‍👩‍👧‍👦',
    'e\u0301'.normalize('NFC') + '\u0302\u0303',
  ]) {
    const text = unit.repeat(1000);
    for (const piece of wordsOf(text))
      expect(piece.length % unit.length === 0 || unit.includes(' ')).toBe(true);
  }
});

test('a heading goes with the paragraph below it, and is told to those that follow', () => {
  const long = SENTENCE.repeat(2).trim();
  const text = `${long}\n\nBiaya dan tenaga\n\n${long}\n\n${long}`;
  const [, first, second] = passagesOf(text);
  expect(text.slice(first?.span.start, first?.span.end)).toBe(`Biaya dan tenaga\n\n${long}`);
  expect(first?.heading).toBeUndefined();
  expect(second?.heading).toEqual({ start: long.length + 2, end: long.length + 18 });
});

test('a point of a list is a passage that knows its number and its announcement', () => {
  const text = `Ia mengajukan dua usulan.\n\nPertama, ${SENTENCE}\n\nKedua, ${SENTENCE}${SENTENCE}`;
  expect(passagesOf(text).map(({ role, heading }) => [role, heading])).toEqual([
    [{ kind: 'lead' }, undefined],
    [
      { kind: 'item', n: 1, of: 2, list: 0 },
      { start: 0, end: 25 },
    ],
    [
      { kind: 'item', n: 2, of: 2, list: 0 },
      { start: 0, end: 25 },
    ],
  ]);
});

test('a point longer than a passage becomes several of one number', () => {
  const text = `Dua usulan.\n\nPertama, ${SENTENCE.repeat(20)}\n\nKedua, ${SENTENCE}`;
  const numbers = passagesOf(text).flatMap(({ role }) => (role.kind === 'item' ? [role.n] : []));
  expect(numbers).toEqual([1, 1, 1, 2]);
});

test('points that are mere words make one passage', () => {
  expect(wordsOf('Hadir:\n\n- satu orang\n- dua orang\n- tiga orang')).toEqual([
    'Hadir:',
    '- satu orang\n- dua orang\n- tiga orang',
  ]);
});

test('turns are never joined, and an answer stands under its question', () => {
  const text = 'Tanya: Aman?\n\nJawab: Ya.\n\nTanya: Lalu?\n\nJawab: Tidak.';
  expect(
    passagesOf(text).map(({ span, role, heading }) => [
      text.slice(span.start, span.end),
      role.kind,
      heading === undefined ? undefined : text.slice(heading.start, heading.end),
    ]),
  ).toEqual([
    ['Tanya: Aman?', 'question', undefined],
    ['Jawab: Ya.', 'answer', 'Aman?'],
    ['Tanya: Lalu?', 'question', undefined],
    ['Jawab: Tidak.', 'answer', 'Lalu?'],
  ]);
});

const segmenter = new Intl.Segmenter();

/** Passages are in order, disjoint, trimmed and never empty; nothing but white space is lost; no grapheme is torn. */
function check(release: Release): void {
  const { text } = release;
  let last = 0;
  chunk(release).forEach(({ span, heading, ordinal, ref }, i) => {
    const words = text.slice(span.start, span.end);
    expect([ordinal, ref]).toEqual([i, release.ref]);
    expect(text.slice(last, span.start).trim()).toBe('');
    expect(words).not.toBe('');
    expect(words).toBe(words.trim());
    expect(words.isWellFormed()).toBe(true);
    if (heading !== undefined) expect(text.slice(heading.start, heading.end).trim()).not.toBe('');
    const around = text.slice(Math.max(0, span.end - 40), span.end + 40);
    if (/\S/.test(text[span.end] ?? ' ')) {
      const cuts = [...segmenter.segment(around)].map(({ index }) => index);
      expect(cuts).toContain(span.end - Math.max(0, span.end - 40));
    }
    last = span.end;
  });
  expect(text.slice(last).trim()).toBe('');
}

test('for every text, passages hold all of it, in order, and tear nothing', () => {
  fc.assert(
    fc.property(aText(), (text) => {
      check(releaseOf(text));
    }),
    { numRuns: 500 },
  );
});

/** Real releases and feeds, where they lie beside the project; they are no part of it. */
const EVALUATION = path.join(PROJECT_DIR, '..', 'shared', 'eval');
const FOLDERS = [
  path.join(PROJECT_DIR, 'data', 'releases'),
  ...(existsSync(EVALUATION) ? readdirSync(EVALUATION) : [])
    .filter((name) => name.startsWith('rel_'))
    .map((name) => path.join(EVALUATION, name, 'releases.jsonl')),
  path.join(EVALUATION, 'feeds', 'raw'),
].filter((folder) => existsSync(folder));

test.for(FOLDERS)('%s is chunked whole', async (folder) => {
  let releases = 0;
  for await (const read of readReleases([folder], { maxBytes: 20_000_000 })) {
    if (read.kind !== 'release') continue;
    check(read.release);
    releases++;
  }
  expect(releases).toBeGreaterThan(0);
});
