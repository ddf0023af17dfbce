import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { FollowWish } from '../../src/domain/follow.ts';
import { textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { CHANNEL_ID, GUILD_ID } from '../support/fake-discord/gateway.ts';
import { directChannelOf } from '../support/fake-discord/rest.ts';
import { aWish, NOON, OWNER } from '../support/follows.ts';
import { newsApp, type NewsApp } from '../support/news-app.ts';

const trip = useBot();
const SECRET = 'Rahasia';

let app: NewsApp;
beforeEach(() => {
  app = newsApp();
});

const follow = (given: Partial<FollowWish> = {}): void => {
  const wish = aWish({ guild: GUILD_ID, channel: CHANNEL_ID, topic: 'pelabuhan', ...given });
  trip.guilds.addFollow(wish, { at: NOON, limits: { owner: 9, guild: 9 } });
};
const connect = (pace = { settleMs: 0 }) => trip.connect(app, undefined, { notices: { everyMs: 30, pace } });
const messages = () => trip.discord.rest.messages;
const posted = (count: number) => trip.discord.until(`${count} notices`, () => messages().length === count);

describe('a new release on a followed topic', () => {
  it('is told once, in its own words, with the reason, and pings nobody', async () => {
    follow();
    await connect();
    app.publish(aRelease());
    await posted(1);
    await sleep(200);
    const [told, ...more] = messages();
    expect(more).toEqual([]);
    expect(told?.channel).toBe(CHANNEL_ID);
    expect(textOf(told?.body)).toContain('> Pelabuhan baru dibuka pada hari Senin\\.');
    expect(textOf(told?.body)).toContain('kata: pelabuhan');
    expect(told?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
  });

  it('is told together with the others of its batch, once that has settled', async () => {
    follow();
    follow({ topic: 'kapal' });
    await connect({ settleMs: 300 });
    app.publish(aRelease());
    await sleep(100);
    app.publish(aRelease({ ref: 'b.txt', text: 'Kapal kedua tiba di pelabuhan.' }));
    await posted(1);
    await sleep(200);
    expect(messages()).toHaveLength(1);
    expect(textOf(messages()[0]?.body)).toContain('**pelabuhan**, **kapal**');
    expect(textOf(messages()[0]?.body)).toContain('Kapal kedua tiba');
  });

  it('is told by direct message where no channel was named', async () => {
    const { guild: _guild, channel: _channel, ...direct } = aWish({ topic: 'pelabuhan', language: 'en' });
    trip.guilds.addFollow(direct, { at: NOON, limits: { owner: 9, guild: 9 } });
    await connect();
    app.publish(aRelease());
    await posted(1);
    expect(messages()[0]?.channel).toBe(directChannelOf(OWNER));
    expect(textOf(messages()[0]?.body)).toContain('New release: **pelabuhan**');
  });

  it('is not told where its source was made private meanwhile, or it was taken out', async () => {
    follow();
    follow({ topic: 'kapal' });
    app.publish(aRelease({ source: SECRET }));
    app.publish(aRelease({ ref: 'b.txt', text: 'Kapal tiba.' }));
    app.publish(aRelease({ ref: 'c.txt', text: 'Kapal pergi.' }));
    await connect({ settleMs: 400 });
    await trip.discord.until('all to be found', () => trip.guilds.dueNotices(Date.now(), 9).length === 4);
    trip.guilds.makePrivate(SECRET);
    app.publish(aRelease({ ref: 'c.txt', text: 'Tidak jadi.' }), 0);
    await posted(1);
    const text = textOf(messages()[0]?.body);
    expect(text).toContain('Kapal tiba');
    expect(text).not.toMatch(/Senin|pergi/);
    await trip.discord.until('nothing to be left', () => trip.guilds.claimedPosts().length === 0);
  });

  it('is found and told although the engine failed at first', async () => {
    follow();
    app.publish(aRelease());
    const usual = { ...app };
    let failures = 3;
    const news: App['news'] = (after, limit) =>
      failures-- > 0 ? Promise.reject(new Error('engine gone')) : usual.news(after, limit);
    Object.assign(app, { news });
    await connect();
    await posted(1);
    expect(failures).toBeLessThan(0);
  });

  it('is told after the pause that Discord asks for, and meanwhile nothing is asked of it', async () => {
    follow();
    let limited = 0;
    trip.discord.guard = ({ path, method }) =>
      method === 'POST' && path === `/channels/${CHANNEL_ID}/messages` && limited++ === 0
        ? {
            status: 429,
            headers: { 'retry-after': '0.4', 'x-ratelimit-scope': 'shared' },
            body: { message: 'slow down', retry_after: 0.4, global: false },
          }
        : undefined;
    await connect();
    app.publish(aRelease());
    await posted(1);
    const [first, second, ...more] = trip.discord.requests.filter(({ path }) =>
      path.endsWith(`${CHANNEL_ID}/messages`),
    );
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(390);
  });
});
