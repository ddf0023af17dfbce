import { expect, test } from 'vitest';
import { outlineOf } from '../../../src/ingest/outline.ts';

const turns = (text: string): string[] =>
  outlineOf(text).turns.map(
    ({ role, speaker, span }) => `${role} ${speaker ?? '-'}: ${text.slice(span.start, span.end)}`,
  );

test('bare marks tell who asks and who answers, in three languages', () => {
  expect(turns('Q: Is it safe?\n\nA: Yes.')).toEqual(['question -: Is it safe?', 'answer -: Yes.']);
  expect(turns('Tanya: Aman?\n\nJawab: Ya.')).toEqual(['question -: Aman?', 'answer -: Ya.']);
  expect(turns('问：安全吗？\n\n答：安全。')).toEqual(['question -: 安全吗？', 'answer -: 安全。']);
  expect(turns('QUESTION\nMr X: To ask the Minister.\nREPLY\nWe agree.')).toEqual([
    'question -: Mr X: To ask the Minister.',
    'answer -: We agree.',
  ]);
});

test('names in capitals make a transcript: the one who speaks most answers, the others ask', () => {
  const long = 'Well, the data that we are seeing are not currently sending a signal that we need to move.';
  const text = [
    `CHAIR DOE. Good afternoon. ${long}`,
    'MARY MAJOR. Does this worry you?',
    `CHAIR DOE. ${long}`,
    `And one more thing. ${long}`,
    'RICHARD ROE. What about prices?',
    `CHAIR DOE. ${long}`,
    'RICHARD ROE. Thank you.',
  ].join('\n\n');
  expect(turns(text)).toEqual([
    `statement CHAIR DOE: Good afternoon. ${long}`,
    'question MARY MAJOR: Does this worry you?',
    `answer CHAIR DOE: ${long}\n\nAnd one more thing. ${long}`,
    'question RICHARD ROE: What about prices?',
    `answer CHAIR DOE: ${long}`,
    'statement RICHARD ROE: Thank you.',
  ]);
});

test('labels with a colon make a transcript when somebody asks and is answered more than once', () => {
  const answer = 'Catatan perjalanan menunjukkan kereta berhenti selama tiga puluh menit saja.';
  const text = `Juru Bicara: Selamat pagi, ${answer}\n\nWartawan: Mengapa lambat?\n\nJuru Bicara: ${answer}\n\nWartawan: Ada korban?\n\nJuru Bicara: ${answer}`;
  expect(turns(text).map((turn) => turn.split(':')[0])).toEqual([
    'statement Juru Bicara',
    'question Wartawan',
    'answer Juru Bicara',
    'question Wartawan',
    'answer Juru Bicara',
  ]);
});

test('questions with a bare mark and answers with a name make a transcript, with or without colons', () => {
  const briefing = [
    'MS. DOE: Good afternoon. I have one announcement.',
    'QUESTION: Is the embassy open?',
    'MS. DOE: It is.',
    'MODERATOR: Last question, please.',
    'QUESTION: And the consulate?',
    'DR. ROE: It will be tomorrow.',
  ];
  const told = [
    'statement MS. DOE: Good afternoon. I have one announcement.',
    'question -: Is the embassy open?',
    'answer MS. DOE: It is.',
    'statement MODERATOR: Last question, please.',
    'question -: And the consulate?',
    'answer DR. ROE: It will be tomorrow.',
  ];
  expect(turns(briefing.join('\n\n'))).toEqual(told);
  expect(turns(briefing.join('\n\n').replaceAll('QUESTION:', 'Q   '))).toEqual(told);
});

test('one bare mark makes no transcript of a text with names and colons', () => {
  expect(turns('Q: Why?\n\nContact: Jane Doe, press office\n\nPhone: 555')).toEqual([]);
});

test('fields of a form and headlines with a colon are no turns', () => {
  expect(turns('Nama: Satu\n\nUsia: 20\n\nNama: Dua\n\nUsia: 30\n\nAlamat: jalan?\n\nUsia: 4')).toEqual([]);
  expect(turns('Commentary: Is it so?\n\nSource: X\n\nCommentary: Why?\n\nNew: Y')).toEqual([]);
});

test('a moderator hands on the word and asks nothing', () => {
  const text = [
    'KEPALA DINAS: Air aman, karena diperiksa dua kali sehari oleh petugas laboratorium kota.',
    'MODERATOR SATU: Silakan, siapa berikutnya?',
    'WARTAWAN DUA: Apakah air aman?',
    'KEPALA DINAS: Ya, air aman, karena diperiksa dua kali sehari oleh petugas laboratorium.',
    'MODERATOR SATU: Silakan.',
    'WARTAWAN TIGA: Sampai kapan?',
    'KEPALA DINAS: Sampai akhir tahun, lalu dinilai lagi oleh petugas laboratorium kota.',
  ].join('\n\n');
  expect(
    turns(text)
      .filter((turn) => turn.includes('MODERATOR'))
      .every((turn) => turn.startsWith('statement')),
  ).toBe(true);
});

test('what stands below the last turn belongs to it only where turns have several paragraphs', () => {
  const closing = 'Konferensi pers berakhir pukul 15.10.';
  expect(turns(`Tanya: Aman?\n\nJawab: Ya.\n\n${closing}`).at(-1)).toBe('answer -: Ya.');
  expect(
    turns(`Tanya: Aman?\n\nJawab: Ya.\n\nSungguh.\n\nTanya: Lalu?\n\nJawab: Ya.\n\n${closing}`).at(-1),
  ).toBe(`answer -: Ya.\n\n${closing}`);
});
