import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFrom, MAX_CUSTOM_ID, openId, signId, type CustomId } from '../../../src/discord/custom-id.ts';

const key = keyFrom('a secret');
const here = { key, guildId: '800000000000000001' };
const userId = '700000000000000002';

const snowflake = fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String);
const anyId: fc.Arbitrary<CustomId> = fc
  .record({
    action: fc.stringMatching(/^[a-z]{1,10}$/),
    args: fc.array(fc.nat(2 ** 31 - 1), { maxLength: 4 }),
    owner: fc.option(snowflake, { nil: undefined }),
  })
  .map(({ owner, ...id }) => ({ ...id, ...(owner === undefined ? {} : { owner }) }));

describe('a custom id', () => {
  it('comes back as it was signed, within the length that Discord takes', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const text = signId(id, here);
        expect(text.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
        expect(openId(text, { ...here, userId: id.owner ?? userId })).toEqual({ kind: 'valid', id });
      }),
    );
  });

  it('is worth nothing once any character of it is another', () => {
    fc.assert(
      fc.property(anyId, fc.nat(), fc.constantFrom('0', 'a', ':', '.', 'z', '_'), (id, at, sign) => {
        const text = signId(id, here);
        const place = at % text.length;
        const forged = `${text.slice(0, place)}${sign}${text.slice(place + 1)}`;
        fc.pre(forged !== text);
        expect(openId(forged, { ...here, userId: id.owner ?? userId }).kind).toBe('invalid');
      }),
    );
  });

  it.each([
    ['another server', { guildId: '800000000000000009' }],
    ['direct messages', { guildId: null }],
    ['another key', { key: keyFrom('another secret') }],
  ])('is worth nothing in the place of %s', (_, place) => {
    const text = signId({ action: 'more', args: [2] }, here);
    expect(openId(text, { ...here, ...place, userId }).kind).toBe('invalid');
  });

  it('of one member is refused to another', () => {
    const text = signId({ action: 'share', owner: userId }, here);
    expect(openId(text, { ...here, userId: '700000000000000009' }).kind).toBe('not-yours');
  });

  it.each(['', 'x'.repeat(200), '0:more:::AAAAAAAAAAAAAAAAAAAAAA', '2:more:::AAAAAAAAAAAAAAAAAAAAAA'])(
    'of no form or another version is refused: %j',
    (text) => {
      expect(openId(text, { ...here, userId }).kind).toBe('invalid');
    },
  );

  it('that would not fit is never sent', () => {
    const args = Array<number>(12).fill(2 ** 31 - 1);
    expect(() => signId({ action: 'sources', args }, here)).toThrow(RangeError);
  });
});
