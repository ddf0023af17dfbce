import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { PROJECT_DIR, readConfig } from '../../src/config.ts';
import type { Guilds } from '../../src/guilds.ts';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import type { GuildStore } from '../../src/store/guilds.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { aWish } from '../support/follows.ts';
import { remoteGuilds } from '../support/guilds.ts';
import { newsApp, type NewsApp } from '../support/news-app.ts';
import { openNotifier } from '../support/notifier.ts';
import { POST } from '../support/requests.ts';

const LIMITS = { owner: 9, guild: 9 };

let dir: string;
let file: string;
let discord: FakeDiscord;
let open: GuildStore[];
let app: NewsApp;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-row-24-'));
  file = path.join(dir, 'guilds.sqlite');
  discord = await FakeDiscord.start();
  // Discord knows a nonce again for minutes; a process may be down for longer.
  discord.rest.nonceLifeMs = 0;
  open = [];
  app = newsApp();
});

afterEach(async () => {
  for (const store of open) store.close();
  await discord.close();
  expect(discord.violations).toEqual([]);
  rmSync(dir, { recursive: true });
});

function openStore(): GuildStore {
  const store = createGuildStore(openGuildsDatabase(file));
  open.push(store);
  return store;
}

/** Follows a topic that the one release matches, and lets the release in. */
function followAndPublish(store: GuildStore): void {
  store.addFollow(aWish(), { at: Date.now(), limits: LIMITS });
  app.publish(aRelease(), Date.now() + 60_000);
}

const round = (guilds: Guilds) => openNotifier({ app, guilds, discord }).round();
const posted = () => discord.rest.messages.map(({ channel }) => channel);

/** What a process sees that dies with its `fatal`th call of the store, before or after the call did its work. */
function dying(
  store: GuildStore,
  fatal: number,
  isDone: boolean,
): { readonly guilds: Guilds; readonly calls: () => number } {
  let calls = 0;
  const remote = remoteGuilds(store);
  const guilds = new Proxy(remote, {
    get: (target, method) =>
      method === 'then'
        ? undefined
        : async (...args: unknown[]) => {
            calls++;
            const work = Reflect.get(target, method) as (...given: unknown[]) => Promise<unknown>;
            if (calls > fatal || (calls === fatal && !isDone)) throw new Error('dead');
            const result = await work(...args);
            if (calls >= fatal) throw new Error('dead');
            return result;
          },
  });
  return { guilds, calls: () => calls };
}

