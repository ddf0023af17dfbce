import { Events, type TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { CHANNEL_ID } from '../support/fake-discord/gateway.ts';
import { scriptedApp } from '../support/scripted-app.ts';
import { soak } from '../support/soak.ts';

const MEGABYTE = 1024 * 1024;

describe('row 26: a day of questions in fast motion', () => {
  it(
    'gives everybody one answer, keeps its memory, and says nothing twice a minute (`npm run soak` for 100,000)',
    { timeout: 240_000 },
    async () => {
      const app = scriptedApp(undefined, {
        list: () => Promise.resolve([]),
        suggest: () => Promise.resolve([]),
      });
      const report = await soak({ app, interactions: 2_000, batch: 500, deadlineMs: 60_000 });
      expect(report.total).toMatchObject({
        asked: 2_000,
        once: 2_000,
        unanswered: 0,
        twice: 0,
        violations: 0,
      });
      expect(report.loud).toEqual([]);
      const [first = 0, last = 0] = [report.heapBytes[1], report.heapBytes.at(-1)];
      expect((last - first) / MEGABYTE).toBeLessThan(8);
    },
  );

  it('remembers few of the messages that it hears', async () => {
    const discord = await FakeDiscord.start();
    const client = createClient({ api: discord.api });
    let heard = 0;
    client.on(Events.MessageCreate, () => heard++);
    await client.login(discord.token);
    await discord.until('the client to be ready', () => client.isReady());
    for (let i = 0; i < 500; i++) discord.say({ content: 'hujan deras' });
    await discord.until('all messages', () => heard === 500);
    const channel = client.channels.cache.get(CHANNEL_ID) as TextChannel | undefined;
    expect(channel?.messages.cache.size).toBeLessThanOrEqual(20);
    expect(client.users.cache.size).toBeLessThanOrEqual(1_000);
    await client.destroy();
    await discord.close();
  });
});
