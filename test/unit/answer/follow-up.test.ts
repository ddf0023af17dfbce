import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askOfEvent, MAX_EARLIER, readFollowUp } from '../../../src/answer/follow-up.ts';
import { readItem } from '../../../src/answer/item.ts';

const FIVE = 'Apa saja lima usulan yang diajukan Perdana Menteri Li Qiang?';

const complete = (question: string, ...earlier: string[]) => readFollowUp(question, earlier)?.question;

describe('a follow-up for another point', () => {
  it.each([
    ['dan yang keempat?', FIVE, 'Apa usulan ke-4 dari lima usulan yang diajukan Perdana Menteri Li Qiang?'],
    [
      'Yang terakhir apa?',
      FIVE,
      'Apa usulan terakhir dari lima usulan yang diajukan Perdana Menteri Li Qiang?',
    ],
    ['kalau yang kelima?', 'Apa usulan ketiga Li Qiang?', 'Apa usulan ke-5 Li Qiang?'],
    ['nomor 2?', 'Apa saja syarat Beasiswa Pesisir?', 'Apa syarat ke-2 dari syarat Beasiswa Pesisir?'],
    [
      'and the fourth?',
      'What are the five points of the plan?',
      'What is the 4th point of the five points of the plan?',
    ],
    [
      'What about the fifth one?',
      'What is the second step of the plan?',
      'What is the 5th step of the plan?',
    ],
    ['那第四项呢？', '北岭省的五项措施是什么？', '北岭省的五项措施中的第4项是什么？'],
    ['最后一类呢？', '艺术周有哪五类活动？', '艺术周有五类活动中的最后一类是什么？'],
    ['and the fourth?', FIVE, 'Apa usulan ke-4 dari lima usulan yang diajukan Perdana Menteri Li Qiang?'],
  ])('%s after %s is %s', (question, earlier, whole) => {
    expect(complete(question, earlier)).toBe(whole);
    expect(readItem(whole)?.certain).toBe(true);
  });

  it('looks back to the newest question that is about points', () => {
    expect(complete('yang kesembilan?', FIVE, 'Kapan Danau Tala dipulihkan?')).toContain(
      'usulan ke-9 dari lima',
    );
  });

  it('counts on from a follow-up', () => {
    expect(complete('dan yang kelima?', FIVE, 'dan yang keempat?')).toBe(
      'Apa usulan ke-5 dari lima usulan yang diajukan Perdana Menteri Li Qiang?',
    );
  });
});

describe('a follow-up that only asks', () => {
  it.each([
    ['mengapa?', 'Di terowongan mana kereta KLS 207 berhenti?', 'Mengapa kereta KLS 207 berhenti?'],
    ['di mana itu?', 'Kapan Kali Senja meluap pada 2024?', 'Di mana Kali Senja meluap pada 2024?'],
    ['siapa yang mengatakannya?', 'Apakah tarif akan naik?', 'Siapa yang mengatakan tarif akan naik?'],
    ['when was that?', 'Where did the ministry present its plan?', 'When did the ministry present its plan?'],
    ['List them', 'How many points does the plan have?', 'List points does the plan have?'],
    ['什么时候？', '台风“白鸥”在哪里登陆？', '台风“白鸥”什么时候登陆？'],
    ['什么时候？', 'Di mana pertemuan itu digelar?', 'Kapan pertemuan itu digelar?'],
  ])('%s after %s is %s', (question, earlier, whole) => {
    expect(readFollowUp(question, [earlier])).toEqual({ question: whole, leans: 'wholly' });
  });
});

