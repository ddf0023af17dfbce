import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question.ts';
import type { Filter } from '../../../src/domain/answer.ts';

const NOW = new Date('2024-06-05T09:00:00+07:00');
const SOURCES = ['Kementerian Perairan dan Danau', 'Kemenlu', 'Port Authority of Harbour Point'];

const read = (question: string, more: { given?: Filter; readFilters?: boolean } = {}) =>
  readQuestion(question, { now: NOW, timeZone: 'Asia/Jakarta', sources: SOURCES, ...more });

describe('the language of a question', () => {
  it.each([
    ['Apa saja usulan Li Qiang?', 'id'],
    ['What did Li Qiang propose?', 'en'],
    ['李强提出了什么建议？', 'zh'],
    ['OneKey去年开通时有多少个服务项目？', 'zh'],
    ['Sagara Baru', 'id'],
    ['Harga Minyak Mentah Turun Usai The Fed Pangkas Suku Bunga', 'id'],
    ['Siapa pengarang The Clash of Civilizations and the Remaking of World Order?', 'id'],
    ['Murder charge over Belfast restaurant stabbing', 'en'],
  ])('of %s is %s', (question, language) => {
    expect(read(question).questionLanguage).toBe(language);
  });
});

describe('the shape of a question', () => {
  it.each([
    ['Apa saja lima usulan yang diajukan Perdana Menteri Li Qiang?', 'list'],
    ['Sebutkan tahap-tahap seleksi Beasiswa Pesisir.', 'list'],
    ['What are the five points of the plan?', 'list'],
    ['Which public services could be used at the launch?', 'list'],
    ['湖泊恢复的十项措施有哪些？', 'list'],
    ['哪五点？', 'list'],
    ['What does the harbour office advise ship owners to do?', 'list'],
    ['Apa yang disarankan dinas kesehatan kepada warga?', 'list'],
    ['气象局建议居民采取什么措施？', 'list'],
    ['Berapa poin yang diajukan?', 'count'],
    ['How many points does the plan have?', 'count'],
    ['李强总理提出了几点建议？', 'count'],
    ['OneKey开通时有多少个服务项目？', 'count'],
    ['总理一共提出了几点？', 'count'],
    ['港口处理了多少标准箱？', 'quantity'],
    ['末班车是几点？', 'when'],
    ['从车站开出的班车几点到？', 'when'],
    ['Berapa persen kenaikannya?', 'quantity'],
    ['Berapa lama kereta berhenti?', 'quantity'],
    ['How much does it cost?', 'quantity'],
    ['How many teams took part in the regatta?', 'quantity'],
    ['台风造成了多大的经济损失？', 'quantity'],
    ['Kapan hasilnya diumumkan?', 'when'],
    ['Sampai tanggal berapa penumpang bisa meminta uangnya kembali?', 'when'],
    ['什么时候开放？', 'when'],
    ['Siapa presiden Korsel?', 'who'],
    ['差错是谁发现的？', 'who'],
    ['Di mana pertemuan itu digelar?', 'where'],
    ['第九次会议在哪里举行？', 'where'],
    ['Apa kepanjangan KSA?', 'definition'],
    ['Apakah kepanjangan KSA?', 'definition'],
    ['Apakah yang dimaksud dengan kawasan siaga?', 'definition'],
    ['Apa yang di maksud dengan tarif dasar?', 'definition'],
    ['Apakah pengertian tarif dasar?', 'definition'],
    ['OCC是什么的缩写？', 'definition'],
    ['Apakah pabrik itu meracuni danau?', 'yes-no'],
    ['国湖局证实有上万头江豚死亡吗？', 'yes-no'],
    ['Mengapa kereta terlambat?', 'fact'],
  ])('%s is %s', (question, shape) => {
    expect(read(question).shape).toBe(shape);
  });
});

