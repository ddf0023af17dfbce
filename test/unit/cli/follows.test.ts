import { describe, expect, it } from 'vitest';
import { aRelease } from '../../support/builders.ts';
import { aWish, NOON, OWNER } from '../../support/follows.ts';
import { openTestGuilds } from '../../support/guilds.ts';
import { newsApp } from '../../support/news-app.ts';
import { runCommand } from '../../support/terminal.ts';

const GUILD = '600000000000000001';

function opened() {
  const { store, guilds } = openTestGuilds();
  for (const topic of ['beras', 'gula'])
    store.addFollow(aWish({ topic, source: 'Bulog' }), { at: NOON, limits: { owner: 9, guild: 9 } });
  const kept = new Proxy(guilds, {
    get: (target, method) =>
      method === 'close' ? () => Promise.resolve() : (Reflect.get(target, method) as unknown),
  });
  const app = newsApp();
  const follows = (...args: string[]) => runCommand(['follows', ...args], { app, guilds: kept });
  return { store, app, follows };
}

describe('rilis follows', () => {
  it('lists what is followed, of one owner or one server alone', async () => {
    const { store, follows } = opened();
    expect(JSON.parse((await follows('list', '--json')).stdout)).toEqual(store.follows());
    expect((await follows('list', '--owner', OWNER)).stdout).toMatch(/1 beras .*source Bulog/);
    expect((await follows('list', '--server', '600000000000000009')).stdout).toBe('');
  });

  it('removes one; where there is none the exit code tells', async () => {
    const { store, follows } = opened();
    expect((await follows('remove', '1')).code).toBe(0);
    expect((await follows('remove', '1')).code).toBe(1);
    expect(store.follows()).toHaveLength(1);
  });

  it('shows what a topic would have sent, from what is public or what a server may see', async () => {
    const { store, app, follows } = opened();
    store.give('Rahasia', GUILD);
    app.publish(aRelease());
    app.publish(aRelease({ ref: 'b.txt', source: 'Rahasia', text: 'Pelabuhan rahasia dibuka.' }));
    const open = await follows('preview', 'pelabuhan', '--json');
    expect(JSON.parse(open.stdout)).toMatchObject([
      {
        release: 'pelabuhan.txt',
        text: 'Pelabuhan baru dibuka pada hari Senin.',
        start: 0,
        words: ['pelabuhan'],
      },
    ]);
    const there = await follows('preview', 'pelabuhan', '--server', GUILD);
    expect(there.stdout).toContain('┃ Pelabuhan rahasia dibuka.');
    expect((await follows('preview', 'jagung')).code).toBe(0);
  });

  it.each([
    ['remove', 'satu'],
    ['list', '--owner', 'siti'],
    ['preview', 'beras', '--days', '0'],
    ['preview', '  '],
  ])('takes no wrong value: %s %s %s %s', async (...args) => {
    expect((await opened().follows(...args.filter((one) => typeof one === 'string'))).code).toBe(2);
  });
});