describe('when or where, asked of points', () => {
  it('is asked of what their release reports, by its headline', () => {
    const event = readFollowUp('kapan itu?', [FIVE])?.event;
    expect(event).toEqual({ asks: 'when', after: FIVE });
    expect(askOfEvent({ asks: 'when', after: FIVE }, 'Pertemuan Pemimpin Ke-9')).toBe(
      'Kapan Pertemuan Pemimpin Ke-9?',
    );
    expect(askOfEvent({ asks: 'where', after: FIVE }, '海湾地铁开通')).toBe('在哪里海湾地铁开通？');
    expect(readFollowUp('mengapa?', [FIVE])?.event).toBeUndefined();
    expect(readFollowUp('kapan itu?', ['Siapa yang memimpin rapat?'])?.event).toBeUndefined();
  });
});

describe('a follow-up that turns to something else', () => {
  it.each([
    [
      'bagaimana dengan tahun 2023?',
      'Berapa warga mengungsi tahun 2024?',
      'Berapa warga mengungsi tahun 2023?',
    ],
    ['and in 2024?', 'How many containers came in 2023?', 'How many containers came in 2024?'],
    ['那2024年呢？', '海湾市2023年外贸总值是多少？', '海湾市2024年外贸总值是多少？'],
    ['kalau kedelai?', 'Berapa produksi beras?', 'Berapa produksi beras (kedelai)?'],
  ])('%s after %s is %s', (question, earlier, whole) => {
    expect(readFollowUp(question, [earlier])).toEqual({ question: whole, leans: 'turns' });
  });
});

describe('a follow-up with a subject of its own', () => {
  it.each([
    [
      'Apa penyebabnya?',
      'Berapa ton ikan yang mati di Danau Tala?',
      { question: 'Apa penyebabnya (Danau Tala)?', leans: 'points' },
    ],
    [
      'How much did it cost?',
      'When does the Lantern Museum reopen?',
      { question: 'How much did it cost (Lantern Museum)?', leans: 'points' },
    ],
    [
      '它的主题是什么？',
      '皮影艺术周什么时候开幕？',
      { question: '它的主题是什么（皮影艺术周）？', leans: 'points' },
    ],
    [
      '死了多少人？',
      '台风“白鸥”什么时候登陆？',
      { question: '死了多少人（台风“白鸥”）？', leans: 'perhaps' },
    ],
  ])('%s after %s is %o', (question, earlier, read) => {
    expect(readFollowUp(question, [earlier])).toEqual(read);
  });

  it('takes the subject only once, however long the conversation is', () => {
    const earlier = ['Berapa ton ikan yang mati di Danau Tala?', 'Apa penyebabnya?'];
    expect(complete('Kapan hasilnya diumumkan?', ...earlier)).toBe('Kapan hasilnya diumumkan (Danau Tala)?');
  });
});

describe('a question', () => {
  it.each([
    'Berapa tarif kereta KLS kelas ekonomi?',
    'How many people in Westmark have fallen ill with pond fever?',
    '海湾地铁三号线的票价是多少？',
    'Terima kasih!',
    'thanks',
    '谢谢',
  ])('stands alone: %s', (question) => {
    expect(readFollowUp(question, [FIVE])).toBeUndefined();
  });

  it('stands alone where nothing was asked before', () => {
    expect(readFollowUp('dan yang keempat?', [])).toBeUndefined();
    expect(readFollowUp('dan yang keempat?', ['', '  '])).toBeUndefined();
  });

  it('is read after the last few questions alone', () => {
    const last = Array.from({ length: MAX_EARLIER }, (_, i) => `Kapan pelabuhan ${i} dibuka?`);
    expect(complete('dan yang keempat?', FIVE, ...last)).toBe('Apa poin ke-4 dari pelabuhan 3 dibuka?');
  });

  it('takes over no more than the beginning of a long one', () => {
    const whole = complete('kapan itu?', `Siapa ${'pelabuhan '.repeat(1_000)}`) ?? '';
    expect(whole).toMatch(/^Kapan pelabuhan/);
    expect(whole.length).toBeLessThan(320);
  });

  it('whatever it is, is completed to something well formed', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 5 }), (question, earlier) => {
        expect(readFollowUp(question, earlier)?.question.isWellFormed() ?? true).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
