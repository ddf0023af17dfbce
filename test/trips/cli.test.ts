import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { PROJECT_DIR, readConfig } from '../../src/config.ts';
import { runCommand, type Ran } from '../support/terminal.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What whoever runs the tests wishes about colours is not passed on. */
const { FORCE_COLOR: _forced, NO_COLOR: _none, ...PLAIN_ENV } = process.env;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-cli-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Starts `rilis <args>` as the package's own command does, on an index of this test. */
function start(args: readonly string[], index: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['src/cli/rilis.js', ...args], {
    cwd: PROJECT_DIR,
    env: { ...PLAIN_ENV, RILIS_DATA_DIR: path.join(dir, index), ...env },
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, ...output });
    });
  });
}

function rilis(args: readonly string[], index = 'samples', env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended(start(args, index, env));
}

/** Lets commands run one after the other in this process, with one engine: `rilis` starts one for each. */
async function withCommands(
  index: string,
  work: (rilis: (...args: readonly string[]) => Promise<Ran>) => Promise<void>,
): Promise<void> {
  const app = await openApp(readConfig({ RILIS_DATA_DIR: path.join(dir, index), EMBEDDING_WORKERS: '1' }));
  try {
    await work((...args) =>
      runCommand(args, {
        app: {
          ingest: (inputs, options) => app.ingest(inputs, options),
          list: (filter) => app.list(filter),
          show: (ref, revision) => app.show(ref, revision),
          revisions: (ref) => app.revisions(ref),
          status: () => app.status(),
          remove: (ref) => app.remove(ref),
        },
      }),
    );
  } finally {
    await app.close();
  }
}

/** Text of a release of the samples, as `rilis show` prints it. */
async function sampleText(release: string): Promise<string> {
  const { stdout } = await rilis(['show', '--json', release]);
  return (JSON.parse(stdout) as { text: string }).text;
}

interface QuoteRecord {
  readonly release: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly n: number | null;
  readonly of: number | null;
}

describe('the first question on a new machine', () => {
  it('indexes the sample releases, says so, and answers with all five points in order', async () => {
    const question = 'Apa saja lima usulan yang diajukan Perdana Menteri Li Qiang?';
    const { code, stdout, stderr } = await rilis(['ask', '--json', question]);
    expect(stderr).toContain('data/releases');
    expect(code).toBe(0);
    const { kind, quotes } = JSON.parse(stdout) as { kind: string; quotes: readonly QuoteRecord[] };
    expect(kind).toBe('answered');
    expect(quotes.map(({ n, of }) => [n, of])).toEqual([1, 2, 3, 4, 5].map((n) => [n, 5]));
    const whole = await sampleText(quotes[0]?.release ?? '');
    for (const { start, end, text } of quotes) expect(whole.slice(start, end)).toBe(text);
  });

  it('prints the quotes whole where no terminal cuts the lines', async () => {
    const json = await rilis(['ask', '--json', 'Apa usulan ketiga Li Qiang?']);
    const { quotes } = JSON.parse(json.stdout) as { quotes: readonly QuoteRecord[] };
    const { stdout } = await rilis(['ask', 'Apa usulan ketiga Li Qiang?'], 'samples', { CI: '1' });
    expect(stdout).toContain(quotes[0]?.text);
    expect(stdout).not.toContain('\u001b');
    expect((await rilis(['ask', 'Apa usulan ketiga?'], 'samples', { FORCE_COLOR: '1' })).stdout).toContain(
      '\u001b[',
    );
  });
});

describe('a batch', () => {
  it('is answered in order by one process, every result a slice of its release', async () => {
    const file = path.join(dir, 'questions.jsonl');
    const questions = ['produksi beras triwulan pertama', 'kematian ikan di danau', '中日韩领导人会议'];
    writeFileSync(file, questions.map((question, id) => JSON.stringify({ id, question })).join('\n'));
    const { code, stdout } = await rilis(['search', '--json', '--limit', '5', '--batch', file]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    const records = lines.map(
      (line) => JSON.parse(line) as { id: number; ms: number; results: QuoteRecord[] },
    );
    expect(records.map(({ id }) => id)).toEqual([0, 1, 2]);
    for (const { results, ms } of records) {
      expect(results).toHaveLength(5);
      expect(ms).toBeGreaterThan(0);
    }
    const first = records[2]?.results[0];
    const whole = await sampleText(first?.release ?? '');
    expect(whole.slice(first?.start, first?.end)).toBe(first?.text);
  });
});

describe('an index of your own', () => {
  it('takes in what it can, tells what it cannot, and gives up what is removed', async () => {
    const folder = path.join(dir, 'releases.jsonl');
    const release = {
      id: 'r-1',
      title: 'Jembatan dibuka',
      date: '2024-05-27',
      lang: 'id',
      body: 'Jembatan dibuka.\n',
    };
    writeFileSync(folder, `${JSON.stringify(release)}\n{"id": "r-2", \n`);
    const { code, stdout } = await rilis(['ingest', '--json', folder], 'own');
    expect(code).toBe(0);
    const summary = JSON.parse(stdout) as { added: number; rejected: readonly { path: string }[] };
    expect(summary).toMatchObject({ added: 1, updated: 0, unchanged: 0, releases: 1 });
    expect(summary.rejected).toHaveLength(1);

    await withCommands('own', async (command) => {
      const json = async (...args: readonly string[]): Promise<unknown> =>
        JSON.parse((await command(...args)).stdout);
      expect(await json('ingest', '--json', folder)).toMatchObject({ added: 0, unchanged: 1 });
      expect(await json('list', '--json')).toMatchObject([{ release: 'r-1' }]);
      expect(await json('show', '--json', 'r-1')).toMatchObject({
        title: 'Jembatan dibuka',
        text: release.body,
      });
      expect(await json('status', '--json')).toMatchObject({ releases: 1, problems: [] });
      expect((await command('remove', 'r-1')).code).toBe(0);
    });
    expect((await rilis(['remove', 'r-1'], 'own')).code).toBe(1);
  });

  it('ends with 1 where nothing could be read', async () => {
    const { code, stderr } = await rilis(['ingest', path.join(dir, 'none')], 'empty');
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
  });
});

describe('a reader who has seen enough', () => {
  it('ends the command quietly', async () => {
    const file = path.join(dir, 'many.jsonl');
    const lines = Array.from({ length: 300 }, (_, id) => JSON.stringify({ id, question: 'danau tala' }));
    writeFileSync(file, lines.join('\n'));
    const child = start(['search', '--json', '--limit', '50', '--batch', file], 'samples');
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { stderr, code } = await ended(child);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

describe('an interrupt', () => {
  it('stops a batch at once and leaves an index that answers', async () => {
    const file = path.join(dir, 'endless.jsonl');
    const lines = Array.from({ length: 5_000 }, (_, id) => JSON.stringify({ id, question: 'danau tala' }));
    writeFileSync(file, lines.join('\n'));
    const child = start(['ask', '--json', '--batch', file], 'samples');
    child.stdout?.once('data', () => child.kill('SIGINT'));
    const { code, stderr } = await ended(child);
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted');
    expect((await rilis(['status'])).code).toBe(0);
  });
});
