import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startBotProcess } from '../support/bot-process.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { byMember, QUESTION } from '../support/requests.ts';

const trip = useBot();
/** Longer than a resume takes, shorter than the eight seconds that a stop waits. */
const ANSWER_MS = 3_000;
const FOREVER_MS = 600_000;
const PATIENCE_MS = 20_000;

describe('row 9: the bot is stopped in the middle of an answer', () => {
  it('lets the answer land, turns newcomers away, and ends with 0, though the gateway was lost too', async () => {
    const bot = await startBotProcess(trip.discord, ANSWER_MS);
    trip.discord.rest.callbackDeadlineMs = PATIENCE_MS;
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('the acknowledgement', () => asked.state === 'deferred');
    bot.child.kill('SIGTERM');
    trip.discord.gateway.drop();
    const newcomer = trip.discord.command(byMember(1));
    await trip.discord.until('the refusal', () => answersOf(newcomer) === 1, PATIENCE_MS);
    expect(newcomer.ephemeral).toBe(true);
    expect(textOf(newcomer.answers[0])).toContain('dimulai ulang');
    expect(await bot.ended).toBe(0);
    expect(answersOf(asked)).toBe(1);
  });

  it('ends with 0 in time though the gateway is just being reconnected and says nothing', async () => {
    const bot = await startBotProcess(trip.discord);
    trip.discord.gateway.isMute = true;
    trip.discord.gateway.drop();
    await trip.discord.until('a connection', () => trip.discord.gateway.mutes > 0);
    const told = Date.now();
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(Date.now() - told).toBeLessThan(10_000);
  });

  it('ends at once when it is told a second time', async () => {
    const bot = await startBotProcess(trip.discord, FOREVER_MS);
    trip.discord.rest.callbackDeadlineMs = PATIENCE_MS;
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('the acknowledgement', () => asked.state === 'deferred');
    bot.child.kill('SIGTERM');
    // Only a newcomer that is turned away tells that the signal has arrived.
    const newcomers = [trip.discord.command(byMember(0))];
    while (newcomers.every((one) => answersOf(one) === 0) && newcomers.length < 100) {
      await sleep(100);
      newcomers.push(trip.discord.command(byMember(newcomers.length)));
    }
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(143);
    expect(answersOf(asked)).toBe(0);
  });
});
