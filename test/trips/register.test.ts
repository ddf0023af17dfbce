import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../src/config.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await FakeDiscord.start();
});
afterEach(() => discord.close());

describe('npm run register', () => {
  const run = (...args: string[]): Promise<{ code: number | null; printed: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/register.ts', ...args], {
        cwd: PROJECT_DIR,
        env: {
          ...process.env,
          DISCORD_TOKEN: discord.token,
          DISCORD_API: discord.api,
          DISCORD_APPLICATION_ID: BOT_ID,
        },
      });
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      child.once('close', (code) => {
        resolve({ code, printed });
      });
    });

  it('shows with --dry-run what would change and changes nothing, and ends with 1 until nothing would', async () => {
    const first = await run('--dry-run');
    expect(first.code).toBe(1);
    expect(first.printed).toContain('+ ask');
    expect(discord.rest.commands).toBeUndefined();
    expect((await run()).code).toBe(0);
    expect(await run('--dry-run')).toEqual({ code: 0, printed: 'Nothing would change.\n' });
  });
});
