import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { dueAt, nextDigest, readQuiet } from '../../../src/follow/schedule.ts';

const at = (iso: string): number => DateTime.fromISO(iso, { zone: 'Asia/Jakarta' }).toMillis();
const follow = { mode: 'at-once', timeZone: 'Asia/Jakarta' } as const;
const night = { from: '22:00', to: '07:00' };

describe('when a notice is due', () => {
  const daily = { ...follow, mode: 'daily' } as const;

  it.each([
    { when: 'at once', given: follow, found: '2024-05-27T12:00', due: '2024-05-27T12:00' },
    { when: 'with the day’s digest', given: daily, found: '2024-05-27T06:00', due: '2024-05-27T08:00' },
    { when: 'with the next day’s', given: daily, found: '2024-05-27T08:00', due: '2024-05-28T08:00' },
    {
      when: 'after quiet hours, before midnight',
      given: { ...follow, quiet: night },
      found: '2024-05-27T23:10',
      due: '2024-05-28T07:00',
    },
    {
      when: 'after quiet hours, past midnight',
      given: { ...follow, quiet: night },
      found: '2024-05-28T03:00',
      due: '2024-05-28T07:00',
    },
    {
      when: 'at the very end of quiet hours',
      given: { ...follow, quiet: night },
      found: '2024-05-28T07:00',
      due: '2024-05-28T07:00',
    },
    {
      when: 'after quiet hours that the digest falls into',
      given: { ...daily, quiet: { from: '07:00', to: '09:30' } },
      found: '2024-05-27T12:00',
      due: '2024-05-28T09:30',
    },
  ])('$when', ({ given, found, due }) => {
    expect(dueAt(given, at(found))).toBe(at(due));
  });

  it('is read in the zone of the follow, over changes of its clocks too', () => {
    const berlin = { mode: 'daily', timeZone: 'Europe/Berlin' } as const;
    const due = nextDigest(berlin, Date.parse('2024-03-30T12:00:00Z'));
    expect(new Date(due).toISOString()).toBe('2024-03-31T06:00:00.000Z');
  });

  it('is never before it was found, and never in quiet hours', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(time, time, fc.nat(7 * 86_400_000), (from, to, offset) => {
        fc.pre(from !== to);
        const found = at('2024-05-27T00:00') + offset;
        const due = dueAt({ ...follow, quiet: { from, to } }, found);
        const clock = DateTime.fromMillis(due, { zone: 'Asia/Jakarta' }).toFormat('HH:mm');
        const quiet = from <= to ? clock >= from && clock < to : clock >= from || clock < to;
        return due >= found && !quiet;
      }),
    );
  });
});

describe('quiet hours as they are written', () => {
  it.each(['22:00-07:00', '22.00 - 07.00', ' 22:00–07:00 '])('%j are read', (written) => {
    expect(readQuiet(written)).toEqual(night);
  });

  it.each(['', '22-7', '25:00-07:00', '07:00-07:00', '1:00', '01:00-02:00-03:00'])(
    '%j are not',
    (written) => {
      expect(readQuiet(written)).toBeUndefined();
    },
  );
});
