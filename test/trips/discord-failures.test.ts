// What there is no answer to is told to the one who asked alone, also where everyone was to see the answer.
import { describe, expect, it } from 'vitest';
import { textOf, useBot } from '../support/bot-trip.ts';
import { visibleOf } from '../support/fake-discord/interaction.ts';
import { byMember, EDIT, QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const TOLD = /^\/webhooks\/\d+\/[^/]+$/;
const EPHEMERAL = 1 << 6;
/** Failures a minute that are told in private. */
const IN_PRIVATE = 60;

const trip = useBot();
const failing = scriptedApp(() => Promise.reject(new Error('The disk is gone.')), {
  suggest: () => Promise.resolve([]),
  show: () => Promise.resolve(undefined),
});

/** Asked in public; resolves when the bot is done with it. */
async function ask(given: Parameters<typeof trip.discord.command>[0] = QUESTION) {
  const asked = trip.discord.command(given);
  await trip.discord.until('an answer', () => asked.state === 'answered');
  return asked;
}

describe('a command whose answer everyone was to see', () => {
  it.each([
    ['fails', QUESTION, 'ada gangguan'],
    [
      'names a release that is not there',
      { name: 'release', options: { headline: 'kereta' } },
      'tidak ditemukan',
    ],
  ])('and which %s is answered in private, and nothing is left in the channel', async (_, given, why) => {
    await trip.connect(failing);
    const asked = await ask(given);
    await trip.discord.until('it to be taken back', () => asked.withdrawn);
    expect(asked.told.map(textOf)).toEqual([expect.stringContaining(why)]);
    expect((asked.told[0]?.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
    expect(visibleOf(asked)).toBe(1);
  });

  it('tells everyone where it can not be told in private', async () => {
    await trip.connect(failing);
    trip.discord.fault({ method: 'POST', path: TOLD, times: 1, then: 'reset' });
    const asked = await ask();
    await trip.discord.until('a line of the log', () => trip.logged.join('').includes('interaction failed'));
    expect(textOf(asked.answers.at(-1))).toContain('ada gangguan');
    expect([visibleOf(asked), asked.withdrawn]).toEqual([1, false]);
  });

  it('takes it back once where the reply to that is lost', async () => {
    await trip.connect(failing);
    trip.discord.fault({ method: 'DELETE', path: EDIT, times: 1, then: { status: 502 }, afterWork: true });
    const asked = await ask();
    const deleted = (): number => trip.discord.requests.filter(({ method }) => method === 'DELETE').length;
    await trip.discord.until('a second try', () => deleted() === 2);
    await trip.discord.until('the bot to be done', () => asked.withdrawn);
    expect(visibleOf(asked)).toBe(1);
    expect(trip.logged.join('')).not.toContain('interaction failed');
  });

  it('makes no flood of private messages where everything fails', async () => {
    await trip.connect(failing);
    trip.discord.rest.callbackDeadlineMs = 60_000;
    const started = performance.now();
    const all = Array.from({ length: 2 * IN_PRIVATE }, (_, i) => trip.discord.command(byMember(i)));
    await trip.discord.until('all replies', () => all.every(({ state }) => state === 'answered'), 60_000);
    await trip.discord.until(
      'the last to be taken back',
      () => all.every(({ told, withdrawn }) => told.length === 0 || withdrawn),
      60_000,
    );
    expect(all.map(visibleOf)).toEqual(all.map(() => 1));
    const seconds = (performance.now() - started) / 1_000;
    const alone = all.filter(({ withdrawn }) => withdrawn).length;
    // A minute's allowance comes back second by second.
    expect(alone).toBeLessThanOrEqual(IN_PRIVATE + Math.ceil((seconds * IN_PRIVATE) / 60));
    expect(alone).toBeGreaterThanOrEqual(IN_PRIVATE);
  });
});
