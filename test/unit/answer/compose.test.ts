import { expect, it } from 'vitest';
import { compose } from '../../../src/answer/compose.ts';
import { readQuestion } from '../../../src/answer/question.ts';
import type { Answer, Quote } from '../../../src/domain/answer.ts';
import type { Among } from '../../../src/domain/passage.ts';
import { headerOf, type Release } from '../../../src/domain/release.ts';
import { chunk } from '../../../src/ingest/chunk.ts';
import { aResult } from '../../support/answers.ts';
import { anOutlinedRelease } from '../../support/builders.ts';

const PLAN = anOutlinedRelease({
  ref: 'bank.txt',
  title: 'Bank Raya menargetkan pertumbuhan',
  text: 'Pada paruh kedua Bank Raya menargetkan tiga hal:\n\n1. pembukaan 25 kantor cabang,\n\n2. kredit 12 triliun,\n\n3. layanan syariah pada Oktober.',
});
const GUIDE = anOutlinedRelease({
  ref: 'pedoman.txt',
  title: 'Kementerian luncurkan pedoman etika',
  text: 'Pedoman etika itu memuat tiga prinsip, yaitu transparansi, akuntabilitas, dan keamanan data. Pedoman berlaku mulai Januari.',
});

const APPEALS = anOutlinedRelease({
  ref: 'seruan.txt',
  title: 'Lima seruan sekretaris jenderal',
  text: 'Sekretaris jenderal menyampaikan lima seruan.\n\nPertama, lindungi laut.\n\nKedua, hapus subsidi.\n\nLalu, sebagai penutup, beri dana.',
});

const BRIEFING = anOutlinedRelease({
  ref: 'jubir.txt',
  title: 'Jumpa pers kementerian',
  text: [
    'Juru Bicara: Selamat sore. Evakuasi 47 warga dari kota itu telah selesai kemarin, dan semuanya sehat.',
    'Wartawan: Apakah benar ada warga yang menolak dievakuasi?',
    'Juru Bicara: Ada enam orang yang memilih tinggal karena alasan keluarga, dan mereka kami hubungi setiap hari.',
    'Wartawan: Kapan pesawat berikutnya berangkat?',
    'Juru Bicara: Belum ada jadwal, dan jadwal itu akan kami umumkan kepada rekan-rekan media.',
  ].join('\n\n'),
});

const FUND = anOutlinedRelease({
  ref: 'dtb.txt',
  title: 'DTB cair untuk DTB tahap dua',
  text: [
    `DTB adalah dana yang cair pekan ini, dan DTB tahap dua menyusul. ${'Warga menunggu di kantor desa. '.repeat(20)}`,
    'Menurut dinas, bantuan dari Dana Tanggap Bencana (DTB) mencapai Rp4 miliar.',
    'Bantuan berikutnya dibahas bulan depan. '.repeat(20),
  ].join('\n\n'),
});

/** What is quoted of the one release there is, all of whose passages were found. */
function quotesOf(release: Release, question: string): readonly string[] {
  return quotedOf(release, question).map(({ text }) => text);
}

function quotedOf(release: Release, question: string): readonly Quote[] {
  const answer = answerOf(release, question);
  return answer.kind === 'answered' ? answer.quotes : [];
}

function answerOf(release: Release, question: string, among?: Among): Answer {
  const reading = readQuestion(question, {
    now: new Date('2025-08-01'),
    timeZone: 'Asia/Jakarta',
    sources: [],
  });
  const ranked = chunk(release).map((passage, i) => ({
    ...aResult(),
    header: headerOf(release),
    passage: { ...passage, id: i + 1 },
  }));
  return compose({
    reading,
    ranked,
    releases: () => release,
    ...(among === undefined ? {} : { among }),
  });
}

it('gives one point of a list by its number, whatever the question calls it', () => {
  expect(quotesOf(PLAN, 'Apa target ketiga Bank Raya?')).toEqual(['3. layanan syariah pada Oktober.']);
});

it('gives every point of an enumeration where all are asked for, and one where one is', () => {
  expect(quotesOf(GUIDE, 'Apa tiga prinsip pedoman etika?')).toEqual([
    'transparansi',
    'akuntabilitas',
    'keamanan data',
  ]);
  expect(quotesOf(GUIDE, 'Apa prinsip kedua pedoman etika?')).toEqual(['akuntabilitas']);
});

it('quotes the sentence of an enumeration whole where something else is asked for', () => {
  expect(quotesOf(GUIDE, 'Pedoman etika itu memuat apa?')[0]).toContain('yaitu transparansi, akuntabilitas');
});

it('says of a list that was not found whole how many points there should be', () => {
  expect(quotedOf(APPEALS, 'Apa lima seruan sekretaris jenderal?').map(({ role }) => role)).toEqual([
    { kind: 'item', n: 1, of: 5, list: 0 },
    { kind: 'item', n: 2, of: 5, list: 0 },
  ]);
});

it('answers what a reporter asked in like words with the answer that was given', () => {
  expect(quotesOf(BRIEFING, 'Berapa warga yang menolak dievakuasi?')[0]).toMatch(/^Ada enam orang/);
});

it('tells what an abbreviation stands for by the sentence that spells it out, and the other way round', () => {
  const spelt = 'Menurut dinas, bantuan dari Dana Tanggap Bencana (DTB) mencapai Rp4 miliar.';
  const questions = ['Apa kepanjangan DTB?', 'Apa singkatan Dana Tanggap Bencana?'];
  for (const question of questions) expect(quotesOf(FUND, question)[0]).toContain(spelt);
  expect(quotesOf(FUND, 'Apa itu DTB?')[0]).toMatch(/^DTB adalah/);
});

it('is the less sure the more passages there are in its language, however many there are in others', () => {
  const confidenceAmong = (id: number, others: number): number =>
    answerOf(GUIDE, 'Kapan pedoman etika berlaku?', (language) => (language === 'id' ? id : others))
      .confidence;
  expect(confidenceAmong(5_000, 100)).toBeLessThan(confidenceAmong(100, 100));
  expect(confidenceAmong(100, 5_000)).toBe(confidenceAmong(100, 100));
});
