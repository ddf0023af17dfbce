import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../../src/config.ts';

/** A program of two files, laid out and begun as Rilis is. */
let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'rilis-launch-'));
  for (const part of ['src/launch', 'src/cli/rilis.js', 'package.json', 'tsconfig.json'])
    cpSync(path.join(PROJECT_DIR, part), path.join(project, part), { recursive: true });
  mkdirSync(path.join(project, 'node_modules'));
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(path.join(PROJECT_DIR, 'node_modules', name), path.join(project, 'node_modules', name));
  write('cli/main.ts', "import { word } from '../word.ts';\nconsole.log(word, import.meta.url);\n");
  say('satu');
});
afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  writeFileSync(path.join(project, 'src', file), text);
}

function say(word: string): void {
  write('word.ts', `export const word: string = '${word}';\n`);
}

const cache = (): string => path.join(project, 'node_modules', '.cache');
const builds = (): readonly string[] => readdirSync(path.join(cache(), 'rilis'));

/** What it printed, and what it ended with. */
function run(): Promise<{ readonly code: number; readonly printed: string; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/rilis.js'], { cwd: project }, (error, printed, said) => {
      resolve({ code: error === null ? 0 : Number(error.code), printed, said });
    });
  });
}

describe('a program begun from its sources', () => {
  it('is built once, and finds its files from where the sources are', async () => {
    const main = path.join(project, 'src', 'cli', 'main.ts');
    expect((await run()).printed).toBe(`satu file://${main}\n`);
    const first = builds();
    expect((await run()).printed).toBe(`satu file://${main}\n`);
    expect(builds()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  it('is the program as its sources are now, whichever was built before', async () => {
    for (const word of ['satu', 'dua belas', 'satu']) {
      say(word);
      expect((await run()).printed).toMatch(new RegExp(`^${word} `));
    }
  });

  it('may be begun by several processes at the same time', async () => {
    const all = await Promise.all([run(), run(), run(), run()]);
    expect(all.map(({ printed }) => printed.split(' ')[0])).toEqual(Array(4).fill('satu'));
    expect(builds()).toHaveLength(1);
  });

  it('runs where nothing may be written', async () => {
    writeFileSync(cache(), 'no folder');
    expect(await run()).toMatchObject({ code: 0, printed: expect.stringMatching(/^satu /) as string });
  });

  it('says what is wrong with a source, and where in it an error came from', async () => {
    write('word.ts', 'export const word: string = ;\n');
    expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('word.ts') as string });
    write(
      'word.ts',
      "interface Kept {\n  readonly a: 1;\n}\nexport const word = new Map<string, Kept>();\nthrow new Error('rusak');\n",
    );
    expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('word.ts:5:') as string });
  });
});
