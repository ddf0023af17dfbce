import { expect, it } from 'vitest';
import { readDateline, readHeadlineDate } from '../../../src/ingest/dateline.ts';

it.each([
  ['Surabaya, 28 Juli 2025 – Bank Raya membukukan laba.', '2025-07-28'],
  ['JAKARTA (12/5/2025) - Kementerian menangkap dua kapal.', '2025-05-12'],
  ['**ROTTERDAM, June 3, 2025** – Orion named a new chief executive.', '2025-06-03'],
  ['BANDUNG, Jawa Barat, 3 Maret 2025 — Pabrik dibuka.', '2025-03-03'],
  ['Nomor: SP.112/2025\n\nPelabuhan dibuka\n\nManila, 21 May 2025: Ministers agreed.', '2025-05-21'],
])('%s opens with a date', (text, date) => {
  expect(readDateline(text)).toBe(date);
});

it.each([
  'Jakarta - Laporan per 31 Desember 2024 menunjukkan laba.',
  'Menteri itu, 28 Juli 2025, berkata begini.',
  'Surabaya, 31 Februari 2025 – Hari itu tidak ada.',
  'Satu.\n\nDua.\n\nTiga.\n\nSurabaya, 28 Juli 2025 – Terlalu jauh di bawah.',
])('%s opens with none', (text) => {
  expect(readDateline(text)).toBeUndefined();
});

it.each([
  ['商务部召开例行新闻发布会（2025年5月15日）', '2025-05-15'],
  ['2025年5月15日外交部发言人主持例行记者会', '2025-05-15'],
  ['Transkrip konferensi pers Menteri Luar Negeri (15 Mei 2025)', '2025-05-15'],
  ['Pameran dibuka 15 Mei 2025', undefined],
  ['2025年5月15日起票价上调', undefined],
  ['Anggaran disahkan (tahap 2)', undefined],
])('the headline %s gives the day %s', (headline, day) => {
  expect(readHeadlineDate(headline)).toBe(day);
});
