import { expect, it } from 'vitest';
import { readReportedSpeaker, wantsReportersQuestion } from '../../../src/answer/speakers.ts';

it.each([
  ['"Harga akan turun," ujar Dudy.', 'Dudy'],
  ['“Kami siap,” kata Menteri Perairan.', 'Menteri Perairan'],
  ['"Kami siap," kata Rahmat S.', 'Rahmat S.'],
  [
    'Juru bicara Kementerian Perairan Sari Dewi menyatakan hal itu.',
    'Juru bicara Kementerian Perairan Sari Dewi',
  ],
  ['市新闻办负责人表示：“数字已经更正。”', '市新闻办负责人'],
  ['周敏在发布会上表示，消费增长很快。', '周敏'],
  ['商务局负责人解释说，奖励不受影响。', '商务局负责人'],
  ['李强11月4日指出，合作前景广阔。', '李强'],
  ['俄罗斯总统特别代表拉夫连季耶夫在会前表示，局势不稳定。', '俄罗斯总统特别代表拉夫连季耶夫'],
  ['她同时表示，会议将如期举行。', undefined],
  ['就拿票价来说，变化不大。', undefined],
  ['While Xi said the projects would start, none has.', 'Xi'],
  ['THE IMPACT OF THE WAR\nMs Major said growth would slow.', 'Ms Major'],
  ['Pemerintah perlu berbenah agar kembali menegaskan komitmennya.', undefined],
  ['Air mengalir sampai Dudy.', undefined],
])('the speaker of %s is %s', (sentence, speaker) => {
  expect(readReportedSpeaker(sentence)).toBe(speaker);
});

it.each([
  ['What was asked about Nairobi?', true],
  ['What were they asked about the embassy?', true],
  ['What did the reporters ask?', true],
  ['Apa yang ditanyakan soal tarif?', true],
  ['路透社记者问了什么？', true],
  ['What did the minister say about Nairobi?', false],
])("whether %s asks for a reporter's question is %s", (question, wants) => {
  expect(wantsReportersQuestion(question)).toBe(wants);
});