describe('a point asked for by its number', () => {
  it.each([
    ['Apa poin kelima?', 5],
    ['Apa usulan ketiga Li Qiang?', 3],
    ['Apa poin ke-3 dari usulan itu?', 3],
    ['Usulan Li Qiang nomor 4 membahas apa?', 4],
    ['Apa layanan puskesmas yang kelima?', 5],
    ['Langkah terakhir dari sepuluh langkah KPD apa?', -1],
    ['Sebab (b) kerusakan banjir lebih ringan apa?', 2],
    ['What was the third point?', 3],
    ['What is the 5th of the five points?', 5],
    ["What is the last of the port's four tasks?", -1],
    ['What does rule (c) say?', 3],
    ['李强提出的第五点是什么？', 5],
    ['北岭省五项措施里最后一项讲什么？', -1],
    ["What comes second on the port's list of tasks for 2025?", 2],
  ])('%s asks for %i', (question, item) => {
    expect(read(question)).toMatchObject({ shape: 'item', item });
  });

  it.each([
    'Berapa produksi beras pada triwulan pertama 2023?',
    'Di kota mana pertemuan yang kesembilan diadakan?',
    'How many tonnes were produced in the first quarter?',
    'Apa saja lima usulan itu?',
  ])('%s asks for none', (question) => {
    expect(read(question).item).toBeUndefined();
  });

  it('leaves the search without the number', () => {
    expect(read('Apa usulan ketiga Li Qiang?').terms).toBe('Apa usulan Li Qiang?');
  });

  it('keeps how many points the question says there are', () => {
    expect(read('Apa saja lima usulan Li Qiang?').of).toBe(5);
    expect(read('北岭省的十二项措施是什么？').of).toBe(12);
    expect(read('Apa saja usulan Li Qiang?').of).toBeUndefined();
  });
});

describe('days', () => {
  it.each([
    ['Apa yang diumumkan kemarin?', '2024-06-04', '2024-06-04'],
    ['Apa kata KPD minggu lalu?', '2024-05-27', '2024-06-02'],
    ['Apa kata KPD pekan ini?', '2024-06-03', '2024-06-09'],
    ['Apa kata KPD bulan lalu?', '2024-05-01', '2024-05-31'],
    ['Apa yang dikatakan menteri pada 27 Mei 2024?', '2024-05-27', '2024-05-27'],
    ['Apa yang dirilis antara 20 Mei 2024 dan 26 Mei 2024?', '2024-05-20', '2024-05-26'],
    ['What did the ministry say last week?', '2024-05-27', '2024-06-02'],
    ['What did the ministry say yesterday?', '2024-06-04', '2024-06-04'],
    ['What was announced in December 2023?', '2023-12-01', '2023-12-31'],
    ['What was announced in the last 7 days?', '2024-05-29', '2024-06-05'],
    ['上周登陆的台风造成多少人死亡？', '2024-05-27', '2024-06-02'],
    ['昨天镜湖的水位是多少米？', '2024-06-04', '2024-06-04'],
    ['2023年9月公布的票价是多少？', '2023-09-01', '2023-09-30'],
  ])('%s restricts to %s – %s', (question, from, to) => {
    expect(read(question)).toMatchObject({ from, to, guessed: ['from', 'to'] });
  });

  it('stay open where the question says since', () => {
    const reading = read('Perjanjian apa yang diumumkan sejak Januari?');
    expect(reading.from).toBe('2024-01-01');
    expect(reading.to).toBeUndefined();
  });

  it('are counted from the day of the question, after which nothing was there yet', () => {
    expect(read('Berapa sewa asrama sekarang?').asOf).toBe('2024-06-05');
    expect(read('Berapa penumpang tahun lalu?').asOf).toBe('2024-06-05');
    expect(read('Berapa penumpang pada 2023?').asOf).toBeUndefined();
  });

  it('are those of the time zone', () => {
    const late = new Date('2024-06-04T20:00:00Z');
    const reading = (timeZone: string) =>
      readQuestion('Apa kata KPD kemarin?', { now: late, timeZone, sources: [] }).from;
    expect(reading('Asia/Jakarta')).toBe('2024-06-04');
    expect(reading('America/New_York')).toBe('2024-06-03');
  });

  it.each([
    ['Berapa inflasi tahun 2023?', '2023-01-01', '2023-12-31'],
    ['Apa yang terjadi pada 17 Agustus 1945?', '1945-08-17', '1945-08-17'],
    ['How many students were admitted in September 2023?', '2023-09-01', '2023-09-30'],
    ['去年来了多少个剧团？', '2023-01-01', '2023-12-31'],
  ])('that a figure is about restrict nothing: %s', (question, from, to) => {
    const reading = read(question);
    expect(reading.from).toBeUndefined();
    expect(reading.guessed).toEqual([]);
    expect(reading.period).toEqual({ from, to });
    expect(reading.terms).toBe(question.replace('？', '?'));
  });

  it('are not read into times of day, months as verbs or the present', () => {
    for (const question of [
      'May the ministry march on?',
      'How is it done from now on?',
      'Jam berapa kereta datang?',
    ]) {
      expect(read(question)).not.toHaveProperty('from');
    }
  });

  it('give way to days given beside the question', () => {
    const reading = read('Apa kata KPD kemarin?', { given: { from: '2024-01-01' } });
    expect(reading).toMatchObject({ from: '2024-01-01', guessed: [] });
    expect(reading.to).toBeUndefined();
  });

  it('are left alone when reading filters is switched off', () => {
    const reading = read('Apa kata KPD kemarin?', { readFilters: false });
    expect(reading).not.toHaveProperty('from');
    expect(reading.terms).toBe('Apa kata KPD kemarin?');
  });
});

