import { describe, expect, it } from 'vitest';
import { openTestGuilds } from '../../support/guilds.ts';
import { scriptedApp } from '../../support/scripted-app.ts';
import { runCommand } from '../../support/terminal.ts';

const GUILD = '800000000000000001';

/** Each run closes what it opened, so what is kept is handed on without its `close`. */
function aServer() {
  const { store, guilds } = openTestGuilds();
  const kept = new Proxy(guilds, {
    get: (target, method) =>
      method === 'close' ? () => Promise.resolve() : (Reflect.get(target, method) as unknown),
  });
  const app = scriptedApp(undefined, { list: () => Promise.resolve([]) });
  const server = (...args: string[]) => runCommand(['server', ...args], { app, guilds: kept });
  return { store, server };
}

describe('rilis server', () => {
  it('sets what is named, and leaves to the bot what is "default"', async () => {
    const { store, server } = aServer();
    const set = await server(
      ...['set', GUILD, '--time-zone', 'Asia/Makassar', '--answers', 'private', '--sources', 'A', 'B C'],
      '--json',
    );
    expect(JSON.parse(set.stdout)).toEqual({
      timeZone: 'Asia/Makassar',
      privateAnswers: true,
      sources: ['A', 'B C'],
    });
    await server('set', GUILD, '--sources', 'default');
    expect(store.read(GUILD).settings).toEqual({ timeZone: 'Asia/Makassar', privateAnswers: true });
  });

  it.each([
    ['set', GUILD, '--time-zone', 'Jakarta'],
    ['set', GUILD, '--member-limit', '0'],
    ['set', GUILD, '--channels', 'umum'],
    ['set', 'Ruang Pers', '--language', 'id'],
    ['give', 'A', '12'],
  ])('takes no wrong value: %s %s %s %s', async (...args) => {
    const { store, server } = aServer();
    const ran = await server(...args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toContain('Unexpected');
    expect(store.guilds()).toEqual([]);
  });

  it('gives, takes, hides and shows sources', async () => {
    const { store, server } = aServer();
    await server('give', 'Rahasia', GUILD);
    expect(JSON.parse((await server('sources', '--json')).stdout)).toEqual([
      { source: 'Rahasia', guilds: [GUILD] },
    ]);
    expect((await server('list')).stdout).toContain('Rahasia');
    await server('take', 'Rahasia', GUILD);
    expect(store.scope(GUILD).except).toEqual(['Rahasia']);
    await server('public', 'Rahasia');
    expect(store.privateSources()).toEqual([]);
    await server('private', 'Rahasia');
    expect(store.privateSources()).toHaveLength(1);
  });

  it('exports and deletes what is kept of a server; nothing to delete is told by the exit code', async () => {
    const { store, server } = aServer();
    store.change(GUILD, { language: 'id' });
    const exported = await server('export', GUILD, '--json');
    expect(JSON.parse(exported.stdout)).toEqual({
      guild: GUILD,
      settings: { language: 'id' },
      privateSources: [],
      follows: [],
      releases: [],
    });
    expect((await server('delete', GUILD)).code).toBe(0);
    expect((await server('delete', GUILD)).code).toBe(1);
  });
});
