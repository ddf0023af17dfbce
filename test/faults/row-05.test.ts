import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID, GUILD_ID } from '../support/fake-discord/gateway.ts';
import type { Reply } from '../support/fake-discord/rest.ts';
import { byMember, CALLBACK, EDIT, memberOf, POST, QUESTION } from '../support/requests.ts';

const trip = useBot();

type Scope = 'user' | 'shared' | 'global';

/** What Discord says when it wants to be left alone for `seconds`. */
function limited(scope: Scope, seconds: number): Reply {
  return {
    status: 429,
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
  };
}

const arrivals = (path: RegExp): readonly number[] =>
  trip.discord.requests.filter((request) => path.test(request.path)).map(({ at }) => at);

describe('row 5: Discord limits the rate', () => {
  it.each([
    ['user', 0.4],
    ['user', 1.3],
    ['shared', 0.6],
    ['shared', 1.3],
    ['global', 0.6],
    ['global', 1.3],
  ] as const)(
    'answers after a %s limit of %f seconds, without a request inside it',
    async (scope, seconds) => {
      await trip.connect();
      trip.discord.fault({ method: 'PATCH', path: EDIT, times: 1, then: limited(scope, seconds) });
      const asked = trip.discord.command(QUESTION);
      await trip.discord.until('an answer', () => answersOf(asked) === 1);
      const [first = 0, second = 0, ...more] = arrivals(EDIT);
      expect(second - first).toBeGreaterThanOrEqual(seconds * 1_000);
      expect(more).toEqual([]);
    },
  );

  it('keeps every answer back while all requests are limited', async () => {
    await trip.connect();
    trip.discord.fault({ method: 'PATCH', path: EDIT, times: 1, then: limited('global', 1.3) });
    const asked = Array.from({ length: 5 }, (_, i) => trip.discord.command(byMember(i)));
    await trip.discord.until('all answers', () => asked.every((one) => answersOf(one) === 1), 20_000);
    const [first = 0, ...later] = arrivals(EDIT);
    expect(Math.min(...later) - first).toBeGreaterThanOrEqual(1_300);
  });

  it('lets posts to a channel wait in line, each sent once', async () => {
    await trip.connect();
    trip.discord.fault({ method: 'POST', path: POST, times: 1, then: limited('user', 0.6) });
    for (let i = 0; i < 3; i++)
      trip.discord.say({
        ...memberOf(i),
        guildId: GUILD_ID,
        content: `<@${BOT_ID}> Kapan pelabuhan dibuka?`,
      });
    await trip.discord.until('all posts', () => trip.discord.rest.posts.length === 3);
    const [first = 0, ...later] = arrivals(POST);
    expect(Math.min(...later) - first).toBeGreaterThanOrEqual(600);
    expect(later).toHaveLength(3);
  });

  it.each([
    ['an answer', EDIT, 1_000],
    ['an acknowledgement', CALLBACK, 60],
  ])('drops %s that would have to wait past its time, and says so in the log', async (_, path, seconds) => {
    await trip.connect();
    const method = path === EDIT ? 'PATCH' : 'POST';
    trip.discord.fault({ method, path, times: 9, then: limited('shared', seconds) });
    trip.discord.command(QUESTION);
    await trip.discord.until('the log', () => trip.logged.some((line) => line.includes('expired')));
    await sleep(300);
    expect(arrivals(path)).toHaveLength(1);
    expect(trip.logged.filter((line) => line.includes('expired'))).toHaveLength(1);
  });
});