describe('the newest release', () => {
  it.each([
    'How will it check its releases from now on?',
    'Apa yang berubah mulai sekarang?',
    '从现在起怎么收费？',
  ])('%s asks for what begins, not for the newest', (question) => {
    expect(read(question).latest).toBeUndefined();
  });

  it.each([
    ['Berapa nilai IKAD menurut rilis terbaru?', 'Berapa nilai IKAD?'],
    ['How many people use OneKey, going by the newest release?', 'How many people use OneKey?'],
    ['According to the latest press release, who leads it?', 'who leads it?'],
    ['根据最新通报，有多少人使用？', '有多少人使用?'],
  ])('%s looks for nothing of the release itself', (question, terms) => {
    expect(read(question)).toMatchObject({ latest: true, terms });
  });

  it.each(['Berapa nilai IKAD yang terbaru?', 'What is the latest figure?', '最新的通关时间是多少？'])(
    'is asked for by %s',
    (question) => {
      expect(read(question).latest).toBe(true);
    },
  );
});

describe('a source', () => {
  it('is one of those known, named with a cue', () => {
    expect(read('Berapa ikan mati menurut Kementerian Perairan dan Danau?')).toMatchObject({
      source: 'Kementerian Perairan dan Danau',
      guessed: ['source'],
      terms: 'Berapa ikan mati?',
    });
  });

  it('is known by its initials too', () => {
    expect(read('How many ships called, according to the PAHP?').source).toBe(
      'Port Authority of Harbour Point',
    );
  });

  it('is not a word that happens to be in the question', () => {
    expect(read('Apakah Kemenlu punya kantor baru?').source).toBeUndefined();
  });
});

describe('a speaker', () => {
  it.each([
    ['Apa kata juru bicara KPD tentang ikan mati?', 'juru bicara KPD'],
    ['Menurut juru bicara KLS, berapa lama kereta berhenti?', 'juru bicara KLS'],
    ['What did the ministry spokesperson say about the fish?', 'ministry spokesperson'],
    ['发言人如何回应面粉厂的指控？', '发言人'],
    ['What did the Ministry of Harbours say yesterday?', 'Ministry of Harbours'],
    ['Apa kata Juru Bicara Kemenlu tentang pertemuan itu?', 'Juru Bicara Kemenlu'],
  ])('in %s is %s', (question, speaker) => {
    expect(read(question).speaker).toBe(speaker);
  });
});

describe("a reporter's question", () => {
  it.each([
    'Apa yang ditanyakan wartawan tentang ikan?',
    'What did the reporters ask about the fish?',
    '记者问了什么？',
  ])('is what %s asks for', (question) => {
    expect(read(question).wantsQuestion).toBe(true);
  });

  it('is not what other questions ask for', () => {
    expect(read('Apa jawaban juru bicara kepada wartawan?').wantsQuestion).toBeUndefined();
  });
});
