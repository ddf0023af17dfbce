import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Follow, FollowWish } from '../../src/domain/follow.ts';
import type { Comparison } from '../../src/store/follows.ts';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import type { GuildStore } from '../../src/store/guilds.ts';
import { aFinding, aWish, NOON, OWNER, REVISION } from '../support/follows.ts';

const LIMITS = { owner: 3, guild: 4 };
const GUILD = '600000000000000001';
const OTHER = '700000000000000009';
const HOUR = 3_600_000;

let dir: string;
let open: GuildStore[];
let store: GuildStore;

function openStore(): GuildStore {
  const opened = createGuildStore(openGuildsDatabase(path.join(dir, 'guilds.sqlite')));
  open.push(opened);
  return opened;
}

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-follows-'));
  open = [];
  store = openStore();
});

afterEach(() => {
  for (const one of open) one.close();
  rmSync(dir, { recursive: true });
});

function follow(given: Partial<FollowWish> = {}): Follow {
  const outcome = store.addFollow(aWish(given), { at: NOON, limits: LIMITS });
  if (outcome.kind !== 'added') throw new Error(outcome.kind);
  return outcome.follow;
}

function compare(given: Partial<Comparison> = {}): boolean {
  const follows = store.follows().map(({ id }) => id);
  return store.keepComparison({
    revisions: [REVISION],
    follows,
    found: follows.map((id) => aFinding({ follow: id })),
    at: NOON,
    room: 64,
    ...given,
  });
}

const due = (now = NOON): readonly number[] => store.dueNotices(now, 100).map(({ follow: { id } }) => id);

/** Claims all that is due as the post `nonce`. */
function claim(nonce: string, destination = '400000000000000001'): boolean {
  const notices = store.dueNotices(NOON, 100).map(({ id }) => id);
  return store.claimPost({ nonce, destination, notices, postponed: 2 }, NOON);
}

describe('a follow', () => {
  it('is kept as it was wished, by every process that opens the file', () => {
    const wish = aWish({ source: 'Bulog', mode: 'daily', quiet: { from: '22:00', to: '07:00' } });
    const kept = follow(wish);
    expect(kept).toEqual({ ...wish, id: 1, createdAt: NOON });
    expect(openStore().readFollow(1)).toEqual(kept);
    const { guild: _guild, channel: _channel, ...direct } = aWish({ topic: 'padi' });
    store.addFollow(direct, { at: NOON, limits: LIMITS });
    expect(store.follows({ owner: OWNER })[1]).toEqual({ ...direct, id: 2, createdAt: NOON });
    expect(store.follows({ guild: GUILD })).toEqual([kept]);
    expect(store.follows({ owner: OTHER })).toEqual([]);
  });

  it('is refused where the same is told already, whoever asks and however it is written', () => {
    follow({ topic: 'Produksi Beras', source: 'Bulog' });
    const add = (given: Partial<FollowWish>) =>
      store.addFollow(aWish(given), { at: NOON, limits: LIMITS }).kind;
    expect(add({ topic: 'produksi beras', source: 'bulog', owner: OTHER })).toBe('same');
    expect(add({ topic: 'produksi beras' })).toBe('added');
    expect(add({ topic: 'produksi beras', source: 'bulog', channel: '4' })).toBe('added');
  });

  it('is refused above the limits of its owner and of its server', () => {
    const add = (given: Partial<FollowWish>) =>
      store.addFollow(aWish(given), { at: NOON, limits: LIMITS }).kind;
    expect(['a1', 'a2', 'a3', 'a4'].map((topic) => add({ topic }))).toEqual([
      'added',
      'added',
      'added',
      'own-limit',
    ]);
    expect(['b1', 'b2'].map((topic) => add({ topic, owner: OTHER }))).toEqual(['added', 'guild-limit']);
  });

  it('can be paused, resumed, told otherwise and removed, with its notices', () => {
    const { id } = follow();
    compare();
    expect(store.changeFollow(id, { paused: 'wish', mode: 'daily' })).toMatchObject({
      paused: 'wish',
      mode: 'daily',
    });
    expect(due()).toEqual([]);
    expect(store.changeFollow(id, { paused: null })?.paused).toBeUndefined();
    expect(due()).toEqual([id]);
    expect(store.removeFollow(id)).toBe(true);
    expect(store.removeFollow(id)).toBe(false);
    expect(due()).toEqual([]);
    expect(follow().id).toBeGreaterThan(id);
  });

  it('leaves with its server, and with nothing else', () => {
    follow();
    follow({ guild: '9', topic: 'padi' });
    compare();
    claim('n1');
    expect(store.guilds()).toEqual([GUILD, '9']);
    expect(store.deleteGuild(GUILD)).toBe(true);
    expect(store.follows()).toHaveLength(1);
    expect(store.claimedPosts().flatMap(({ notices }) => notices)).toHaveLength(1);
    expect(store.deleteGuild(GUILD)).toBe(false);
  });
});

