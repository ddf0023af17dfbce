import { describe, expect, it } from 'vitest';
import { answersOf, useBot } from '../support/bot-trip.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
import { byMember, CALLBACK, EDIT } from '../support/requests.ts';

/** A channel's limit in the test: the first of these within the time pass, the others are refused. */
const ALLOWED = 20;
const WINDOW_MS = 500;

const trip = useBot();

describe('row 6: a flood in one channel', () => {
  it('meets the limit of the channel with few requests, and answers everybody once', async () => {
    await trip.connect();
    trip.discord.rest.callbackDeadlineMs = 60_000;
    let windowEnds = 0;
    let used = 0;
    let refused = 0;
    trip.discord.guard = ({ path }) => {
      if (!EDIT.test(path)) return undefined;
      if (Date.now() > windowEnds) [windowEnds, used] = [Date.now() + WINDOW_MS, 0];
      if (++used <= ALLOWED) return undefined;
      refused++;
      const seconds = Math.max(1, windowEnds - Date.now()) / 1_000;
      return {
        status: 429,
        headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'shared' },
        body: { message: 'The resource is being rate limited.', retry_after: seconds, global: false },
      };
    };
    const asked: FakeInteraction[] = [];
    // As fast as they are acknowledged: the fake works in this very process. Their answers pile up behind the limit.
    for (let i = 0; i < 500; i += 50) {
      for (let n = i; n < i + 50; n++) asked.push(trip.discord.command(byMember(n)));
      await trip.discord.until('acknowledgements', () => asked.every(({ state }) => state !== 'new'), 60_000);
    }
    expect(asked.filter((one) => answersOf(one) === 0).length).toBeGreaterThan(100);
    await trip.discord.until('all answers', () => asked.every((one) => answersOf(one) === 1), 120_000);
    expect(refused).toBeLessThan(100);
    expect(refused).toBeGreaterThan(0);
  }, 240_000);

  it('raises an alarm once when Discord refuses a thousand requests within ten minutes', async () => {
    const bot = await trip.connect();
    trip.discord.guard = ({ path }) =>
      CALLBACK.test(path) ? { status: 403, body: { code: 50_001, message: 'Missing Access' } } : undefined;
    const refused = (): number => trip.discord.requests.filter(({ path }) => CALLBACK.test(path)).length;
    for (let wave = 1; wave <= 13; wave++) {
      for (let i = 0; i < 100; i++) trip.discord.command(byMember(wave * 100 + i));
      // A busy machine may let a reply be late, and then the request is made again.
      await trip.discord.until('the refusals', () => refused() >= wave * 100, 60_000);
    }
    const alarms = (): number => trip.logged.filter((line) => line.includes('bans this address')).length;
    await trip.discord.until('the alarm', () => alarms() > 0);
    expect(alarms()).toBe(1);
    expect(trip.logged.filter((line) => line.includes('interaction failed'))).toHaveLength(1);
    const counted = /^rilis_invalid_requests_total (\d+)$/m.exec((await bot.metrics()).text)?.[1];
    expect(Number(counted)).toBeGreaterThanOrEqual(1_000);
  }, 240_000);
});
