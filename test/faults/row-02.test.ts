import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/domain/errors.ts';
import { pauseBeforeSession } from '../../src/discord/session-limit.ts';
import { answersOf, useBot, type BotTrip } from '../support/bot-trip.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const DAY_MS = 86_400_000;
/** Without a session to resume the client waits up to five seconds by itself; the rest is for a busy machine. */
const PATIENCE_MS = 20_000;

const trip = useBot();

async function isAnswered({ discord }: BotTrip): Promise<void> {
  const asked = discord.command(QUESTION);
  await discord.until('an answer', () => answersOf(asked) === 1, PATIENCE_MS);
}

describe('row 2: Discord ends the session', () => {
  it('resumes when it is asked to reconnect', async () => {
    await trip.connect();
    trip.discord.gateway.askToReconnect();
    await trip.discord.until('a resume', () => trip.discord.gateway.resumes === 1, PATIENCE_MS);
    await isAnswered(trip);
    expect(trip.discord.gateway.identifies).toHaveLength(1);
  });

  it('resumes an invalid session that can be resumed, and begins anew where it can not', async () => {
    await trip.connect();
    trip.discord.gateway.invalidateSessions(true);
    await trip.discord.until('a resume', () => trip.discord.gateway.resumes === 1, PATIENCE_MS);
    trip.discord.gateway.invalidateSessions(false);
    await trip.discord.until(
      'a new session',
      () => trip.discord.gateway.identifies.length === 2,
      PATIENCE_MS,
    );
    await isAnswered(trip);
  });

  it.each([4000, 4009])('recovers from close code %i', async (code) => {
    await trip.connect();
    trip.discord.gateway.drop(code);
    await isAnswered(trip);
  });

  it.each([4004, 4014])('ends with words that say what to do on close code %i', async (code) => {
    const running = await trip.connect();
    trip.discord.gateway.drop(code);
    await expect(running.failed).rejects.toThrow(ConfigError);
    await expect(running.failed).rejects.toThrow(/discord\.com|update Rilis/);
  });

  it('refuses a wrong token with words that say what to do', async () => {
    const wrong = trip.connect(scriptedApp(), `wrong.${'x'.repeat(60)}`);
    await expect(wrong).rejects.toThrow(ConfigError);
    await expect(wrong).rejects.toThrow(/DISCORD_TOKEN is refused.*reset it/s);
  });

  it('ends the process with 1 when the token is refused while it runs', async () => {
    const bot = await startBotProcess(trip.discord);
    trip.discord.gateway.drop(4004);
    expect(await bot.ended).toBe(1);
    expect(bot.printed()).toContain('DISCORD_TOKEN is refused');
  });

  it('begins no session while none is left, and waits until there are', async () => {
    const none = { total: 1_000, remaining: 0, reset_after: 700, max_concurrency: 1 };
    trip.discord.rest.sessionLimit = none;
    const began = Date.now();
    const connecting = trip.connect();
    await trip.discord.until('the log', () =>
      trip.logged.some((line) => line.includes('sessions are spent')),
    );
    expect(trip.discord.gateway.identifies).toEqual([]);
    trip.discord.rest.sessionLimit = { ...none, remaining: 1_000 };
    await connecting;
    expect(Date.now() - began).toBeGreaterThanOrEqual(none.reset_after);
  });

  it('gives up that wait when it is told to stop', async () => {
    trip.discord.rest.sessionLimit = { total: 1_000, remaining: 0, reset_after: DAY_MS, max_concurrency: 1 };
    const stopping = new AbortController();
    const connecting = trip.connect(scriptedApp(), trip.discord.token, { signal: stopping.signal });
    connecting.catch(() => undefined);
    await trip.discord.until('the log', () =>
      trip.logged.some((line) => line.includes('sessions are spent')),
    );
    stopping.abort();
    await expect(connecting).rejects.toThrow(/abort/i);
  });

  it('waits for nothing while half of the sessions are left, and for the reset when too few are', () => {
    expect(pauseBeforeSession({ total: 1_000, remaining: 999, reset_after: DAY_MS })).toBe(0);
    expect(pauseBeforeSession({ total: 1_000, remaining: 0, reset_after: 5_000 })).toBe(5_000);
    expect(pauseBeforeSession({ total: 1_000, remaining: 3, reset_after: 5_000 }, 4)).toBe(5_000);
  });

  it('never spends the sessions of a day, however fast it crashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), (crashAfter) => {
        let now = 0;
        let remaining = 1_000;
        while (now < DAY_MS) {
          now += pauseBeforeSession({ total: 1_000, remaining, reset_after: DAY_MS - now }) + crashAfter;
          if (now < DAY_MS) remaining--;
        }
        expect(remaining).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
