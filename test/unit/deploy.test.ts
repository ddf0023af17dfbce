// Whether the files for systemd and Docker name what is there.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR, SETTINGS } from '../../src/config.ts';
import { serveHealth } from '../../src/ops/health.ts';

const read = (file: string): string => readFileSync(path.join(PROJECT_DIR, file), 'utf8');
const isThere = (file: string): boolean => existsSync(path.join(PROJECT_DIR, file));
const DOCKERFILE = read('Dockerfile');
const SERVICE = read('deploy/rilis.service');

const copied = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, files = '']) =>
  files.split(' ').slice(0, -1),
);
const healthcheck = (): readonly string[] =>
  JSON.parse(/HEALTHCHECK[^]*?CMD (\[.*\])/.exec(DOCKERFILE)?.[1] ?? '[]') as string[];

/** What the image's own check ends with, asked of the server at `url`. */
function check(url: string): Promise<number> {
  const args = healthcheck()
    .slice(1)
    .map((arg) => arg.replace('http://127.0.0.1:9464', url));
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error) => {
      resolve(error === null ? 0 : Number(error.code));
    });
  });
}

describe('the image', () => {
  it('is made of files that are there, each of which Docker is let see', () => {
    expect(copied.length).toBeGreaterThan(4);
    const seen = read('.dockerignore')
      .match(/^!.+$/gm)
      ?.map((line) => line.slice(1));
    for (const file of copied) {
      expect(isThere(file), file).toBe(true);
      expect(seen).toContain(file);
    }
  });

  it('runs the command line as a user without rights, with settings that there are', () => {
    const [, entry] = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(DOCKERFILE)?.[1] ?? '[]') as string[];
    expect(isThere(entry ?? '')).toBe(true);
    expect(DOCKERFILE.indexOf('\nUSER node')).toBeLessThan(DOCKERFILE.indexOf('\nENTRYPOINT'));
    for (const [, key] of DOCKERFILE.matchAll(/(RILIS_\w+|EMBEDDING_\w+|DISCORD_\w+)=/g))
      expect(SETTINGS).toHaveProperty(key ?? '');
    expect(DOCKERFILE).toContain(
      `RILIS_HEALTH_PORT=${/127\.0\.0\.1:(\d+)/.exec(healthcheck().join(' '))?.[1] ?? ''}`,
    );
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('is healthy as the bot is (%s: %i), and not when nobody answers', async (healthy, code) => {
    const server = await serveHealth({
      host: '127.0.0.1',
      port: 0,
      check: () => Promise.resolve({ healthy }),
      metrics: () => Promise.resolve({ text: '', type: 'text/plain' }),
    });
    expect(await check(server.url)).toBe(code);
    await server.close();
    expect(await check(server.url)).toBe(1);
  });
});

describe('the service', () => {
  it('starts what is there, with settings that there are', () => {
    const command = /^ExecStart=\S+ (\S+) bot$/m.exec(SERVICE)?.[1] ?? '';
    expect(isThere(command)).toBe(true);
    for (const [, key] of SERVICE.matchAll(/(RILIS_\w+)=/g)) expect(SETTINGS).toHaveProperty(key ?? '');
  });

  it('leaves the bot more time to stop than it takes', () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(SERVICE)?.[1])).toBeGreaterThan(10);
    expect(SERVICE).toMatch(/^KillMode=mixed$/m);
  });

  it('has no line twice and none that is malformed', () => {
    const lines = SERVICE.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(/^(\[\w+\]|[A-Za-z]+=.*)$/);
    const keys = lines.filter((line) => line.includes('=')).map((line) => line.split('=')[0]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
