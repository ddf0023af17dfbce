import { describe, expect, it } from 'vitest';
import { abroad, expectAnswer } from '../../../src/answer/answer-type.ts';
import { fitsAnswer } from '../../../src/answer/fit.ts';
import { readShape } from '../../../src/answer/shape.ts';
import { countedIn } from '../../../src/answer/units.ts';

const expected = (terms: string) => expectAnswer({ shape: readShape(terms), terms });

describe('a sentence with a figure', () => {
  it('fits a question for a quantity where it has its unit, in any language that is known', () => {
    const metres = expected('Berapa meter panjang jembatan itu?');
    expect(fitsAnswer('Jembatan itu panjangnya 120 meter.', metres)).toBe(1);
    expect(fitsAnswer('The bridge is 120 metres long.', metres)).toBe(1);
    expect(fitsAnswer('Jembatan itu ditutup selama 120 hari.', metres)).toBeLessThan(1);
  });

  it.each(['Perjalanan memakan waktu 3 menit.', 'Biayanya 12 miliar.', 'Jaraknya 4 mil.'])(
    'has no unit that only begins as the one asked for: %s',
    (sentence) => {
      expect(fitsAnswer(sentence, expected('Berapa meter jaraknya?'))).toBeLessThan(1);
    },
  );

  it('has its unit with a suffix too', () => {
    expect(fitsAnswer('Sebanyak 512 warganya mengungsi.', expected('Berapa warga mengungsi?'))).toBe(1);
  });
});

describe('a property that is measured', () => {
  it.each([
    ['Berapa luas Danau Tala?', 'Luasnya 48 km² pada musim kemarau.', 'Danau itu dihuni 48 jenis ikan.'],
    ['What is the area of the reserve?', 'It covers 1,200 hectares.', 'It has 1,200 visitors a day.'],
    ['保护区的面积是多少？', '面积为1200公顷。', '每天有1200人参观。'],
    ['Berapa ketinggian menara itu?', 'Menara itu setinggi 118 meter.', 'Menara itu dibangun 118 pekerja.'],
    ['How long is the bridge?', 'The bridge measures 1.8 km.', 'The bridge has 18 spans.'],
    ['How long was the drill?', 'It ended after 40 minutes.', 'It ended with 40 arrests.'],
    ['How long was the blackout?', 'Power failed for 90 seconds.', 'Power failed in 90 homes.'],
    ['How far is the port?', 'It lies 14 km to the north.', 'It handles 14 ships.'],
    ['Berapa berat muatannya?', 'Muatannya 32 ton.', 'Muatannya 32 peti.'],
    ['Berapa suhu air danau?', 'Suhunya 31 derajat.', 'Ada 31 titik pantau.'],
  ])('is told in units that the question need not name: %s', (question, told, other) => {
    expect(fitsAnswer(told, expected(question))).toBe(1);
    expect(fitsAnswer(other, expected(question))).toBeLessThan(1);
  });

  it('is no noun that is counted', () => {
    expect(countedIn('Berapa jarak pelabuhan itu?')).toBeUndefined();
    expect(fitsAnswer('Ada 31 kapal.', expected('Berapa kapal yang singgah?'))).toBe(1);
  });
});

describe('a sentence in another language than the question', () => {
  it('need not have a unit that nobody translates', () => {
    const troupes = expected('How many troupes took part?');
    expect(fitsAnswer('共有31个剧团参加。', troupes)).toBeLessThan(1);
    expect(fitsAnswer('共有31个剧团参加。', abroad(troupes))).toBe(1);
  });

  it('needs one that is known', () => {
    const ships = abroad(expected('How many ships called at the port?'));
    expect(fitsAnswer('Ada 31 kapal yang singgah.', ships)).toBe(1);
    expect(fitsAnswer('Ada 31 orang yang singgah.', ships)).toBeLessThan(1);
  });

  it('counts the points of a list by any of their names', () => {
    const steps = abroad(expected('How many steps does the plan have?'));
    expect(fitsAnswer('Rencana itu memuat sepuluh langkah.', steps)).toBe(1);
    expect(fitsAnswer('该计划共有三个阶段。', steps)).toBe(1);
    expect(fitsAnswer('Rencana itu memuat sepuluh danau.', steps)).toBeLessThan(1);
  });
});

it('what a Chinese measure word counts may go without its noun', () => {
  const companies = expected('有多少家企业做过出口？');
  expect(fitsAnswer('全市有进出口实绩的共3127家。', companies)).toBe(1);
  expect(fitsAnswer('出口缩短到0.8小时。', companies)).toBeLessThan(1);
});

describe('what a question counts', () => {
  it.each([
    ['How many steps does the programme have?', 'steps'],
    ['Berapa banyak warga yang mengungsi?', 'warga'],
    ['恢复计划一共有多少项措施？', '措施'],
    ['选拔分几个阶段？', '阶段'],
    ['有多少家企业做过出口？', '企业'],
    ['Berapa harga tiket?', undefined],
  ])('is the noun behind the asking word, without a measure word: %s', (question, counted) => {
    expect(countedIn(question)).toBe(counted);
  });
});

describe('what a question expects', () => {
  it.each([
    ['Apa mata uang Republik Tala?', 'any'],
    ['Apa uang saku peserta?', 'money'],
    ['Apa faktor utama penyebab banjir?', 'reason'],
    ['Apakah penyebab banjir?', 'reason'],
    ['Apakah kepanjangan KSA?', 'expansion'],
    ['What does KSA stand for?', 'expansion'],
    ['KSA的全称是什么？', 'expansion'],
    ['Apa itu KSA?', 'definition'],
  ])('%s is of the kind %s', (question, type) => {
    expect(expected(question).type).toBe(type);
  });
});

describe('a sentence spells out what is asked for', () => {
  const full = expected('Apa kepanjangan KSA?');

  it('where it has the one form beside the other', () => {
    expect(fitsAnswer('Kereta Sagara (KS) dan Kartu Satu Akses (KSA) dijual di stasiun.', full)).toBe(1);
    expect(fitsAnswer('Kartu Satu Akses (KSA) dijual.', expected('Apa singkatan Kartu Satu Akses?'))).toBe(1);
  });

  it('not where it has but one of them, or spells out something else', () => {
    expect(fitsAnswer('KSA dijual di stasiun.', full)).toBe(0);
    expect(fitsAnswer('KSA dijual di Kereta Sagara (KS).', full)).toBe(0);
  });
});
