import { expect, test } from 'vitest';
import { detectLanguage } from '../../../src/text/language.ts';

test.for([
  ['id', 'Pemerintah Kota Sagara Baru meluncurkan rencana pengelolaan sampah lima tahun.'],
  ['id', 'Berapa ton sampah yang dihasilkan kota setiap hari?'],
  ['id', 'Apa saja lima usulan yang diajukan Perdana Menteri Li Qiang?'],
  ['en', 'The agency counted 38 days with air above the limit in the capital.'],
  ['en', 'How many people have fallen ill since May?'],
  ['zh', '海湾市2023年外贸进出口总值达1286.4亿元。'],
  ['zh', '第三点是什么？'],
  ['zh', 'C919大型客机交付China Eastern航空公司'],
  ['ja', '日本政府は新しい計画を発表しました。'],
] as const)('%s: %s', ([language, text]) => {
  expect(detectLanguage(text)).toBe(language);
});

test('Malay does not mislead: it is given as Indonesian', () => {
  expect(
    detectLanguage('Kerajaan telah mengumumkan bahawa bantuan itu akan disalurkan mulai bulan hadapan.'),
  ).toBe('id');
});

test('a text without letters has no language', () => {
  expect(detectLanguage('2024 — 5,11 %')).toBe('und');
  expect(detectLanguage('')).toBe('und');
});
