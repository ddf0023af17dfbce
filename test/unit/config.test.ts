import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR, readConfig, requireDiscord, SETTINGS } from '../../src/config.ts';
import { ConfigError } from '../../src/domain/errors.ts';

const TOKEN = 'x'.repeat(60);

describe('the configuration', () => {
  it('needs nothing: every setting has a default', () => {
    expect(readConfig({})).toMatchObject({
      timeZone: 'Asia/Jakarta',
      maxFileBytes: 20 * 1024 * 1024,
      discord: undefined,
    });
  });

  it('takes a blank line of .env as not set', () => {
    expect(readConfig({ RILIS_TIME_ZONE: '', DISCORD_TOKEN: '' })).toEqual(readConfig({}));
  });

  it('tells every fault at once', () => {
    const faulty = {
      RILIS_TIME_ZONE: 'Jakarta',
      RILIS_MAX_FILE_MB: 'banyak',
      DISCORD_GUILD_ID: '12',
      EMBEDDING_WORKERS: '0',
    };
    try {
      readConfig(faulty);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(
        Object.keys(faulty).sort(),
      );
    }
  });

  it('never repeats a token in its errors', () => {
    expect(() => readConfig({ DISCORD_TOKEN: `rahasia ${TOKEN}` })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('rahasia') as string }) as Error,
    );
  });

  it('says how to get a token when the bot is started without one', () => {
    expect(() => requireDiscord(readConfig({}))).toThrow(/DISCORD_TOKEN.*discord\.com\/developers/);
    expect(requireDiscord(readConfig({ DISCORD_TOKEN: TOKEN })).token).toBe(TOKEN);
  });

  it('is described by .env.example, key by key', () => {
    const example = readFileSync(path.join(PROJECT_DIR, '.env.example'), 'utf8');
    const keys = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(keys.sort()).toEqual(Object.keys(SETTINGS).sort());
  });
});