describe('row 24: disk full, store locked, index damaged, killed at any moment', () => {
  it.each([true, false])(
    'tells once, wherever the process dies (after the step is done: %s)',
    async (isDone) => {
      for (let fatal = 1; ; fatal++) {
        discord.forget();
        rmSync(file, { force: true });
        const store = createGuildStore(openGuildsDatabase(':memory:'));
        app = newsApp();
        followAndPublish(store);
        const { guilds, calls } = dying(store, fatal, isDone);
        await round(guilds).catch(() => undefined);
        await round(remoteGuilds(store));
        await round(remoteGuilds(store));
        expect(posted(), `died with call ${fatal}`).toEqual([aWish().channel]);
        expect(store.claimedPosts()).toEqual([]);
        store.close();
        if (calls() < fatal) {
          expect(fatal).toBeGreaterThan(8);
          return;
        }
      }
    },
  );

  it.each([
    ['before Discord has it', 'fin', false],
    ['after Discord has it', 'fin', true],
    ['with an error of Discord after it has it', { status: 502 }, true],
  ] as const)('tells once where the reply to a post is lost %s', async (_, then, afterWork) => {
    const store = openStore();
    followAndPublish(store);
    discord.fault({ method: 'POST', path: POST, times: 1, then, afterWork });
    await round(remoteGuilds(store));
    expect(store.claimedPosts()).toHaveLength(1);
    await round(remoteGuilds(store));
    await round(remoteGuilds(store));
    expect(posted()).toEqual([aWish().channel]);
    expect(store.claimedPosts()).toEqual([]);
  });

  it('finds its post again below a thousand messages of others', async () => {
    const store = openStore();
    followAndPublish(store);
    discord.fault({ method: 'POST', path: POST, times: 1, then: 'fin', afterWork: true });
    await round(remoteGuilds(store));
    const [own] = discord.rest.messages;
    if (own === undefined) throw new Error('nothing was posted');
    const others = Array.from({ length: 1_000 }, (_, i) => ({
      ...own,
      id: (BigInt(own.id) - 500n + BigInt(i < 500 ? i : i + 1)).toString(),
      body: {},
    }));
    discord.rest.messages.push(...others);
    discord.rest.messages.sort((one, other) => Number(BigInt(one.id) - BigInt(other.id)));
    await round(remoteGuilds(store));
    expect(store.claimedPosts()).toEqual([]);
    expect(discord.rest.messages).toHaveLength(1_001);
  });

  it.each([
    ['before Discord has the post', false],
    ['after Discord has the post', true],
  ])('tells once where it is killed %s', async (_, isPosted) => {
    const store = openStore();
    store.addFollow(aWish(), { at: Date.now(), limits: LIMITS });
    const run = async (): Promise<number | null> => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'test/support/notifier-child.ts', file, discord.api, discord.token],
        { cwd: PROJECT_DIR, stdio: 'inherit' },
      );
      discord.guard = ({ method, path: asked, body }) => {
        if (method !== 'POST' || !POST.test(asked) || discord.rest.messages.length > 0) return undefined;
        discord.guard = () => undefined;
        if (isPosted)
          discord.rest.route({ method, path: asked, body, authorization: `Bot ${discord.token}` });
        child.kill('SIGKILL');
        return { status: 503 };
      };
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    };
    expect(await run()).toBeNull();
    expect(store.claimedPosts()).toHaveLength(1);
    discord.guard = () => undefined;
    app.publish(aRelease(), Date.now() + 60_000);
    await round(remoteGuilds(store));
    await round(remoteGuilds(store));
    expect(posted()).toEqual([aWish().channel]);
  });

  it('loses no follow and no notice to a full disk', async () => {
    const db = openGuildsDatabase(file);
    const store = createGuildStore(db);
    open.push(store);
    followAndPublish(store);
    db.pragma('journal_mode = DELETE');
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages}`);
    const longer = { topic: 'x'.repeat(9_000) };
    expect(() => store.addFollow(aWish(longer), { at: 0, limits: LIMITS })).toThrow(/full/);
    expect(store.follows()).toHaveLength(1);
    db.pragma('max_page_count = 10000');
    await round(remoteGuilds(store));
    expect(posted()).toEqual([aWish().channel]);
  });

  it('waits with everything while another process locks the store', async () => {
    const db = openGuildsDatabase(file);
    const store = createGuildStore(db);
    open.push(store);
    followAndPublish(store);
    db.pragma('busy_timeout = 20');
    const other = openGuildsDatabase(file);
    other.exec('BEGIN IMMEDIATE');
    await round(remoteGuilds(store)).catch(() => undefined);
    expect(posted()).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    await round(remoteGuilds(store));
    expect(posted()).toEqual([aWish().channel]);
  });
});

describe('a damaged index', () => {
  const trip = useBot();

  async function ask(question: string): Promise<string> {
    const asked = trip.discord.command({ name: 'ask', options: { question } });
    await trip.discord.until('an answer', () => answersOf(asked) === 1, 60_000);
    return textOf(asked.answers[0]);
  }

  it('answers on, from what is built anew, and is told of in status and health', async () => {
    const config = readConfig({ RILIS_DATA_DIR: dir });
    const file = path.join(dir, 'rilis.jsonl');
    const body = 'Pelabuhan Sagara dibuka pada hari Senin oleh Menteri Perhubungan.';
    writeFileSync(file, JSON.stringify({ id: 'a', title: 'Pelabuhan Sagara dibuka', lang: 'id', body }));
    const before = await openApp(config);
    await before.ingest([file]);
    await before.close();
    const indexes = path.join(dir, 'indexes');
    expect(readdirSync(indexes).length).toBeGreaterThan(0);
    for (const name of readdirSync(indexes))
      writeFileSync(path.join(indexes, name), randomBytes(statSync(path.join(indexes, name)).size));

    const real = await openApp(config);
    try {
      const bot = await trip.connect(real);
      trip.discord.rest.callbackDeadlineMs = 60_000;
      expect(await ask('Siapa yang membuka Pelabuhan Sagara?')).toContain('Menteri Perhubungan');
      const asked = trip.discord.command({ name: 'status' });
      await trip.discord.until('the status', () => answersOf(asked) === 1, 60_000);
      expect(textOf(asked.answers[0])).toContain('Indeks bermasalah');
      const health = await bot.health();
      expect(health).toMatchObject({ healthy: true, engine: { index: { scanned: 1 } } });
      expect(JSON.stringify(health)).toContain('It is built again');
      expect((await real.status()).problems).not.toEqual([]);
    } finally {
      await real.close();
    }
    // The next process finds all of it sound again.
    const after = await openApp(config);
    expect((await after.status()).problems).toEqual([]);
    await after.close();
  });
});
