import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import { aFinding, aWish, NOON } from '../support/follows.ts';

const LIMITS = { owner: 1, guild: 1 };

describe('whatever happens to posts', () => {
  it('every notice of a follow is waiting, claimed or sent, and never two of them', () => {
    const step = fc.constantFrom('find', 'claim', 'send', 'refuse', 'pause', 'resume');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const db = openGuildsDatabase(':memory:');
        const fresh = createGuildStore(db);
        fresh.addFollow(aWish(), { at: NOON, limits: LIMITS });
        let found = 0;
        const sent: number[] = [];
        const doings = {
          find: () => {
            const revision = { ref: `${++found}`, revision: 'f' };
            const one = aFinding(revision);
            fresh.keepComparison({ revisions: [revision], follows: [1], found: [one], at: NOON, room: 99 });
          },
          claim: () => {
            const notices = fresh.dueNotices(NOON, 2).map(({ id }) => id);
            const destination = '400000000000000001';
            fresh.claimPost({ nonce: notices.join('.'), destination, notices, postponed: 0 }, NOON);
          },
          send: () => {
            const [post] = fresh.claimedPosts();
            if (post === undefined) return;
            fresh.recordPost(post.nonce, 'm', NOON);
            sent.push(...post.notices.map(({ id }) => id));
          },
          refuse: () => {
            const [post] = fresh.claimedPosts();
            if (post !== undefined) fresh.releasePost(post.nonce);
          },
          pause: () => {
            const pause = { destination: '400000000000000001', reason: 'no-access', at: NOON } as const;
            fresh.pauseDestination({ ...pause, tell: [] });
          },
          resume: () => void fresh.changeFollow(1, { paused: null }),
        };
        for (const one of steps) doings[one]();
        doings.resume();
        const waiting = fresh.dueNotices(NOON, 99).map(({ id }) => id);
        const claimed = fresh.claimedPosts().flatMap(({ notices }) => notices.map(({ id }) => id));
        fresh.close();
        const all = [...waiting, ...claimed, ...sent].toSorted((one, other) => one - other);
        expect(all).toEqual(Array.from({ length: found }, (_, i) => i + 1));
      }),
    );
  });
});
