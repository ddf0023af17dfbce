import { beforeEach, describe, expect, it } from 'vitest';
import { Follower } from '../../src/follower.ts';
import type { FollowWish } from '../../src/domain/follow.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { aRelease } from '../support/builders.ts';
import { aWish, NOON } from '../support/follows.ts';
import { openTestGuilds } from '../support/guilds.ts';
import { newsApp, type NewsApp } from '../support/news-app.ts';

const LIMITS = { owner: 9, guild: 9 };

let app: NewsApp;
let kept: ReturnType<typeof openTestGuilds>;
let follower: Follower;

beforeEach(() => {
  app = newsApp();
  kept = openTestGuilds();
  follower = new Follower(app, kept.guilds, () => NOON);
});

const follow = (given: Partial<FollowWish> = {}, at = NOON) =>
  kept.store.addFollow(aWish({ topic: 'beras', ...given }), { at, limits: LIMITS });
const told = () => kept.store.dueNotices(NOON, 99).map(({ follow: { id }, ref }) => [id, ref]);
const rice = (ref: string, given = {}) => aRelease({ ref, text: `Harga beras naik: ${ref}.`, ...given });

describe('what is compared with what is followed', () => {
  it('is each revision once, in whatever order and through whichever process it comes', async () => {
    follow();
    app.publish(rice('b'));
    await follower.look();
    app.publish(rice('a'));
    app.publish(rice('b', { text: 'Harga beras turun.' }));
    await follower.look();
    await new Follower(app, kept.guilds, () => NOON).look();
    // One notice a follow and revision: the former one is dropped when it is told.
    expect(told()).toEqual([
      [1, 'b'],
      [1, 'a'],
      [1, 'b'],
    ]);
  });

  it('is no release that was there before somebody followed', async () => {
    app.publish(rice('lama'), NOON - 1);
    follow();
    app.publish(rice('baru'), NOON);
    await follower.look();
    expect(told()).toEqual([[1, 'baru']]);
  });

  it('is compared for somebody, too, who follows while it is compared', async () => {
    follow();
    app.publish(rice('a'));
    const usual = { ...app };
    let late = false;
    Object.assign(app, {
      within: (scope: Scope) => {
        if (!late) follow({ topic: 'harga' });
        late = true;
        return usual.within(scope);
      },
    });
    await follower.look();
    expect(told()).toEqual([
      [1, 'a'],
      [2, 'a'],
    ]);
  });

  it('is found with what the server was given alone, and in direct messages with what is public', async () => {
    kept.store.give('Rahasia', '600000000000000001');
    follow();
    const { guild: _guild, channel: _channel, ...direct } = aWish({ topic: 'beras' });
    kept.store.addFollow(direct, { at: NOON, limits: LIMITS });
    app.publish(rice('a', { source: 'Rahasia' }));
    await follower.look();
    expect(told()).toEqual([[1, 'a']]);
  });

  it('is of the source followed', async () => {
    follow({ source: 'Bulog' });
    app.publish(rice('a'));
    app.publish(rice('b', { source: 'Perum Bulog' }));
    await follower.look();
    expect(told()).toEqual([[1, 'b']]);
  });

  it('is not told to those who paused by wish, and kept for those whose channel is gone', async () => {
    follow();
    follow({ topic: 'harga' });
    kept.store.changeFollow(1, { paused: 'wish' });
    kept.store.changeFollow(2, { paused: 'no-channel' });
    app.publish(rice('a'));
    await follower.look();
    for (const id of [1, 2]) kept.store.changeFollow(id, { paused: null });
    expect(told()).toEqual([[2, 'a']]);
  });

  it('goes on where an error stopped it', async () => {
    follow();
    app.publish(rice('a'));
    const usual = { ...app };
    Object.assign(app, { within: () => ({ match: () => Promise.reject(new Error('engine gone')) }) });
    await expect(follower.look()).rejects.toThrow('engine gone');
    Object.assign(app, usual);
    await follower.look();
    expect(told()).toEqual([[1, 'a']]);
  });

  it('begins anew with an index that was made anew', async () => {
    follow();
    for (const ref of ['a', 'b', 'c']) app.publish(rice(ref));
    await follower.look();
    app.forget();
    for (const ref of ['a', 'd']) app.publish(rice(ref));
    await follower.look();
    await follower.look();
    expect(told().map(([, ref]) => ref)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is due when the follow wants it', async () => {
    follow({ quiet: { from: '11:00', to: '13:00' } });
    app.publish(rice('a'));
    await follower.look();
    expect(told()).toEqual([]);
    expect(kept.store.dueNotices(NOON + 3_600_000, 9)).toHaveLength(1);
  });
});
