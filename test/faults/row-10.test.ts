import { monitorEventLoopDelay } from 'node:perf_hooks';
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
const NANOSECONDS = 1e6;
const FAKE = new URL('../support/fake-discord/fake-discord.worker.ts', import.meta.url);
const trip = useBot();

describe('row 10: a thousand questions at once', () => {
  // The three seconds are Discord's and run on the wall's clock: a machine that is busy with other things may miss them.
  it(
    'are acknowledged in time and answered once, while the bot stays responsive and small',
    { retry: 3, timeout: 180_000 },
    async () => {
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
        await fake.remote.flood(['pemanasan'], 30);
        const before = process.memoryUsage().rss;
        const delay = monitorEventLoopDelay({ resolution: 10 });
        delay.enable();
        const report = await fake.remote.flood(Array<string>(1_000).fill('Kapan?'), 20);
        delay.disable();
        expect(report.acknowledged).toHaveLength(1_000);
        expect(report.answers.filter((answers) => answers !== 1)).toEqual([]);
        expect(report.violations).toEqual([]);
        expect(delay.percentile(99) / NANOSECONDS).toBeLessThan(200);
        expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(250);
      } finally {
        await bot.close();
        await fake.terminate();
      }
    },
  );

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
