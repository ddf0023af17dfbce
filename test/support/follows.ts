// Follows, matches and notices for tests: whole and valid, with what a test cares about given by name.
import type { Follow, FollowWish, Match, Notice } from '../../src/domain/follow.ts';
import { headerOf } from '../../src/domain/release.ts';
import type { Finding } from '../../src/store/follows.ts';
import { aRelease } from './builders.ts';

export const OWNER = '700000000000000002';

/** Monday 27 May 2024, noon in Jakarta. */
export const NOON = Date.parse('2024-05-27T12:00:00+07:00');

export function aWish(given: Partial<FollowWish> = {}): FollowWish {
  return {
    owner: OWNER,
    guild: '600000000000000001',
    channel: '400000000000000001',
    topic: 'pelabuhan baru',
    language: 'id',
    mode: 'at-once',
    timeZone: 'Asia/Jakarta',
    ...given,
  };
}

export function aFollow(given: Partial<Follow> = {}): Follow {
  return { ...aWish(given), id: 1, createdAt: NOON, ...given };
}

/** The first paragraph of `aRelease()`. */
export function aMatch(given: Partial<Match> = {}): Match {
  const release = aRelease();
  const text = given.text ?? release.text.split('\n\n')[0] ?? '';
  return {
    header: headerOf(release),
    span: { start: 0, end: text.length },
    reason: { words: ['pelabuhan', 'baru'], coverage: 1, cosine: 0.71 },
    ...given,
    text,
  };
}

/** Of `aMatch()`. */
export function aNotice(given: Partial<Notice> = {}): Notice {
  const { header, span, reason } = aMatch();
  const { ref, revision } = header;
  return { id: 1, follow: aFollow(), ref, revision, span, reason, foundAt: NOON, dueAt: NOON, ...given };
}

export const REVISION = { ref: 'a.txt', revision: 'f00' };

export function aFinding(given: Partial<Finding> = {}): Finding {
  const reason = { words: ['beras'], coverage: 1, cosine: 0.5 };
  return { ...REVISION, follow: 1, span: { start: 3, end: 9 }, reason, dueAt: NOON, ...given };
}
