import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowsSource } from '../../src/domain/scope.ts';
import { openGuildsDatabase } from '../../src/store/guilds-schema.ts';
import { createGuildStore } from '../../src/store/guilds-sqlite.ts';
import type { GuildStore } from '../../src/store/guilds.ts';

const ONE = '800000000000000001';
const OTHER = '800000000000000002';

let dir: string;
let open: GuildStore[];

function openStore(): GuildStore {
  const store = createGuildStore(openGuildsDatabase(path.join(dir, 'guilds.sqlite')));
  open.push(store);
  return store;
}

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-guilds-'));
  open = [];
});

afterEach(() => {
  for (const store of open) store.close();
  rmSync(dir, { recursive: true });
});

describe('the settings of a server', () => {
  it('are empty until something is set, and what is not named stays as it was', () => {
    const store = openStore();
    expect(store.read(ONE)).toEqual({ guild: ONE, settings: {}, privateSources: [] });
    store.change(ONE, { language: 'zh', privateAnswers: true });
    expect(store.change(ONE, { language: null, channels: ['1'] })).toEqual({
      privateAnswers: true,
      channels: ['1'],
    });
    expect(store.read(OTHER).settings).toEqual({});
  });

  it('outlive the process and are seen by all who have the file open', () => {
    const writer = openStore();
    const reader = openStore();
    writer.change(ONE, { timeZone: 'Asia/Makassar' });
    expect(reader.read(ONE).settings).toEqual({ timeZone: 'Asia/Makassar' });
    expect(openStore().read(ONE).settings).toEqual({ timeZone: 'Asia/Makassar' });
  });
});

describe('a source', () => {
  it('is seen by everybody until it is private, then by those it was given to alone', () => {
    const store = openStore();
    store.give('Rahasia', ONE);
    expect(allowsSource(store.scope(ONE), 'Rahasia')).toBe(true);
    for (const guild of [OTHER, undefined]) {
      expect(allowsSource(store.scope(guild), 'Rahasia')).toBe(false);
      expect(allowsSource(store.scope(guild), 'Kementerian')).toBe(true);
    }
    expect(store.take('Rahasia', ONE)).toBe(true);
    expect(allowsSource(store.scope(ONE), 'Rahasia')).toBe(false);
    expect(store.makePublic('Rahasia')).toBe(true);
    expect(allowsSource(store.scope(OTHER), 'Rahasia')).toBe(true);
  });

  it('that a server chose is hidden from it all the same once it is private', () => {
    const store = openStore();
    store.change(ONE, { sources: ['Kementerian', 'Rahasia'] });
    store.makePrivate('Rahasia');
    expect(allowsSource(store.scope(ONE), 'Kementerian')).toBe(true);
    expect(allowsSource(store.scope(ONE), 'Rahasia')).toBe(false);
    expect(allowsSource(store.scope(ONE), 'Pelabuhan')).toBe(false);
  });

  it("of a server's own is made once, private from the start", () => {
    const store = openStore();
    expect(store.ownSource(ONE, 'Ruang Pers')).toBe('Ruang Pers');
    expect(store.ownSource(ONE, 'Nama Baru')).toBe('Ruang Pers');
    expect(() => store.ownSource(OTHER, 'Ruang Pers')).toThrow();
    expect(store.privateSources()).toEqual([{ source: 'Ruang Pers', owner: ONE, guilds: [ONE] }]);
    expect(allowsSource(store.scope(OTHER), 'Ruang Pers')).toBe(false);
  });
});

describe('what is kept of a server', () => {
  it('is forgotten altogether, and nothing of the others with it', () => {
    const store = openStore();
    for (const guild of [ONE, OTHER]) {
      store.change(guild, { language: 'id' });
      store.give('Bersama', guild);
      store.ownSource(guild, `Server ${guild}`);
    }
    expect(store.deleteGuild(ONE)).toBe(true);
    expect(store.deleteGuild(ONE)).toBe(false);
    expect(store.guilds()).toEqual([OTHER]);
    expect(store.read(ONE)).toEqual({ guild: ONE, settings: {}, privateSources: [] });
    expect(store.privateSources()).toEqual([
      { source: 'Bersama', guilds: [OTHER] },
      { source: `Server ${OTHER}`, owner: OTHER, guilds: [OTHER] },
    ]);
  });
});

describe('what members leave behind', () => {
  const feedback = { ref: 'a.txt', revision: 'f00', start: 0, end: 9, useful: true, day: '2026-01-02' };

  it('is counted without saying who', () => {
    const store = openStore();
    store.addFeedback(feedback);
    store.addFeedback(feedback);
    store.addFeedback({ ...feedback, useful: false });
    expect(store.feedback()).toEqual([
      { ...feedback, useful: false, count: 1 },
      { ...feedback, count: 2 },
    ]);
  });

  it('is forgotten when its time is over', () => {
    const store = openStore();
    store.logQuestion('kapan?', '2026-01-01', '2025-12-01');
    store.logQuestion('di mana?', '2026-01-09', '2026-01-02');
    expect(store.questions()).toEqual([{ day: '2026-01-09', question: 'di mana?' }]);
  });
});

describe('the secret', () => {
  it('is made once for each file', () => {
    const secret = openStore().secret();
    expect(secret).toHaveLength(32);
    expect(openStore().secret()).toEqual(secret);
    expect(createGuildStore(openGuildsDatabase(':memory:')).secret()).not.toEqual(secret);
  });
});
