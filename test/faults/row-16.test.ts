import { describe, expect, it } from 'vitest';
import { startBotProcess } from '../support/bot-process.ts';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { CALLBACK, EDIT, POST, QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const SECRETS = /interaction-[0-9a-f]{8}|bot-token/;

describe('row 16: a failure carries a token', () => {
  it('logs no token of an error that holds one, at any level', async () => {
    await trip.connect(
      scriptedApp(() => Promise.reject(new Error(`GET /x failed with Bot ${trip.discord.token}`))),
    );
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    expect(trip.logged.join('')).toContain('/ask failed');
    expect(trip.logged.join('')).not.toMatch(SECRETS);
    expect(JSON.stringify(asked.answers)).not.toMatch(SECRETS);
  });

  it.each([
    ['a refusal', { status: 403, body: { code: 50_001, message: 'Missing Access' } }],
    ['a bad request', { status: 400, body: { code: 50_035, message: 'Invalid Form Body' } }],
    ['a lost interaction', { status: 404, body: { code: 10_062, message: 'Unknown interaction' } }],
  ])('logs no token of the address that was asked, after %s', async (_, then) => {
    await trip.connect();
    trip.discord.fault({ method: 'POST', path: CALLBACK, times: 1, then });
    trip.discord.command(QUESTION);
    await trip.discord.until('the log', () => trip.logged.some((line) => line.includes('"level":40')));
    trip.discord.fault({ method: 'PATCH', path: EDIT, times: 1, then });
    trip.discord.command(QUESTION);
    await trip.discord.until('the edit', () => trip.discord.requests.some(({ path }) => EDIT.test(path)));
    expect(trip.logged.join('')).not.toMatch(SECRETS);
  });

  it('ends with words that say what to do, and without the token, when Discord refuses it', async () => {
    const bot = await startBotProcess(trip.discord);
    const unauthorized = { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    trip.discord.fault({ method: 'POST', path: POST, times: 1, then: unauthorized });
    trip.discord.say({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?` });
    expect(await bot.ended).toBe(1);
    expect(bot.printed()).toContain('DISCORD_TOKEN is refused');
    expect(bot.printed()).not.toMatch(SECRETS);
  });
});
