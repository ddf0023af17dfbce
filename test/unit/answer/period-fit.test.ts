import { describe, expect, it } from 'vitest';
import { periodFit } from '../../../src/answer/period-fit.ts';
import { timesIn } from '../../../src/answer/text-times.ts';
import type { Release } from '../../../src/domain/release.ts';
import { aRelease } from '../../support/builders.ts';

const times = (text: string, published = '2024-08-15') =>
  timesIn(text, published).map(({ from, to, compared }) => `${from}–${to}${compared ? ' compared' : ''}`);

describe('the times that a text names', () => {
  it.each([
    ['Rapat digelar pada 27 Mei 2024.', '2024-05-27–2024-05-27'],
    ['It opened on May 3, 2024.', '2024-05-03–2024-05-03'],
    ['7月22日晚通报', '2024-07-22–2024-07-22'],
    ['Senin (4/9/2023)', '2023-09-04–2023-09-04'],
    ['sepanjang Januari sampai Juni 2024', '2024-01-01–2024-06-31'],
    ['pada semester I 2023', '2023-01-01–2023-06-31'],
    ['in the third quarter of last year', '2023-07-01–2023-09-31'],
    ['去年下半年', '2023-07-01–2023-12-31'],
    ['九月底的水位', '2024-09-01–2024-09-31'],
    ['今天8时', '2024-08-15–2024-08-15'],
    ['kemarin', '2024-08-14–2024-08-14'],
    ['rencana 2023-2028', '2023-01-01–2028-12-31'],
    ['naik dibandingkan dengan APBD 2023', '2023-01-01–2023-12-31 compared'],
    ['more than in 2022', '2022-01-01–2022-12-31 compared'],
    ['naik 3,4 poin dari tahun lalu', '2023-01-01–2023-12-31 compared'],
    ['比去年多28场', '2023-01-01–2023-12-31 compared'],
  ])('%s: %s', (text, found) => {
    expect(times(text)).toEqual([found]);
  });

  it('are none in figures', () => {
    expect(times('Sebanyak 2.048 warga dan 1,2 megawatt, USD 2,030')).toEqual([]);
  });
});

describe('a passage fits the time that is asked about', () => {
  const fitOf = (release: Release, period: { from: string; to: string }): number => {
    const span = { start: 0, end: release.text.length };
    return periodFit(period, release, { span, key: span });
  };
  const fit = (text: string, period: { from: string; to: string }, title = 'Kabar'): number =>
    fitOf(aRelease({ title, text, publishedAt: '2024-08-20T09:00:00+07:00' }), period);
  const undatedFit = (text: string, period: { from: string; to: string }): number => {
    const { publishedAt: _day, ...undated } = aRelease({ title: 'Kabar', text });
    return fitOf(undated, period);
  };
  const YEAR_2023 = { from: '2023-01-01', to: '2023-12-31' };
  const HALF_2024 = { from: '2024-01-01', to: '2024-06-30' };

  it('where it names the very time, in whatever words', () => {
    expect(fit('KLS mengangkut 3,9 juta penumpang pada Januari sampai Juni 2024.', HALF_2024)).toBe(1);
    expect(fit('Tahun lalu 31 kelompok ikut serta.', YEAR_2023)).toBe(1);
  });

  it('hardly where it only compares with that time', () => {
    expect(fit('Angka itu naik 3,4 poin dari tahun 2023.', YEAR_2023)).toBeLessThan(0.2);
  });

  it('less by the day of an event than by the year itself', () => {
    const year = { from: '2024-01-01', to: '2024-12-31' };
    const passed = fit('Anggaran tahun 2025 disahkan pada Senin, 16 Desember 2024.', year);
    expect(passed).toBeLessThan(fit('Anggaran tahun 2024 sebesar Rp1,25 triliun.', year));
  });

  it('not where sentence or headline name another', () => {
    expect(fit('Jumlahnya 3.200 orang.', YEAR_2023, 'Penumpang Semester I 2024')).toBeLessThan(0);
  });

  it('neither well nor badly where nothing tells of what time its release is', () => {
    const TEXT = 'Jumlahnya 3.200 orang.';
    expect(undatedFit(TEXT, YEAR_2023)).toBe(0);
    expect(fit(TEXT, YEAR_2023)).toBeLessThan(0);
  });

  it('a little against its time where it names another and its release has no day', () => {
    const TEXT = 'Sebanyak 3.200 orang pada 2022.';
    expect(undatedFit(TEXT, YEAR_2023)).toBeLessThan(0);
    expect(undatedFit(TEXT, YEAR_2023)).toBeGreaterThan(fit(TEXT, YEAR_2023));
  });
});
