import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FollowWish } from '../../src/domain/follow.ts';
import { headerOf } from '../../src/domain/release.ts';
import { textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { BOT_ID, CHANNEL_ID, GUILD_ID, guildEvent } from '../support/fake-discord/gateway.ts';
import { directChannelOf, type Reply } from '../support/fake-discord/rest.ts';
import { aWish, NOON, OWNER } from '../support/follows.ts';
import { newsApp, type NewsApp } from '../support/news-app.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const OTHER = '850000000000000001';
const OTHER_OWNER = '700000000000000009';

describe('row 25: the bot is removed from a server', () => {
  it('deletes what was kept of it, its own releases first, and nothing of another', async () => {
    const own = trip.guilds.ownSource(GUILD_ID, 'Ruang Pers');
    trip.guilds.change(GUILD_ID, { language: 'zh' });
    trip.guilds.change(OTHER, { language: 'zh' });
    const removed: string[] = [];
    let privateMeanwhile = true;
    await trip.connect(
      scriptedApp(undefined, {
        list: () => Promise.resolve([headerOf(aRelease({ ref: `guild/${GUILD_ID}/a.txt`, source: own }))]),
        remove: (ref) => {
          removed.push(ref);
          privateMeanwhile &&= trip.guilds.privateSources().some(({ source }) => source === own);
          return Promise.resolve(true);
        },
      }),
    );
    trip.discord.gateway.dispatch('GUILD_DELETE', { id: GUILD_ID });
    await trip.discord.until('it to be forgotten', () => !trip.guilds.guilds().includes(GUILD_ID));
    expect(removed).toEqual([`guild/${GUILD_ID}/a.txt`]);
    expect(privateMeanwhile).toBe(true);
    expect(trip.guilds.guilds()).toEqual([OTHER]);
  });

  it('keeps everything through an outage of the server', async () => {
    trip.guilds.change(GUILD_ID, { language: 'zh' });
    await trip.connect();
    trip.discord.gateway.dispatch('GUILD_DELETE', { id: GUILD_ID, unavailable: true });
    await sleep(300);
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({ language: 'zh' });
  });

  it('forgets at its start what was left while it was offline, and nothing that is only out of reach', async () => {
    const [away, never] = ['850000000000000002', '850000000000000003'];
    for (const guild of [GUILD_ID, OTHER, away, never]) trip.guilds.change(guild, { language: 'zh' });
    trip.guilds.addFollow(aWish({ guild: OTHER }), { at: NOON, limits: { owner: 9, guild: 9 } });
    trip.guilds.joinGuilds(BOT_ID, [GUILD_ID, OTHER, away]);
    trip.guilds.joinGuilds('900000000000000009', [never]);
    trip.discord.gateway.guilds = [GUILD_ID, away];
    trip.discord.gateway.unavailable = [away];
    await trip.connect();
    await trip.discord.until('it to be forgotten', () => !trip.guilds.guilds().includes(OTHER));
    expect(trip.guilds.guilds()).toEqual([GUILD_ID, away, never]);
    expect(trip.guilds.follows()).toEqual([]);
    expect(trip.guilds.joinedGuilds(BOT_ID)).toEqual([GUILD_ID, away]);
  });

  it('remembers the servers that it joins', async () => {
    await trip.connect();
    trip.discord.gateway.dispatch('GUILD_CREATE', guildEvent(OTHER));
    await trip.discord.until('it to be remembered', () => trip.guilds.joinedGuilds(BOT_ID).length === 2);
    trip.discord.gateway.dispatch('GUILD_DELETE', { id: OTHER });
    await trip.discord.until('it to be forgotten', () => trip.guilds.joinedGuilds(BOT_ID).length === 1);
  });
});

describe('row 25: what is told of topics is refused', () => {
  let app: NewsApp;
  beforeEach(() => {
    app = newsApp();
  });

  const follow = (given: Partial<FollowWish> = {}) => {
    const wish = aWish({ guild: GUILD_ID, channel: CHANNEL_ID, topic: 'pelabuhan', ...given });
    trip.guilds.addFollow(wish, { at: NOON, limits: { owner: 9, guild: 9 } });
  };
  const refuse = (channel: string, reply: Reply) => {
    trip.discord.guard = ({ path }) => (path === `/channels/${channel}/messages` ? reply : undefined);
  };
  const connect = () => trip.connect(app, undefined, { notices: { everyMs: 50, pace: { settleMs: 0 } } });
  const pausedAs = () => trip.guilds.follows().map(({ paused }) => paused);
  const FORBIDDEN = { status: 403, body: { code: 50013, message: 'Missing Permissions' } };

  it.each([
    ['the channel was deleted', 404, 10003, 'no-channel', 'sudah tidak ada'],
    ['the bot may not see the channel', 403, 50001, 'no-access', 'tidak boleh lagi'],
    ['the bot may not write there', 403, 50013, 'no-access', 'tidak boleh lagi'],
    ['the thread is locked', 400, 160005, 'no-access', 'tidak boleh lagi'],
    ['Discord wants it not', 400, 50035, 'refused', 'Discord menolak'],
  ])('pauses the follow and tells its owner once, where %s', async (_, ...expected) => {
    const [status, code, reason, why] = expected;
    follow();
    refuse(CHANNEL_ID, { status, body: { code, message: 'no' } });
    app.publish(aRelease());
    await connect();
    await trip.discord.until('word to the owner', () => trip.discord.rest.messages.length > 0);
    await sleep(300);
    expect(pausedAs()).toEqual([reason]);
    const [told, ...more] = trip.discord.rest.messages;
    expect(more).toEqual([]);
    expect(told?.channel).toBe(directChannelOf(OWNER));
    expect(textOf(told?.body)).toContain(why);
    expect(textOf(told?.body)).toContain(`<#${CHANNEL_ID}>`);
    const tries = trip.discord.requests.filter(({ path }) => path === `/channels/${CHANNEL_ID}/messages`);
    expect(tries).toHaveLength(1);
  });

  it('tells each owner of all their topics there at once, and what is told elsewhere goes on', async () => {
    follow();
    follow({ topic: 'kapal' });
    follow({ topic: 'dibuka', owner: OTHER_OWNER });
    follow({ channel: '800000000000010002', owner: OTHER_OWNER });
    refuse(CHANNEL_ID, FORBIDDEN);
    app.publish(aRelease());
    await connect();
    await trip.discord.until('word to both', () => trip.discord.rest.messages.length === 3);
    const byChannel = new Map(trip.discord.rest.messages.map(({ channel, body }) => [channel, textOf(body)]));
    expect(byChannel.get(directChannelOf(OWNER))).toContain('**pelabuhan**, **kapal**');
    expect(byChannel.get(directChannelOf(OTHER_OWNER))).toContain('**dibuka**');
    expect(byChannel.get('800000000000010002')).toContain('Pelabuhan baru dibuka');
    expect(pausedAs()).toEqual(['no-access', 'no-access', 'no-access', undefined]);
  });

  it('sends what was held back once the owner resumes', async () => {
    follow();
    refuse(CHANNEL_ID, FORBIDDEN);
    app.publish(aRelease());
    await connect();
    await trip.discord.until('a pause', () => pausedAs()[0] === 'no-access');
    app.publish(aRelease({ ref: 'b.txt', text: 'Pelabuhan lama ditutup.' }));
    trip.discord.guard = () => undefined;
    await sleep(200);
    trip.guilds.changeFollow(1, { paused: null });
    await trip.discord.until('the notice', () =>
      trip.discord.rest.messages.some(({ channel }) => channel === CHANNEL_ID),
    );
    const notice = trip.discord.rest.messages.find(({ channel }) => channel === CHANNEL_ID);
    expect(textOf(notice?.body)).toContain('Pelabuhan baru dibuka');
    expect(textOf(notice?.body)).toContain('Pelabuhan lama ditutup');
  });

  it('pauses what a user takes no direct messages of, and bothers nobody', async () => {
    const { channel: _channel, guild: _guild, ...direct } = aWish({ topic: 'pelabuhan' });
    trip.guilds.addFollow(direct, { at: NOON, limits: { owner: 9, guild: 9 } });
    refuse(directChannelOf(OWNER), { status: 403, body: { code: 50007, message: 'no' } });
    app.publish(aRelease());
    await connect();
    await trip.discord.until('a pause', () => pausedAs()[0] === 'no-direct');
    await sleep(200);
    expect(trip.discord.rest.messages).toEqual([]);
    expect(trip.guilds.claimedPosts()).toEqual([]);
  });

  it('gives up the word to an owner who takes no direct messages', async () => {
    follow();
    trip.discord.guard = ({ path }) =>
      path.endsWith('/messages') ? { status: 403, body: { code: 50007, message: 'no' } } : undefined;
    app.publish(aRelease());
    await connect();
    await trip.discord.until('a pause', () => pausedAs()[0] !== undefined);
    await trip.discord.until('nothing to be left', () => trip.guilds.claimedPosts().length === 0);
    const before = trip.discord.requests.length;
    await sleep(200);
    expect(trip.discord.requests).toHaveLength(before);
  });
});
