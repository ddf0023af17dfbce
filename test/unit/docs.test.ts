import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../src/config.ts';

const { ROOMS } = (await import(pathToFileURL(path.join(PROJECT_DIR, 'eslint.config.js')).href)) as {
  ROOMS: Readonly<Record<string, readonly string[]>>;
};

describe('the drawing of the house', () => {
  it('has a row for every room, with the walls that the linter holds', () => {
    const page = readFileSync(path.join(PROJECT_DIR, 'docs', 'architecture.md'), 'utf8');
    const [rooms = ''] = page.split('## Rooms').slice(1);
    const drawn = [...rooms.matchAll(/^\| `(\w+)` .*\|(.*)\|$/gmu)].map(([, room, inner = '']) => [
      room,
      [...inner.matchAll(/`(\w+)`/gu)].map(([, name]) => name),
    ]);
    expect(Object.fromEntries(drawn)).toEqual(ROOMS);
  });

  it('leaves no room out', () => {
    const folders = readdirSync(path.join(PROJECT_DIR, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(Object.keys(ROOMS).sort());
  });
});
