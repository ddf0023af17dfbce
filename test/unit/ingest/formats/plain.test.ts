import { expect, test } from 'vitest';
import { readPlain } from '../../../../src/ingest/formats/plain.ts';

test('headline, timestamp and paragraphs are told apart', () => {
  expect(readPlain('Judul\n\n2024-05-27 17:07:04\n\nSatu.\n\nDua.\n')).toEqual({
    title: 'Judul',
    date: '2024-05-27T17:07:04',
    text: 'Satu.\n\nDua.',
  });
});

test('a release without a timestamp has no date', () => {
  expect(readPlain('Judul\n\nSatu.')).toEqual({ title: 'Judul', date: undefined, text: 'Satu.' });
});

test('the timestamp may stand right below the headline', () => {
  expect(readPlain('Judul\n27 Mei 2024\n\nSatu.')).toMatchObject({
    title: 'Judul',
    date: '2024-05-27',
    text: 'Satu.',
  });
});

test('a headline of two lines above a timestamp is one headline', () => {
  expect(readPlain('Judul yang\npanjang\n\n2024-05-27\n\nSatu.').title).toBe('Judul yang panjang');
});

test('a first line that is a date or a whole paragraph is no headline', () => {
  expect(readPlain('2024-05-27\n\nSatu.').title).toBe('');
  expect(readPlain(`${'kata '.repeat(100)}\n\nSatu.`).title).toBe('');
});

test('Windows line ends, blank lines above and white space below do not count', () => {
  expect(readPlain('\r\n\r\nJudul\r\n\r\nSatu.\r\n\r\n  ')).toMatchObject({ title: 'Judul', text: 'Satu.' });
});

test('a letterhead is no headline, and its number stays in the text', () => {
  expect(readPlain('SIARAN PERS\nNomor: SP.112/V/2025\n\nKAPAL DITANGKAP\n\nSatu.')).toEqual({
    title: 'KAPAL DITANGKAP',
    date: undefined,
    text: 'Nomor: SP.112/V/2025\n\nSatu.',
  });
  expect(readPlain('Press Release\n\nShip held\n\n2025-05-12\n\nOne.')).toEqual({
    title: 'Ship held',
    date: '2025-05-12',
    text: 'One.',
  });
  expect(readPlain('新闻稿\n\n渔船被扣\n\n正文。').title).toBe('渔船被扣');
});

test('a letterhead with its number tells who issued the release', () => {
  const LETTERHEAD = 'SIARAN PERS KEMENTERIAN PERIKANAN\nNomor: SP.112/V/2025\n\n';
  expect(readPlain(`${LETTERHEAD}Kapal Ditangkap\n\nSatu.`)).toEqual({
    title: 'Kapal Ditangkap',
    date: undefined,
    source: 'KEMENTERIAN PERIKANAN',
    text: 'Nomor: SP.112/V/2025\n\nSatu.',
  });
});

test('the letterhead of a correction is no headline, but stays in the text; where no headline follows, it is one', () => {
  const headed = readPlain('RALAT SIARAN PERS\nNomor: 45/V/2025\n\nDinas Meralat Tarif\n\nSatu.');
  expect(headed).toMatchObject({
    title: 'Dinas Meralat Tarif',
    text: 'RALAT SIARAN PERS\n\nNomor: 45/V/2025\n\nSatu.',
  });
  expect(readPlain('Ralat Siaran Pers\n\nTertulis 12, yang benar 21.').title).toBe('Ralat Siaran Pers');
});

test('a headline that only begins like a letterhead is one, and a letterhead alone is kept', () => {
  const WITHDRAWN = readPlain('Siaran pers ditarik\n\nSatu.');
  expect(WITHDRAWN.title).toBe('Siaran pers ditarik');
  expect(WITHDRAWN.source).toBeUndefined();
  expect(readPlain('Siaran Pers\n\nNomor 12').title).toBe('Siaran Pers');
});
