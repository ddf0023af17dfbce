import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../src/config.ts';
import { answersOf } from '../support/bot-trip.ts';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { aPreparedRelease } from '../support/builders.ts';
import { aFinding, aWish, NOON } from '../support/follows.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { CALLBACK, QUESTION } from '../support/requests.ts';

const PATIENCE_MS = 120_000;
/** Two servers that two shards divide: Discord's rule looks at the bits above the lowest 22. */
const OF_SHARD = [0n, 1n].map((shard) => ((190_000_000_000n + shard) << 22n).toString());

let discord: FakeDiscord;
let dataDir: string;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  dataDir = mkdtempSync(path.join(tmpdir(), 'rilis-shards-'));
});
afterEach(async () => {
  await discord.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** `more` stands above what a bot is given that divides its servers. */
function runBot(
  token = discord.token,
  more: NodeJS.ProcessEnv = {},
): {
  stop: () => void;
  text: () => string;
  ended: Promise<number | string>;
} {
  const child = spawn(process.execPath, ['src/cli/rilis.js', 'bot'], {
    cwd: PROJECT_DIR,
    env: {
      ...process.env,
      DISCORD_TOKEN: token,
      DISCORD_API: discord.api,
      RILIS_SHARDS: 'auto',
      RILIS_DATA_DIR: dataDir,
      ...more,
    },
    // A shard tells its manager of itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return {
    stop: () => child.kill('SIGTERM'),
    text: () => printed,
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve(code ?? signal ?? '');
      });
    }),
  };
}

/** One shard of two, as discord.js's manager begins it. */
const shardOf = (shard: number): NodeJS.ProcessEnv => ({
  RILIS_SHARDS: '',
  SHARDING_MANAGER: 'true',
  SHARDING_MANAGER_MODE: 'process',
  SHARDS: String(shard),
  SHARD_COUNT: '2',
});

/** A notice that is due: its release was read and found before. */
function leaveNotice(): void {
  const releases = openSqliteStore(path.join(dataDir, 'rilis.sqlite'));
  const prepared = aPreparedRelease();
  releases.putRelease(prepared, 'four-numbers@1');
  releases.close();
  const store = createGuildStore(openGuildsDatabase(path.join(dataDir, 'guilds.sqlite')));
  store.addFollow(aWish(), { at: NOON, limits: { owner: 9, guild: 9 } });
  const { ref, revision } = prepared.release;
  store.keepComparison({
    revisions: [{ ref, revision }],
    follows: [1],
    found: [aFinding({ ref, revision, span: { start: 0, end: 9 } })],
    at: NOON,
    room: 9,
  });
  store.close();
}

describe('with RILIS_SHARDS', () => {
  it('notices are sent by the first shard alone', async () => {
    leaveNotice();
    discord.rest.callbackDeadlineMs = PATIENCE_MS;
    discord.gateway.guilds = OF_SHARD;
    const other = runBot(discord.token, shardOf(1));
    await discord.until('the other shard', () => discord.gateway.identifies.length === 1, PATIENCE_MS);
    // A round of notices needs what an answer needs, and begins before.
    const asked = discord.command({ ...QUESTION, guildId: OF_SHARD[1] ?? '' });
    await discord.until('an answer', () => answersOf(asked) > 0, PATIENCE_MS);
    other.stop();
    expect(await other.ended, other.text()).toBe(0);
    expect(discord.rest.messages).toEqual([]);
    const first = runBot(discord.token, shardOf(0));
    await discord.until('the notice', () => discord.rest.messages.length === 1, PATIENCE_MS);
    first.stop();
    expect(await first.ended, first.text()).toBe(0);
  });

  it('processes divide the servers, each question is answered once, and all stop with the one that began them', async () => {
    discord.rest.recommendedShards = 2;
    discord.rest.callbackDeadlineMs = PATIENCE_MS;
    discord.gateway.guilds = OF_SHARD;
    const bot = runBot();
    const connected = (): number => bot.text().split('connected to Discord').length - 1;
    await discord.until('both shards', () => connected() === 2, PATIENCE_MS);
    const shards = discord.gateway.identifies.map((one) => (one as { shard: [number, number] }).shard);
    expect(shards).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const asked = OF_SHARD.map((guildId) => discord.command({ ...QUESTION, guildId }));
    await discord.until('both answers', () => asked.every((one) => answersOf(one) > 0), PATIENCE_MS);
    bot.stop();
    expect(await bot.ended).toBe(0);
    const acknowledged = discord.requests.filter(({ path: asked }) => CALLBACK.test(asked));
    expect(acknowledged).toHaveLength(2);
    expect(asked.map(answersOf)).toEqual([1, 1]);
    expect(discord.violations).toEqual([]);
    expect(bot.text()).not.toContain(discord.token);
  });

  it('the refused token ends it with words that say what to do', async () => {
    const bot = runBot(`wrong.${'x'.repeat(60)}`);
    expect(await bot.ended).toBe(1);
    expect(bot.text()).toContain('DISCORD_TOKEN is refused');
  });
});
