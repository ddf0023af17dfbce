import { describe, expect, it } from 'vitest';
import type { AskRequest } from '../../../src/app.ts';
import { askAfter, takeOver } from '../../../src/engine/follow-ups.ts';
import { aReading, anAnswer, anAskResponse } from '../../support/answers.ts';

const MAY = { from: '2024-05-01', to: '2024-05-31' };
const FIVE = 'Apa saja lima usulan Li Qiang?';

describe('what an earlier question was narrowed to', () => {
  it('holds for a follow-up that says nothing of it', () => {
    expect(takeOver(aReading(), { ...MAY, source: 'BPS' })).toMatchObject({ ...MAY, source: 'BPS' });
    expect(takeOver(aReading(), { from: '2024-05-01' })).not.toHaveProperty('to');
    expect(takeOver(aReading())).toEqual(aReading());
  });

  it.each([
    ['its own days', { from: '2024-06-01' }, { from: '2024-06-01', source: 'BPS' }],
    ['its own last day', { to: '2024-06-30' }, { to: '2024-06-30', source: 'BPS' }],
    ['its own source', { source: 'Bulog' }, { ...MAY, source: 'Bulog' }],
  ])('gives way to %s', (_, own, expected) => {
    const { from, to, source } = takeOver(aReading(own), { ...MAY, source: 'BPS' });
    expect(JSON.parse(JSON.stringify({ from, to, source }))).toEqual(expected);
  });

  it('gives way to the time that the question speaks of', () => {
    const reading = aReading({ period: { from: '2023-01-01', to: '2023-12-31' } });
    expect(takeOver(reading, MAY)).toEqual(reading);
  });

  it.each([
    ['completed', 'dan yang keempat?', [MAY]],
    ['that stands alone', 'Berapa tarif kereta kelas ekonomi dari Sagara Baru?', [undefined]],
    ['that asks the same of something else', 'Bagaimana dengan tarif kereta ekonomi?', [MAY]],
    ['read both ways, where it is completed', 'tarif kereta ekonomi?', [MAY, undefined]],
  ])('holds for a question %s', async (_, question, filters) => {
    const asked: AskRequest[] = [];
    await askAfter({ question, earlier: [FIVE], earlierFilter: MAY }, (request) => {
      asked.push(request);
      return Promise.resolve(anAskResponse(anAnswer()));
    });
    expect(asked.map(({ earlierFilter }) => earlierFilter)).toEqual(filters);
  });
});
