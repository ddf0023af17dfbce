import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PermissionFlagsBits as Flags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App, Status } from '../../src/app.ts';
import { readConfig, requireDiscord } from '../../src/config.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { ModelError } from '../../src/domain/errors.ts';
import { judgeRoom } from '../../src/ops/disk.ts';
import type { Finding } from '../../src/ops/finding.ts';
import type { GuildStore } from '../../src/store/guilds.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { BOT_ID, CHANNEL_ID, GUILD_ID } from '../support/fake-discord/gateway.ts';
import { aWish } from '../support/follows.ts';
import { openTestGuilds } from '../support/guilds.ts';
import { runCommand } from '../support/terminal.ts';

const STATUS: Status = {
  dataDir: '',
  releases: 3,
  passages: 9,
  languages: { id: 3 },
  model: 'rilis-embed-1',
  dimensions: 256,
  fingerprint: 'abc',
  index: { dense: 9, scanned: 0, building: false },
  memory: 1,
  problems: [],
};
const OTHER_GUILD = '800000000000000002';

let discord: FakeDiscord;
let dataDir: string;
let kept: GuildStore;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  dataDir = mkdtempSync(path.join(tmpdir(), 'rilis-doctor-'));
});

afterEach(async () => {
  await discord.close();
  rmSync(dataDir, { recursive: true });
});

function env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    DISCORD_APPLICATION_ID: BOT_ID,
    RILIS_DATA_DIR: dataDir,
    ...more,
  };
}

interface Examined {
  readonly settle?: (store: GuildStore) => void;
  readonly more?: NodeJS.ProcessEnv;
  readonly status?: Partial<Status>;
  readonly app?: Partial<App>;
}

async function register(): Promise<void> {
  await registerCommands(requireDiscord(readConfig(env())));
}

/** `rilis doctor --json` on a set-up in which all is well but for what is given. */
async function examine({ settle, more, status, app }: Examined = {}) {
  const { guilds, store } = openTestGuilds();
  kept = store;
  settle?.(kept);
  const ran = await runCommand(['doctor', '--json'], {
    env: env(more),
    guilds,
    app: { status: () => Promise.resolve({ ...STATUS, ...status }), ...app },
  });
  const findings = JSON.parse(ran.stdout) as Finding[];
  return { ...ran, findings, ill: findings.filter(({ verdict }) => verdict !== 'sound') };
}

