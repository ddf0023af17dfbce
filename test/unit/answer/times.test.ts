import { describe, expect, it } from 'vitest';
import { readTimes } from '../../../src/answer/times.ts';
import type { Language } from '../../../src/domain/release.ts';

/** A Wednesday. */
const CLOCK = { now: new Date('2024-06-12T09:00:00+07:00'), timeZone: 'Asia/Jakarta' };

const read = (question: string, language: Language) =>
  readTimes(question, language, CLOCK).map(({ from = '', to = '' }) => `${from}–${to}`);

describe('parts of a month or a year', () => {
  it.each<[string, Language, string]>([
    ['awal Juni', 'id', '2024-06-01–2024-06-10'],
    ['pertengahan Mei 2024', 'id', '2024-05-11–2024-05-20'],
    ['akhir bulan lalu', 'id', '2024-05-21–2024-05-31'],
    ['akhir tahun lalu', 'id', '2023-09-01–2023-12-31'],
    ['at the end of May', 'en', '2024-05-21–2024-05-31'],
    ['in early June', 'en', '2024-06-01–2024-06-10'],
    ['in mid-May', 'en', '2024-05-11–2024-05-20'],
    ['since early May', 'en', '2024-05-01–'],
    ['5月底', 'zh', '2024-05-21–2024-05-31'],
    ['本月初', 'zh', '2024-06-01–2024-06-10'],
    ['5月中旬', 'zh', '2024-05-11–2024-05-20'],
    ['去年年底', 'zh', '2023-09-01–2023-12-31'],
  ])('%s (%s) is %s', (question, language, period) => {
    expect(read(question, language)).toEqual([period]);
  });
});

describe('halves and quarters', () => {
  it.each<[string, Language, string]>([
    ['paruh pertama 2025', 'id', '2025-01-01–2025-06-30'],
    ['paruh kedua tahun lalu', 'id', '2023-07-01–2023-12-31'],
    ['semester I/2024', 'id', '2024-01-01–2024-06-30'],
    ['triwulan IV tahun lalu', 'id', '2023-10-01–2023-12-31'],
    ['kuartal lalu', 'id', '2024-01-01–2024-03-31'],
    ['the first half of 2025', 'en', '2025-01-01–2025-06-30'],
    ['the second quarter of last year', 'en', '2023-04-01–2023-06-30'],
    ['in Q3 2023', 'en', '2023-07-01–2023-09-30'],
    ['2024年上半年', 'zh', '2024-01-01–2024-06-30'],
    ['今年第一季度', 'zh', '2024-01-01–2024-03-31'],
  ])('%s (%s) is %s', (question, language, period) => {
    expect(read(question, language)).toEqual([period]);
  });
});

describe('what counts from now', () => {
  it.each<[string, Language, string]>([
    ['dua hari lalu', 'id', '2024-06-10–2024-06-10'],
    ['tiga minggu yang lalu', 'id', '2024-05-20–2024-05-26'],
    ['dua bulan lalu', 'id', '2024-04-01–2024-04-30'],
    ['tujuh hari terakhir', 'id', '2024-06-05–2024-06-12'],
    ['akhir pekan lalu', 'id', '2024-06-08–2024-06-09'],
    ['hari Jumat', 'id', '2024-06-07–2024-06-07'],
    ['two weeks ago', 'en', '2024-05-27–2024-06-02'],
    ['in the past three days', 'en', '2024-06-09–2024-06-12'],
    ['24 jam terakhir', 'id', '2024-06-11–2024-06-12'],
    ['within the last 48 hours', 'en', '2024-06-10–2024-06-12'],
    ['过去24小时', 'zh', '2024-06-11–2024-06-12'],
    ['earlier this month', 'en', '2024-06-01–2024-06-12'],
    ['the day before yesterday', 'en', '2024-06-10–2024-06-10'],
    ['前天', 'zh', '2024-06-10–2024-06-10'],
    ['两天前', 'zh', '2024-06-10–2024-06-10'],
    ['过去两周', 'zh', '2024-05-29–2024-06-12'],
    ['上周末', 'zh', '2024-06-08–2024-06-09'],
  ])('%s (%s) is %s', (question, language, period) => {
    expect(read(question, language)).toEqual([period]);
  });
});

describe('ranges', () => {
  it.each<[string, Language, string]>([
    ['antara Maret dan Mei 2023', 'id', '2023-03-01–2023-05-31'],
    ['dari 3 sampai 10 Juni', 'id', '2024-06-03–2024-06-10'],
    ['between March and May', 'en', '2024-03-01–2024-05-31'],
    ['from March to May 2024', 'en', '2024-03-01–2024-05-31'],
    ['from 3 to 10 June', 'en', '2024-06-03–2024-06-10'],
    ['2024年6月3日到10日', 'zh', '2024-06-03–2024-06-10'],
  ])('%s (%s) is %s', (question, language, period) => {
    expect(read(question, language)).toEqual([period]);
  });
});

describe('how long something takes', () => {
  it.each<[string, Language]>([
    ['trapped for three hours', 'en'],
    ['a reply within 48 hours', 'en'],
    ['finished in 15 months', 'en'],
    ['three years after the flood', 'en'],
    ['ten days later', 'en'],
    ['selesai dalam dua bulan', 'id'],
    ['dijawab dalam waktu 48 jam', 'id'],
    ['dua jam kemudian', 'id'],
    ['三天内答复', 'zh'],
    ['两个月后', 'zh'],
  ])('%s (%s) is no time', (question, language) => {
    expect(read(question, language)).toEqual([]);
  });
});
