import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { textOf } from '../support/bot-trip.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { aWish } from '../support/follows.ts';
import { openTestGuilds } from '../support/guilds.ts';
import { openNotifier } from '../support/notifier.ts';

let dir: string;
let config: Config;
let discord: FakeDiscord;
let app: App;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-follow-'));
  config = readConfig({ RILIS_DATA_DIR: path.join(dir, 'index'), EMBEDDING_WORKERS: '1' });
  discord = await FakeDiscord.start();
  app = await openApp(config);
});

afterEach(async () => {
  await app.close();
  await discord.close();
  expect(discord.violations).toEqual([]);
  rmSync(dir, { recursive: true, force: true });
});

/** Another Rilis takes releases in, on the same index. */
async function ingest(...bodies: readonly string[]): Promise<void> {
  const file = path.join(dir, 'rilis.jsonl');
  const lines = bodies.map((body, i) =>
    JSON.stringify({ id: `r${i}`, title: `Rilis ${i}`, lang: 'id', body }),
  );
  writeFileSync(file, lines.join('\n'));
  const other = await openApp(config);
  await other.ingest([file]);
  await other.close();
}

const SEAWALL = 'Pemerintah kota membangun tanggul laut sepanjang dua kilometer di pesisir utara.';

describe('a topic that is followed while releases are ingested', () => {
  it('is told of those that came after, and of what a revision says anew, on the real engine', async () => {
    const { store, guilds } = openTestGuilds();
    await ingest(SEAWALL);
    const wish = aWish({ topic: 'tanggul laut' });
    store.addFollow(wish, { at: Date.now() + 1, limits: { owner: 1, guild: 1 } });
    const notifier = openNotifier({ app, guilds, discord });
    await notifier.round();
    expect(discord.rest.messages).toEqual([]);

    const news = 'Tanggul laut itu retak di tiga tempat setelah badai pekan lalu.';
    await ingest(`${SEAWALL}\n\n${news}`, 'Museum kota dibuka kembali setelah dua tahun direnovasi.');
    await notifier.round();
    await notifier.round();
    const [told, ...more] = discord.rest.messages;
    expect(more).toEqual([]);
    expect(told?.channel).toBe(wish.channel);
    expect(textOf(told?.body)).toContain('> Tanggul laut itu retak di tiga tempat');
    expect(textOf(told?.body)).toContain('kata: tanggul, laut');
    expect(textOf(told?.body)).not.toContain('Museum');
    store.close();
  });
});