describe('the doctor', () => {
  it('finds nothing where nothing is wrong, ends with 0 and sends no token anywhere', async () => {
    await register();
    const { code, ill, findings } = await examine({
      settle: (store) => store.change(GUILD_ID, { channels: [CHANNEL_ID] }),
    });
    expect(ill).toEqual([]);
    expect(code).toBe(0);
    expect(findings.map(({ part }) => part)).toEqual(
      expect.arrayContaining([
        'settings',
        'disk',
        'model',
        'index',
        'token',
        'application',
        'intents',
        'sessions',
        'commands',
        '#umum',
      ]),
    );
    expect(JSON.stringify(findings)).not.toContain(discord.token);
  });

  it('says of everything that is broken how to mend it, and ends with 1', async () => {
    const { code, ill } = await examine({ status: { problems: ['the store is damaged'] } });
    expect(code).toBe(1);
    expect(ill.map(({ part }) => part)).toEqual(['index', 'commands']);
    for (const { mend } of ill) expect(mend).toMatch(/\w{3,}/);
  });

  it('lists every fault of the settings', async () => {
    const { code, ill } = await examine({ more: { RILIS_TIME_ZONE: 'Jakarta', DISCORD_GUILD_ID: '12' } });
    expect(code).toBe(1);
    expect(ill.map(({ part }) => part)).toEqual(['settings', 'settings']);
  });

  it('tells a missing token from one that is refused, and a refused one from a Discord out of reach', async () => {
    const missing = await examine({ more: { DISCORD_TOKEN: '' } });
    expect(missing.ill[0]).toMatchObject({
      part: 'token',
      found: expect.stringContaining('not set') as string,
    });
    const refused = await examine({ more: { DISCORD_TOKEN: `wrong.${'x'.repeat(60)}` } });
    expect(refused.ill[0]).toMatchObject({
      part: 'token',
      found: expect.stringContaining('refused') as string,
    });
    const away = await examine({ more: { DISCORD_API: 'http://127.0.0.1:9/api' } });
    expect(away.ill[0]).toMatchObject({ part: 'Discord', verdict: 'broken' });
    expect([missing.code, refused.code, away.code]).toEqual([1, 1, 1]);
  });

  it('notices the id of another application, and interactions that go elsewhere', async () => {
    await register();
    discord.rest.directory.application = {
      ...discord.rest.directory.application,
      interactions_endpoint_url: 'https://bot.example.org/interactions',
    };
    const { ill } = await examine({ more: { DISCORD_APPLICATION_ID: '900000000000000009' } });
    expect(ill.map(({ part, mend }) => [part, mend?.includes(BOT_ID)])).toEqual([
      ['application', true],
      ['interactions', false],
    ]);
  });

  it('looks into each channel that a server chose: what the bot lacks there, and whether it is there at all', async () => {
    await register();
    const overwrite = { id: GUILD_ID, type: 0, allow: '0', deny: Flags.SendMessages.toString() } as const;
    discord.rest.directory.guilds.set(GUILD_ID, {
      name: 'Ruang Pers',
      permissions: (
        Flags.ViewChannel |
        Flags.SendMessages |
        Flags.SendMessagesInThreads |
        Flags.ReadMessageHistory
      ).toString(),
      channels: [{ id: CHANNEL_ID, name: 'umum', overwrites: [overwrite] }],
    });
    const gone = '800000000000019999';
    const { ill } = await examine({
      settle: (store) => {
        store.change(GUILD_ID, { channels: [CHANNEL_ID, gone] });
        store.change(OTHER_GUILD, { language: 'id' });
      },
    });
    expect(ill.map(({ part, found }) => [part, found])).toEqual([
      ['#umum', 'in Ruang Pers, the bot lacks Send Messages'],
      [`server ${GUILD_ID}`, expect.stringContaining(gone)],
      [`server ${OTHER_GUILD}`, expect.stringContaining('not in this server')],
    ]);
  });

  it('names the channels of a server that the bot sees and may not write in, where none was chosen', async () => {
    await register();
    discord.rest.directory.guilds.set(GUILD_ID, {
      name: 'Ruang Pers',
      permissions: Flags.ViewChannel.toString(),
      channels: [{ id: CHANNEL_ID, name: 'umum' }],
    });
    const { code, ill } = await examine({ settle: (store) => store.change(GUILD_ID, { language: 'id' }) });
    expect(ill).toHaveLength(1);
    expect(ill[0]?.found).toContain(
      '#umum (Send Messages, Send Messages in Threads, Read Message History, Create Public Threads)',
    );
    expect(code).toBe(0);
  });

  it('looks into each place that is told of followed topics', async () => {
    await register();
    const denied = { id: GUILD_ID, type: 0, allow: '0', deny: Flags.SendMessages.toString() } as const;
    const [silent, thread, locked, gone] = [2, 3, 4, 9].map((n) => `80000000000001000${n}`) as [
      string,
      string,
      string,
      string,
    ];
    discord.rest.directory.guilds.set(GUILD_ID, {
      name: 'Ruang Pers',
      permissions: '2248473465835073',
      channels: [
        { id: CHANNEL_ID, name: 'umum' },
        { id: silent, name: 'sepi', overwrites: [denied] },
        { id: thread, name: 'utas', type: 11, parentId: CHANNEL_ID },
        { id: locked, name: 'terkunci', type: 11, parentId: CHANNEL_ID, locked: true },
      ],
    });
    const { code, findings } = await examine({
      settle: (store) => {
        store.change(GUILD_ID, { channels: [CHANNEL_ID] });
        for (const channel of [CHANNEL_ID, silent, thread, locked, gone])
          store.addFollow(aWish({ guild: GUILD_ID, channel }), { at: 0, limits: { owner: 9, guild: 9 } });
        store.pauseDestination({ destination: thread, reason: 'no-access', at: 1, tell: [] });
      },
    });
    const told = findings.filter(({ part }) => part === 'follows');
    expect(told.map(({ verdict, found }) => [verdict, found.replace(/^.*Ruang Pers:? /, '')])).toEqual([
      ['sound', expect.stringContaining(CHANNEL_ID)],
      ['broken', 'the bot lacks Send Messages'],
      ['doubtful', expect.stringContaining('paused')],
      ['broken', 'the thread is locked'],
      ['broken', 'it is gone, or hidden from the bot'],
    ]);
    expect(code).toBe(1);
  });

  it('looks into servers that have no settings, and says where threads can not be opened', async () => {
    await register();
    const chosen = { name: 'Ruang Pers', channels: [{ id: CHANNEL_ID, name: 'umum' }] };
    const permissions = (
      Flags.ViewChannel |
      Flags.SendMessages |
      Flags.SendMessagesInThreads |
      Flags.ReadMessageHistory
    ).toString();
    discord.rest.directory.guilds.set(GUILD_ID, { ...chosen, permissions });
    const seen = await examine();
    expect(seen.ill.map(({ found }) => found)).toEqual([
      expect.stringContaining('#umum (Create Public Threads)'),
    ]);
    const { ill, code } = await examine({
      settle: (store) => store.change(GUILD_ID, { channels: [CHANNEL_ID] }),
    });
    expect(ill).toMatchObject([{ part: '#umum', verdict: 'doubtful' }]);
    expect(ill[0]?.found).toContain('lacks Create Public Threads');
    expect(code).toBe(0);
  });

  it('notices that the bot is in no server', async () => {
    await register();
    discord.rest.directory.guilds.clear();
    const { ill } = await examine();
    expect(ill).toMatchObject([{ part: 'servers', verdict: 'doubtful' }]);
  });

  it("passes on the model's own words on what it lacks", async () => {
    await register();
    const { ill } = await examine({
      app: { status: () => Promise.reject(new ModelError('besar', 'fetch it with `rilis models`')) },
    });
    expect(ill[0]).toMatchObject({ part: 'model', found: expect.stringContaining('rilis models') as string });
  });

  it('tells a disk that is full from one that is nearly so', () => {
    expect([50, 500, 5_000].map((megabytes) => judgeRoom('/data', megabytes).verdict)).toEqual([
      'broken',
      'doubtful',
      'sound',
    ]);
  });

  it('prints a line for each, with what to do below', async () => {
    const { guilds } = openTestGuilds();
    const app = { status: () => Promise.resolve({ ...STATUS, releases: 0 }) };
    const { stdout } = await runCommand(['doctor'], { env: env(), guilds, app });
    expect(stdout).toMatch(/^ok +settings/m);
    expect(stdout).toMatch(/^look +index +it is empty\n +→ Add releases/m);
    expect(stdout).toMatch(/^BROKEN commands +missing: ask/m);
  });
});
