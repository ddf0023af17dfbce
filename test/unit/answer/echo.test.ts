import { describe, expect, it } from 'vitest';
import { describeReading } from '../../../src/answer/echo.ts';
import { aReading } from '../../support/answers.ts';

const echo = (completed: string, language = 'id', item?: number) =>
  describeReading(aReading({ completed, ...(item === undefined ? {} : { item }) }), {
    language,
    timeZone: 'Asia/Jakarta',
  });

describe('the echo of a follow-up', () => {
  it('says as which question it was read, in the language of the reader', () => {
    expect(echo('Apa usulan ke-4?', 'id', 4)).toBe('dibaca: “Apa usulan ke-4?”');
    expect(echo('What is the 4th point?', 'en')).toBe('read as: “What is the 4th point?”');
    expect(echo('第4点是什么？', 'zh')).toBe('理解为：“第4点是什么？”');
  });

  it('marks where a long one is cut, between two signs', () => {
    expect(echo('👩‍👩‍👧'.repeat(100))).toMatch(/^dibaca: “(?:👩‍👩‍👧)+…”$/u);
    expect(echo('kapan '.repeat(100))?.length).toBeLessThan(140);
  });
});

describe('the echo of a misspelt question', () => {
  it('says as which words it was read, beside what else was read of it', () => {
    const reading = aReading({ respelled: 'usulan perdana menteri?', item: 3 });
    expect(describeReading(reading, { language: 'id', timeZone: 'Asia/Jakarta' })).toBe(
      'dibaca: “usulan perdana menteri?”, poin ke-3',
    );
  });
});
