import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf, nonceOf, NOTICES_A_POST, planPosts, POSTS_AN_HOUR } from '../../../src/follow/plan.ts';
import { aFollow, aNotice, NOON } from '../../support/follows.ts';

const MINUTE = 60_000;
const many = (count: number) => Array.from({ length: count }, (_, i) => aNotice({ id: i + 1 }));

describe('the posts of an hour', () => {
  it('put all that one channel is to be told of into one message', () => {
    const other = aFollow({ id: 2, topic: 'beras' });
    const { posts } = planPosts([aNotice(), aNotice({ id: 2, follow: other })], {
      now: NOON + MINUTE,
      sent: [],
    });
    expect(posts.map(({ notices }) => notices.map(({ id }) => id))).toEqual([[1, 2]]);
  });

  it('wait until an ingest has settled, but not for ever', () => {
    const early = aNotice();
    const late = aNotice({ id: 2, foundAt: NOON + 9.5 * MINUTE, dueAt: NOON });
    expect(planPosts([early, late], { now: NOON + 9.9 * MINUTE, sent: [] }).posts).toEqual([]);
    expect(planPosts([early, late], { now: NOON + 10 * MINUTE, sent: [] }).posts).toHaveLength(1);
  });

  it('leave what is over the limit to the next digest, and say how much', () => {
    const { posts, postponed } = planPosts(many(40), { now: NOON + MINUTE, sent: [] });
    expect(posts.map(({ notices, left }) => [notices.length, left])).toEqual([
      [8, 0],
      [8, 0],
      [8, 0],
      [8, 8],
    ]);
    expect(new Set(postponed.map((one) => new Date(one.dueAt).toISOString()))).toEqual(
      new Set(['2024-05-28T01:00:00.000Z']),
    );
  });

  it('count those already sent in this hour to this channel alone', () => {
    const { channel = '' } = aFollow();
    const sent = [
      { destination: channel, at: NOON },
      { destination: channel, at: NOON - 60 * MINUTE },
      { destination: '1', at: NOON },
    ];
    expect(planPosts(many(40), { now: NOON + MINUTE, sent }).posts).toHaveLength(POSTS_AN_HOUR - 1);
  });

  it('hold each due notice once, or postpone it', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, fc.nat(2), (given, channels) => {
        const notices = given.map((id) =>
          aNotice({ id, follow: aFollow({ id, channel: String(id % (channels + 1)) }) }),
        );
        const { posts, postponed } = planPosts(notices, { now: NOON + MINUTE, sent: [] });
        const told = [
          ...posts.flatMap((post) => post.notices.map(({ id }) => id)),
          ...postponed.map((p) => p.notice),
        ];
        expect(told.toSorted((a, b) => a - b)).toEqual(given.toSorted((a, b) => a - b));
        expect(posts.every((post) => post.notices.length <= NOTICES_A_POST)).toBe(true);
      }),
    );
  });
});

describe('the nonce of a post', () => {
  const post = { destination: '1', notices: [aNotice()] };

  it('is the same for the same notices, another for others, and short enough for Discord', () => {
    expect(nonceOf(post)).toBe(nonceOf({ ...post, notices: [aNotice({ id: 9, foundAt: 1 })] }));
    expect(nonceOf(post)).not.toBe(nonceOf({ ...post, destination: '2' }));
    expect(nonceOf(post)).not.toBe(nonceOf({ ...post, notices: [aNotice({ span: { start: 1, end: 2 } })] }));
    expect(nonceOf(post).length).toBeLessThanOrEqual(25);
  });

  it('gives a mark that fits the id of a component', () => {
    fc.assert(
      fc.property(fc.string(), (destination) => {
        const mark = markOf(nonceOf({ ...post, destination }));
        expect(mark).toBeGreaterThan(0);
        expect(mark).toBeLessThan(2 ** 31);
      }),
    );
  });
});
