import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUILD_LIMIT, Manners, MEMBER_LIMIT, TokenBucket } from '../../../src/discord/manners.ts';

const MINUTE = 60_000;

describe('a bucket', () => {
  it('never gives more than it holds and what came back since, whatever the clock does', () => {
    const steps = fc.array(fc.record({ pass: fc.integer({ min: -500, max: 5_000 }), wanted: fc.nat(30) }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), steps, (capacity, given) => {
        let now = 0;
        let latest = 0;
        let passed = 0;
        let taken = 0;
        const bucket = new TokenBucket(capacity, now);
        for (const { pass, wanted } of given) {
          now += pass;
          passed += Math.max(0, now - latest);
          latest = now;
          for (let i = 0; i < wanted && bucket.wait(now) === 0; i++) {
            bucket.take(now);
            taken++;
          }
        }
        expect(taken).toBeLessThanOrEqual(capacity + (passed * capacity) / MINUTE + 1e-6);
      }),
    );
  });

  it('says how long to wait, neither too short nor much too long', () => {
    const bucket = new TokenBucket(12, 0);
    for (let i = 0; i < 12; i++) bucket.take(0);
    const ms = bucket.wait(0);
    expect(ms).toBe(5_000);
    expect(bucket.wait(ms - 10)).toBeGreaterThan(0);
    expect(bucket.wait(ms)).toBe(0);
  });
});

describe('manners', () => {
  const clock = (): { now: number; readonly manners: Manners } => {
    const time = { now: 0, manners: undefined as unknown as Manners };
    time.manners = new Manners(() => time.now);
    return time;
  };

  it('hold one member back without holding back the others', () => {
    const { manners } = clock();
    const waits = Array.from({ length: 50 }, () => manners.charge({ userId: 'a', guildId: 'g' }));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(MEMBER_LIMIT);
    expect(waits.at(-1)).toMatchObject({ why: 'member' });
    expect(manners.charge({ userId: 'b', guildId: 'g' })).toBeUndefined();
  });

  it('let a member read on faster than ask, and not without end', () => {
    const { manners } = clock();
    for (let i = 0; i < MEMBER_LIMIT; i++) manners.charge({ userId: 'a', guildId: 'g' });
    const waits = Array.from({ length: 100 }, () => manners.read('a'));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(60);
    expect(waits.at(-1)).toMatchObject({ why: 'member' });
    expect(manners.read('b')).toBeUndefined();
  });

  it('hold one server back without holding back the others', () => {
    const { manners } = clock();
    const waits = Array.from({ length: 500 }, (_, i) => manners.charge({ userId: `${i}`, guildId: 'g' }));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(GUILD_LIMIT);
    expect(waits.at(-1)).toMatchObject({ why: 'guild' });
    expect(manners.charge({ userId: 'b', guildId: 'h' })).toBeUndefined();
  });

  it('hold everybody back when all servers together ask too much', () => {
    const { manners } = clock();
    const waits = Array.from({ length: 5_000 }, (_, i) =>
      manners.charge({ userId: `${i}`, guildId: `${i}` }),
    );
    expect(waits.at(-1)).toMatchObject({ why: 'everybody' });
  });

  it("follow a server's own limits, from the moment they are set", () => {
    const { manners } = clock();
    const asking = { userId: 'a', guildId: 'g', memberLimit: 2 };
    expect([1, 2, 3].map(() => manners.charge(asking)?.why)).toEqual([undefined, undefined, 'member']);
    expect(manners.charge({ ...asking, memberLimit: 5 })).toBeUndefined();
  });

  it('work on one question of a member at a time, and charge none that has to wait for it', () => {
    const { manners } = clock();
    expect(manners.begin({ userId: 'a' })).toBeUndefined();
    for (let i = 0; i < 100; i++) expect(manners.begin({ userId: 'a' })).toMatchObject({ why: 'unfinished' });
    expect(manners.begin({ userId: 'b' })).toBeUndefined();
    manners.finish('a');
    expect(manners.begin({ userId: 'a' })).toBeUndefined();
  });

  it('tell a member in public to wait once a minute', () => {
    const time = clock();
    expect([time.manners.mayTell('a'), time.manners.mayTell('a')]).toEqual([true, false]);
    time.now = MINUTE;
    expect(time.manners.mayTell('a')).toBe(true);
  });
});
