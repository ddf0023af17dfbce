import { describe, expect, it } from 'vitest';
import { startBotProcess } from '../support/bot-process.ts';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { interactionEvent } from '../support/fake-discord/events.ts';
import { QUESTION } from '../support/requests.ts';

const trip = useBot();
const PATIENCE_MS = 20_000;

/** Interactions that no client should have to expect, each as often as a thorn in the side. */
const MALFORMED: readonly (readonly [string, object])[] = [
  ['no entitlements', { entitlements: undefined }],
  ['no member and no user', { member: undefined, user: undefined }],
  ['no data', { data: null }],
  ['no channel', { channel: null, channel_id: null }],
  ['a type of tomorrow', { type: 99 }],
  ['a component type of tomorrow', { type: 3, data: { component_type: 99, custom_id: 'x' }, message: {} }],
  [
    'options of a type of tomorrow',
    { data: { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 77 }] } },
  ],
  ['a command type of tomorrow', { data: { id: '1', name: 'ask', type: 42 } }],
];

describe('row 11: Discord sends what Rilis does not know', () => {
  it('refuses an unknown command in private, and serves the next', async () => {
    await trip.connect();
    const unknown = trip.discord.command({ name: 'perintah-lama' });
    trip.discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 99, token: 'x', version: 1 });
    trip.discord.gateway.dispatch('SOMETHING_NEW', { id: 7 });
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('both answers', () => answersOf(unknown) + answersOf(asked) === 2);
    expect(unknown.ephemeral).toBe(true);
  });

  it('outlives every malformed interaction, and logs them without a flood', async () => {
    const bot = await startBotProcess(trip.discord);
    trip.discord.rest.callbackDeadlineMs = PATIENCE_MS;
    for (let round = 0; round < 20; round++)
      for (const [, broken] of MALFORMED) {
        const event = { ...interactionEvent('interaction-malformed', QUESTION), ...broken };
        trip.discord.gateway.dispatch('INTERACTION_CREATE', event);
      }
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1, PATIENCE_MS);
    expect(bot.child.exitCode).toBeNull();
    const lines = bot
      .printed()
      .split('\n')
      .filter((line) => line.includes('"level":40'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(2 * MALFORMED.length);
    expect(bot.printed()).not.toContain('interaction-malformed');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });
});
