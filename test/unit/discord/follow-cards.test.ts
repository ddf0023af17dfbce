import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFrom, signId } from '../../../src/discord/custom-id.ts';
import {
  renderFollow,
  renderFollowed,
  renderFollows,
  type Shown,
} from '../../../src/discord/follow-cards.ts';
import { FOLLOW_LIMITS } from '../../../src/following.ts';
import { faultsOf } from '../../support/fake-discord/schema.ts';
import { aFollow, aMatch, OWNER } from '../../support/follows.ts';

const PATH = '/webhooks/1/t/messages/@original';
const shownIn = (language: Shown['language']): Shown => ({
  language,
  place: { userId: OWNER, managesGuild: false },
  sign: (id) => signId(id, { key: keyFrom('secret'), guildId: '800000000000000001' }),
});

describe('what somebody follows', () => {
  it('is shown as Discord takes it, whatever is followed', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 });
    const follow = fc
      .record({
        topic: words,
        source: words,
        id: fc.integer({ min: 1, max: 2 ** 40 }),
        paused: fc.constantFrom('wish', 'no-access', 'no-channel', 'no-direct', 'refused'),
        owner: fc.constantFrom(OWNER, '700000000000000009'),
      })
      .map((given) => aFollow({ ...given, quiet: { from: '22:00', to: '07:00' }, mode: 'daily' }));
    const count = FOLLOW_LIMITS.owner + FOLLOW_LIMITS.guild;
    const some = fc.uniqueArray(follow, { minLength: 1, maxLength: count, selector: ({ id }) => id });
    const language = fc.constantFrom<Shown['language']>('id', 'en', 'zh');
    fc.assert(
      fc.property(some, fc.tuple(language, fc.nat(12)), words, (follows, [spoken, page], text) => {
        const shown = shownIn(spoken);
        const [first = aFollow()] = follows;
        const matches = [1, 2, 3, 4].map((n) => aMatch({ text: `${text}x`.repeat(20 * n) }));
        expect(faultsOf(PATH, renderFollows(follows, page, shown))).toEqual([]);
        expect(faultsOf(PATH, renderFollow(first, shown, 'no'))).toEqual([]);
        expect(faultsOf(PATH, renderFollowed(first, matches, shown))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
