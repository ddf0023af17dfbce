import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseBeforeSession } from '../../../src/discord/session-limit.ts';

const DAY_MS = 86_400_000;

describe('the pause before a session', () => {
  it('is none while half of the sessions are left', () => {
    expect(pauseBeforeSession({ total: 1_000, remaining: 999, reset_after: DAY_MS })).toBe(0);
  });

  it('lasts until the reset when none is left, or fewer than are needed', () => {
    expect(pauseBeforeSession({ total: 1_000, remaining: 0, reset_after: 5_000 })).toBe(5_000);
    expect(pauseBeforeSession({ total: 1_000, remaining: 3, reset_after: 5_000 }, 4)).toBe(5_000);
  });

  it('never lets a bot that crashes at once spend the sessions of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), (crashAfter) => {
        let now = 0;
        let remaining = 1_000;
        while (now < DAY_MS) {
          now += pauseBeforeSession({ total: 1_000, remaining, reset_after: DAY_MS - now }) + crashAfter;
          if (now >= DAY_MS) break;
          remaining--;
        }
        expect(remaining).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
