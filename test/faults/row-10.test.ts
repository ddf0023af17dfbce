import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { startWorker } from '../../src/workers/worker.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import type { FakeDiscordService } from '../support/fake-discord/fake-discord.worker.ts';
import { openTestGuilds } from '../support/guilds.ts';
import { byMember } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const MEGABYTE = 1024 * 1024;
const PATIENCE_MS = 120_000;
const FAKE = new URL('../support/fake-discord/fake-discord.worker.ts', import.meta.url);
const trip = useBot();

describe('row 10: a thousand questions at once', () => {
  // Whether within Discord's three seconds, and how responsive the bot stays, `npm run bench:discord` measures: on a
  // machine that is busy with other things a test of that would say nothing.
  it('are all acknowledged and answered once, while the bot stays small', { timeout: 300_000 }, async () => {
    const quotes = [aQuote({ text: 'Kapal pertama tiba pukul sembilan. '.repeat(20) })];
    const app = scriptedApp(async () => {
      await sleep(2);
      return anAnswer({ quotes });
    });
    // In a process of its own, so that its work does not delay the bot's.
    const fake = await startWorker<FakeDiscordService>(FAKE, { data: undefined });
    const { api, token } = await fake.remote.address();
    const config = readConfig({ DISCORD_TOKEN: token, DISCORD_API: api });
    const bot = await startBot({
      app,
      guilds: openTestGuilds().guilds,
      config,
      log: pino({ level: 'silent' }),
    });
    try {
      await fake.remote.allow(PATIENCE_MS);
      await fake.remote.flood(['pemanasan'], PATIENCE_MS / 1_000);
      const before = process.memoryUsage().rss;
      const report = await fake.remote.flood(Array<string>(1_000).fill('Kapan?'), PATIENCE_MS / 1_000);
      expect(report.acknowledged).toHaveLength(1_000);
      expect(report.answers.filter((answers) => answers !== 1)).toEqual([]);
      expect(report.violations).toEqual([]);
      expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(250);
    } finally {
      await bot.close();
      await fake.terminate();
    }
  });

  it('are told that the bot is busy, in private, where more wait than can be served', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await trip.connect(
      scriptedApp(() => held.then(() => anAnswer())),
      trip.discord.token,
      { maxWaiting: 20 },
    );
    trip.discord.rest.callbackDeadlineMs = 30_000;
    const asked = Array.from({ length: 60 }, (_, i) => trip.discord.command(byMember(i)));
    const busy = (): typeof asked => asked.filter((one) => answersOf(one) === 1);
    await trip.discord.until('acknowledgements', () => asked.every(({ state }) => state !== 'new'));
    await sleep(200);
    expect(busy().length).toBeGreaterThan(0);
    for (const one of busy()) {
      expect(one.ephemeral).toBe(true);
      expect(textOf(one.answers[0])).toContain('Terlalu banyak');
    }
    release();
    await trip.discord.until('all answers', () => asked.every((one) => answersOf(one) === 1), 20_000);
  });
});
