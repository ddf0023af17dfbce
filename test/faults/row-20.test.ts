import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MEMBER_LIMIT } from '../../src/discord/manners.ts';
import { anAnswer } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const QUESTION = { name: 'ask', options: { question: 'Kapan pelabuhan dibuka?' } };
const userId = (i: number): string => `${720_000_000_000_000_000n + BigInt(i)}`;

const trip = useBot();

const everyOne = (asked: readonly FakeInteraction[]): Promise<void> =>
  trip.discord.until('every reply', () => asked.every(({ state }) => state === 'answered'), 30_000);
const refused = (asked: readonly FakeInteraction[]): FakeInteraction[] =>
  asked.filter(({ answers: [first] }) => /[Cc]oba lagi dalam \d+ detik/.test(textOf(first)));

describe('row 20: a member or a server that floods', () => {
  it('one member: 50 questions in a burst get one answer, each other one a private word on when to try again', async () => {
    let asking = 0;
    let most = 0;
    await trip.connect(
      scriptedApp(async () => {
        most = Math.max(most, ++asking);
        await sleep(100);
        asking--;
        return anAnswer();
      }),
    );
    const asked = Array.from({ length: 50 }, () => trip.discord.command(QUESTION));
    await everyOne(asked);
    expect(asked.map(answersOf)).toEqual(Array.from({ length: 50 }, () => 1));
    expect(most).toBe(1);
    expect(refused(asked)).toHaveLength(49);
    expect(refused(asked).every(({ ephemeral }) => ephemeral)).toBe(true);
    // The others are served as if nothing was.
    const other = trip.discord.command({ ...QUESTION, userId: userId(1) });
    await everyOne([other]);
    expect(refused([other])).toEqual([]);
  });

  it('one member, one question after the other: as many as a minute holds', async () => {
    await trip.connect();
    const asked: FakeInteraction[] = [];
    for (let i = 0; i < MEMBER_LIMIT + 5; i++) {
      const one = trip.discord.command(QUESTION);
      await everyOne([one]);
      asked.push(one);
    }
    expect(refused(asked).length).toBeGreaterThanOrEqual(3);
    expect(refused(asked).length).toBeLessThanOrEqual(5);
  });

  // The unit tests of manners ask with 500 members; here the replies matter, and every one costs the machine a request.
  it('one server: its members at once are held to its limit, another server is not', async () => {
    const limit = 40;
    trip.guilds.change('800000000000000001', { guildLimit: limit });
    await trip.connect();
    const asked = Array.from({ length: 120 }, (_, i) =>
      trip.discord.command({ ...QUESTION, userId: userId(i) }),
    );
    const other = trip.discord.command({
      ...QUESTION,
      userId: userId(900),
      guildId: '830000000000000001',
    });
    await everyOne([...asked, other]);
    // While the flood is worked on a few tokens come back.
    expect(120 - refused(asked).length).toBeGreaterThanOrEqual(limit);
    expect(120 - refused(asked).length).toBeLessThanOrEqual(limit + 20);
    expect(refused([other])).toEqual([]);
  });

  it("follows the limit that the server's managers set", async () => {
    trip.guilds.change('800000000000000001', { memberLimit: 1 });
    await trip.connect();
    const first = trip.discord.command(QUESTION);
    await everyOne([first]);
    const second = trip.discord.command(QUESTION);
    await everyOne([second]);
    expect([refused([first]).length, refused([second]).length]).toEqual([0, 1]);
  });

  it('is charged once for what Discord delivers twice', async () => {
    trip.guilds.change('800000000000000001', { memberLimit: 2 });
    await trip.connect();
    const first = trip.discord.command(QUESTION);
    trip.discord.gateway.repeatLast();
    await everyOne([first]);
    const second = trip.discord.command(QUESTION);
    await everyOne([second]);
    expect(refused([first, second])).toEqual([]);
  });

  it('a member who types gets choices for every letter, and is not charged for them', async () => {
    await trip.connect(scriptedApp(undefined, { suggest: () => Promise.resolve([]) }));
    const typed = Array.from({ length: 40 }, (_, i) =>
      trip.discord.command({
        name: 'release',
        options: { headline: 'pelabuhan'.slice(0, 1 + (i % 9)) },
        type: 4,
        focused: 'headline',
      }),
    );
    await everyOne(typed);
    expect(typed.every(({ choices }) => choices?.length === 1)).toBe(true);
    const asked = trip.discord.command(QUESTION);
    await everyOne([asked]);
    expect(refused([asked])).toEqual([]);
  });

  it('mentions: the flood is told once in public to wait', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await trip.connect(scriptedApp(() => held.then(() => anAnswer())));
    for (let i = 0; i < 20; i++) trip.discord.say({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?` });
    await trip.discord.until('the one notice', () => trip.discord.rest.posts.length === 1);
    expect(textOf(trip.discord.rest.posts[0])).toContain('masih dikerjakan');
    release();
    await trip.discord.until('the one answer', () => trip.discord.rest.posts.length === 2);
    await sleep(200);
    expect(trip.discord.rest.posts).toHaveLength(2);
  });
});
