import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicOf } from '../../../src/answer/topic.ts';

describe('the topic of a question', () => {
  it.each([
    ['Berapa produksi beras di wilayah timur?', 'produksi beras wilayah timur'],
    ['Apakah tarif kereta naik?', 'tarif kereta naik'],
    ['What did Li Qiang say about trade?', 'Li Qiang say trade'],
    ['大米产量是多少？', '大米产量是'],
    ['为什么地铁停运？', '地铁停运'],
    ['Berapa usia pensiun guru?', 'usia pensiun guru'],
    ['Di mana tempat pengungsian banjir?', 'tempat pengungsian banjir'],
    ['Kapan?', 'Kapan?'],
    ['produksi 1.250.000 ton', 'produksi 1.250.000 ton'],
  ])('of %j is %j', (question, topic) => {
    expect(topicOf(question)).toBe(topic);
  });

  it('is there whatever is asked, and no longer', () => {
    const asked = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(asked, (question) => {
        fc.pre(question.trim() !== '');
        const topic = topicOf(question);
        return topic !== '' && topic.length <= question.length;
      }),
    );
  });
});
