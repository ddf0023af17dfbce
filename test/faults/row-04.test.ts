import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { CALLBACK, EDIT, POST, QUESTION } from '../support/requests.ts';

/** In which a second answer would have come. */
const AFTERMATH_MS = 400;

const trip = useBot();

const FAULTS = [
  ['a 502 before the work', { then: { status: 502 } }],
  ['a 502 after the work', { then: { status: 502 }, afterWork: true }],
  ['a reset connection', { then: 'reset' as const }],
  ['a connection reset after the work', { then: 'reset' as const, afterWork: true }],
  ['a connection closed without a reply', { then: 'fin' as const }],
  ['a connection closed after the work', { then: 'fin' as const, afterWork: true }],
] as const;

describe('row 4: a request goes wrong', () => {
  it.each([...FAULTS, ['a request that hangs', { then: 'hang' as const }] as const])(
    'gives exactly one answer in spite of %s on acknowledging and on answering',
    async (_, fault) => {
      await trip.connect();
      // The three seconds are Discord's; a busy machine must not decide this test.
      trip.discord.rest.callbackDeadlineMs = 30_000;
      trip.discord.fault({ method: 'POST', path: CALLBACK, times: 1, ...fault });
      trip.discord.fault({ method: 'PATCH', path: EDIT, times: 1, ...fault });
      const asked = trip.discord.command(QUESTION);
      await trip.discord.until('an answer', () => asked.state === 'answered', 30_000);
      await sleep(AFTERMATH_MS);
      expect(answersOf(asked)).toBe(1);
    },
  );

  it('answers once when an outage of some seconds is over', async () => {
    await trip.connect();
    trip.discord.fault({ method: 'PATCH', path: EDIT, times: 5, then: { status: 502 } });
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => asked.state === 'answered', 30_000);
    expect(answersOf(asked)).toBe(1);
  });

  it.each(FAULTS)('posts exactly one reply to a mention in spite of %s', async (_, fault) => {
    await trip.connect();
    trip.discord.fault({ method: 'POST', path: POST, times: 1, ...fault });
    trip.discord.say({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?` });
    await trip.discord.until(
      'a second try',
      () => trip.discord.requests.filter(({ path }) => POST.test(path)).length >= 2,
    );
    await sleep(AFTERMATH_MS);
    expect(trip.discord.rest.posts).toHaveLength(1);
  });
});
