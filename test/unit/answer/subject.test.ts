import { describe, expect, it } from 'vitest';
import { prepareQuestion } from '../../../src/answer/asked.ts';
import { definesAsked, opensWith } from '../../../src/answer/subject.ts';
import { aReading } from '../../support/answers.ts';

const read = (terms: string) => prepareQuestion(aReading({ terms }), () => 1);

describe('what a text opens with', () => {
  const asked = read('berapa nilai danau tala');

  it('is its subject, which the question is more or less about', () => {
    expect(opensWith(asked, 'Nilai Danau Tala naik tahun ini.')).toBe(1);
    expect(opensWith(asked, 'Danau Tala memperoleh nilai 57,9.')).toBeCloseTo(1);
    expect(opensWith(asked, 'Danau lain memperoleh angka yang sama.')).toBeCloseTo(1 / 3);
  });

  it('are its first words alone', () => {
    expect(opensWith(asked, 'Menteri perairan mengumumkan empat tindakan untuk Danau Tala.')).toBe(0);
  });

  it('tells nothing where there is no word', () => {
    expect(opensWith(asked, '')).toBe(0);
    expect(opensWith(read(''), 'Danau Tala')).toBe(0);
  });
});

describe('a sentence that says what something is', () => {
  it.each([
    ['apa yang dimaksud dengan terumbu', 'Terumbu adalah gugusan karang.', 1],
    ['apa yang dimaksud dengan terumbu', 'Terumbu buatan adalah rangka beton.', 1 / 2],
    ['apa yang dimaksud dengan terumbu', 'Menurut peneliti, terumbu (reef; 珊瑚礁) ialah karang.', 1 / 2],
    ['what is a reef', 'A reef (or bank) is a ridge of rock.', 1],
    ['什么是应急包', '应急包是指装有必需品的袋子。', 1],
    ['apa yang dimaksud dengan terumbu', 'Terumbu rusak karena jangkar.', 0],
  ])('%s: %s: %d', (question, sentence, share) => {
    expect(definesAsked(read(question), sentence)).toBeCloseTo(share);
  });
});