describe('a comparison', () => {
  it('is remembered by revision, in whatever order they come', () => {
    const others = [REVISION, { ref: 'a.txt', revision: 'f01' }, { ref: 'b.txt', revision: 'f00' }];
    compare({ found: [] });
    expect(store.unlooked(others)).toEqual(others.slice(1));
    expect(openStore().unlooked([REVISION])).toEqual([]);
  });

  it('finds nothing in a revision that another process compared meanwhile', () => {
    follow();
    expect(compare()).toBe(true);
    expect(compare({ found: [aFinding({ span: { start: 0, end: 1 } })] })).toBe(true);
    expect(due()).toHaveLength(1);
  });

  it('is to be made again where somebody followed meanwhile, and until then it did not happen', () => {
    const { id } = follow();
    follow({ topic: 'padi' });
    expect(compare({ follows: [id] })).toBe(false);
    expect(store.unlooked([REVISION])).toEqual([REVISION]);
    store.changeFollow(2, { paused: 'wish' });
    expect(compare({ follows: [id] })).toBe(true);
  });

  it('keeps no more than there is room for, and counts the rest', () => {
    follow();
    const revisions = Array.from({ length: 5 }, (_, i) => ({ ref: `${i}`, revision: 'f' }));
    compare({ revisions, found: revisions.map((one) => aFinding(one)), room: 3 });
    expect(store.dueNotices(NOON, 9).map(({ ref }) => ref)).toEqual(['0', '1', '2']);
    claim('n1');
    expect(store.claimedPosts()).toMatchObject([{ missed: 2, postponed: 2 }]);
  });

  it('tells nothing to a follow that was removed meanwhile', () => {
    follow();
    compare({ found: [aFinding({ follow: 7 }), aFinding()] });
    expect(due()).toEqual([1]);
  });
});

describe('a post', () => {
  it('is claimed once, with all of its notices or none', () => {
    follow();
    follow({ topic: 'padi' });
    compare();
    const [one, other] = store.dueNotices(NOON, 9).map(({ id }) => id);
    const post = { nonce: 'n1', destination: '4', postponed: 0 };
    expect(store.claimPost({ ...post, notices: [one ?? 0] }, NOON)).toBe(true);
    const second = openStore();
    expect(second.claimPost({ ...post, nonce: 'n2', notices: [other ?? 0, one ?? 0] }, NOON)).toBe(false);
    expect(second.dueNotices(NOON, 9).map(({ id }) => id)).toEqual([other]);
    expect(second.claimedPosts()).toMatchObject([
      {
        nonce: 'n1',
        destination: '4',
        claimedAt: NOON,
        notices: [{ id: one, reason: { words: ['beras'] } }],
      },
    ]);
  });

  it('that was sent is counted for the hour, and forgotten with its notices in time', () => {
    follow();
    compare();
    claim('n1', '4');
    store.recordPost('n1', 'm1', NOON + 5);
    expect(store.claimedPosts()).toEqual([]);
    expect(store.sentPosts(NOON)).toEqual([{ destination: '4', at: NOON + 5 }]);
    expect(store.sentPosts(NOON + HOUR)).toEqual([]);
    store.forgetSent(NOON + HOUR);
    expect(store.sentPosts(0)).toEqual([]);
    expect(due()).toEqual([]);
  });

  it('that was refused gives its notices back, and what it would have said besides', () => {
    follow();
    compare({ room: 0 });
    compare({ revisions: [{ ref: 'b', revision: 'f' }], found: [aFinding({ ref: 'b', revision: 'f' })] });
    claim('n1');
    store.releasePost('n1');
    expect(due()).toEqual([1]);
    expect(claim('n1')).toBe(true);
    expect(store.claimedPosts()[0]?.missed).toBe(1);
    store.recordPost('n1', 'm1', NOON);
    store.releasePost('n1');
    expect(due()).toEqual([]);
  });

  it('waits for another time where it was postponed', () => {
    follow();
    compare();
    const [notice] = store.dueNotices(NOON, 1);
    store.postpone([{ notice: notice?.id ?? 0, dueAt: NOON + HOUR }]);
    expect(due()).toEqual([]);
    expect(due(NOON + HOUR)).toEqual([1]);
  });
});

describe('a destination that refuses', () => {
  it('pauses what is told there, and claims one word to each owner', () => {
    follow();
    follow({ topic: 'padi' });
    follow({ topic: 'jagung', owner: OTHER });
    follow({ topic: 'kedelai', owner: OTHER, channel: '5' });
    compare();
    const first = store.dueNotices(NOON, 1).map(({ id }) => id);
    store.claimPost({ nonce: 'n0', destination: '400000000000000001', notices: first, postponed: 0 }, NOON);
    claim('n1');
    const tell = [
      { owner: OWNER, nonce: 'p1' },
      { owner: OTHER, nonce: 'p2' },
    ];
    const pause = {
      destination: '400000000000000001',
      reason: 'no-channel',
      refused: 'n1',
      at: NOON,
      tell,
    } as const;
    store.pauseDestination(pause);
    store.pauseDestination({ ...pause, tell: tell.map((one) => ({ ...one, nonce: `${one.nonce}b` })) });
    expect(
      store.claimedPosts().map(({ destination, pauses }) => [destination, pauses.map(({ topic }) => topic)]),
    ).toEqual([
      ['400000000000000001', []],
      [`@${OWNER}`, ['pelabuhan baru', 'padi']],
      [`@${OTHER}`, ['jagung']],
    ]);
    expect(due()).toEqual([4]);
    store.recordPost('p1', 'm', NOON);
    for (const id of [1, 2]) store.changeFollow(id, { paused: null });
    expect(due()).toEqual([2, 4]);
    expect(store.sentPosts(0)).toHaveLength(1);
  });
});

describe('servers that were joined', () => {
  it('are remembered by application, until they are forgotten', () => {
    store.joinGuilds('1', ['a', 'b']);
    store.joinGuilds('1', ['b', 'c']);
    store.joinGuilds('2', ['a']);
    expect(store.joinedGuilds('1')).toEqual(['a', 'b', 'c']);
    expect(store.guilds()).toEqual([]);
    store.deleteGuild('b');
    expect(store.joinedGuilds('1')).toEqual(['a', 'c']);
    expect(store.joinedGuilds('3')).toEqual([]);
  });
});
