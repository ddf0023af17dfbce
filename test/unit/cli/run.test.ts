import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App, AskRequest, IngestSummary } from '../../../src/app.ts';
import type { Context } from '../../../src/cli/context.ts';
import { createProgram } from '../../../src/cli/run.ts';
import { PROJECT_DIR } from '../../../src/config.ts';
import { StoreError } from '../../../src/domain/errors.ts';
import { headerOf } from '../../../src/domain/release.ts';
import { aRefusal, anAskResponse, aSearchResponse } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';
import { runCommand } from '../../support/terminal.ts';

const SUMMARY: IngestSummary = {
  added: 2,
  updated: 0,
  unchanged: 1,
  rejected: [],
  releases: 3,
  passages: 9,
  seconds: 1.5,
};

const COMMANDS = createProgram({} as Context, () => undefined).commands;

describe('the commands', () => {
  it.each(COMMANDS.map((command) => command.name()))(
    '%s has help on stdout and ends with 0',
    async (name) => {
      const { code, stdout, stderr } = await runCommand([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: rilis ${name}`);
      expect(stderr).toBe('');
    },
  );

  it('describe themselves and every option and argument they take', () => {
    for (const command of COMMANDS) {
      expect(command.description(), command.name()).not.toBe('');
      for (const { flags, description } of command.options) expect(description, flags).not.toBe('');
      for (const argument of command.registeredArguments) expect(argument.description).not.toBe('');
    }
  });

  it('are all in the README', () => {
    const readme = readFileSync(path.join(PROJECT_DIR, 'README.md'), 'utf8');
    for (const command of COMMANDS) expect(readme).toMatch(new RegExp(`^\\| \`${command.name()}[ \`]`, 'm'));
  });
});

describe('wrong use', () => {
  it.each([
    { args: [] },
    { args: ['tanya'] },
    { args: ['search'] },
    { args: ['ask', '  '] },
    { args: ['ask', '--huruf', 'apa'] },
    { args: ['ask', '--limit', '0', 'apa'] },
    { args: ['ask', '--limit', 'tiga', 'apa'] },
    { args: ['ask', '--from', '2024-02-30', 'apa'] },
    { args: ['ask', '--from', '27-05-2024', 'apa'] },
    { args: ['ask', '--from', '2024-03-01', '--to', '2024-02-01', 'apa'] },
    { args: ['ask', '--lang', 'Indonesia', 'apa'] },
    { args: ['ask', '--asked-at', 'kemarin', 'apa'] },
    { args: ['search', 'apa', '--batch', 'package.json'] },
    { args: ['ingest'] },
    { args: ['show'] },
    { args: ['list', 'apa'] },
  ])('ends with 2 and says so on stderr alone: rilis $args', async ({ args }) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });
});

describe('what could not be done', () => {
  it('is told in its own words and ends with 1', async () => {
    const app = {
      list: () => Promise.reject(new StoreError('The store is locked. Wait for the other process.')),
    };
    const { code, stderr } = await runCommand(['list'], { app });
    expect(code).toBe(1);
    expect(stderr).toBe('The store is locked. Wait for the other process.\n');
  });

  it('shows where it happened only when that is asked for', async () => {
    const app = { list: () => Promise.reject(new TypeError('x is not a function')) };
    expect((await runCommand(['list'], { app })).stderr).not.toContain('at ');
    const debugging = await runCommand(['list'], { app, env: { RILIS_LOG_LEVEL: 'debug' } });
    expect(debugging.stderr).toContain('run.test.ts');
  });

  it('names every fault of the configuration at once', async () => {
    const env = { RILIS_TIME_ZONE: 'Bulan', RILIS_MAX_FILE_MB: 'banyak' };
    const { code, stderr } = await runCommand(['list'], { env, app: {} });
    expect(code).toBe(1);
    expect(stderr).toContain('RILIS_TIME_ZONE');
    expect(stderr).toContain('RILIS_MAX_FILE_MB');
  });

  it('closes Rilis all the same', async () => {
    let closed = false;
    const app = {
      status: () => Promise.reject(new Error('rusak')),
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    };
    await runCommand(['status'], { app });
    expect(closed).toBe(true);
  });
});

describe('an interrupted command', () => {
  it('closes Rilis and ends with 1', async () => {
    const stop = new AbortController();
    let closed = false;
    const app: Partial<App> = {
      ingest: () => {
        stop.abort();
        return new Promise<IngestSummary>(() => undefined);
      },
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    };
    const { code, stdout } = await runCommand(['ingest', 'data'], { app, signal: stop.signal });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(closed).toBe(true);
  });
});

describe('ingest', () => {
  const ingest = (summary: IngestSummary, ...options: readonly string[]) =>
    runCommand(['ingest', 'folder', ...options], { app: { ingest: () => Promise.resolve(summary) } });

  it('prints its summary as JSON, rejections included', async () => {
    const summary = { ...SUMMARY, rejected: [{ path: 'a.txt', reason: 'It is empty.' }] };
    const { code, stdout, stderr } = await ingest(summary, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(summary);
    expect(stderr).toBe('Rejected a.txt: It is empty.\n');
  });

  it('ends with 1 only if nothing could be read', async () => {
    expect((await ingest({ ...SUMMARY, added: 0 })).code).toBe(0);
    expect((await ingest({ ...SUMMARY, added: 0, unchanged: 0 })).code).toBe(1);
  });
});

describe('ask', () => {
  it('without an index makes one of the sample releases, says so, and answers', async () => {
    const ingested: string[] = [];
    const app: Partial<App> = {
      ask: () =>
        Promise.resolve(
          anAskResponse(ingested.length === 0 ? aRefusal({ reason: 'empty-index', nearest: [] }) : undefined),
        ),
      ingest: (inputs) => {
        ingested.push(...inputs);
        return Promise.resolve(SUMMARY);
      },
    };
    const { code, stdout, stderr } = await runCommand(['ask', '--json', 'apa?'], { app });
    expect(code).toBe(0);
    expect(ingested).toEqual([path.join(PROJECT_DIR, 'data', 'releases')]);
    expect(stderr).toContain('data/releases');
    expect(JSON.parse(stdout)).toMatchObject({ id: null, kind: 'answered' });
  });

  it('passes its options on', async () => {
    const asked: AskRequest[] = [];
    const app = {
      ask: (request: AskRequest) => {
        asked.push(request);
        return Promise.resolve(anAskResponse());
      },
    };
    const options = ['--no-reading', '--asked-at', '2024-05-27', '--source', 'Kemenlu', '--limit', '2'];
    const after = ['--after', 'siapa?', '--after', 'kapan?'];
    await runCommand(['ask', ...options, ...after, 'apa', 'saja?'], { app });
    expect(asked).toEqual([
      {
        question: 'apa saja?',
        earlier: ['siapa?', 'kapan?'],
        limit: 2,
        filter: { source: 'Kemenlu' },
        readFilters: false,
        now: new Date('2024-05-27'),
      },
    ]);
  });

  it('that ends in an honest no has done its work', async () => {
    const app = { ask: () => Promise.resolve(anAskResponse(aRefusal())) };
    expect((await runCommand(['ask', 'apa?'], { app })).code).toBe(0);
  });
});

describe('search', () => {
  it('prints one JSON line', async () => {
    const app = { search: () => Promise.resolve(aSearchResponse()) };
    const { stdout } = await runCommand(['search', '--json', 'apa'], { app });
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({ id: null, results: [{ release: 'pelabuhan.txt' }] });
  });
});

describe('show, list and remove', () => {
  const release = aRelease();
  const revision = {
    revision: release.revision,
    title: release.title,
    readAt: '2024-05-28T00:00:00Z',
    current: true,
  };
  const app: Partial<App> = {
    show: (ref) => Promise.resolve(ref === release.ref ? release : undefined),
    revisions: (ref) => Promise.resolve(ref === release.ref ? [revision] : []),
    list: () => Promise.resolve([headerOf(release)]),
    remove: (ref) => Promise.resolve(ref === release.ref),
  };

  it('show prints the very text that offsets count in', async () => {
    const { stdout } = await runCommand(['show', '--json', release.ref], { app });
    expect(JSON.parse(stdout)).toMatchObject({ release: release.ref, text: release.text, url: null });
  });

  it('show takes the start of a revision, and lists the revisions', async () => {
    const start = release.revision.slice(0, 8);
    expect((await runCommand(['show', '--revision', start, release.ref], { app })).code).toBe(0);
    expect((await runCommand(['show', '--revision', 'zzz', release.ref], { app })).code).toBe(1);
    const { stdout } = await runCommand(['show', '--revisions', release.ref], { app });
    expect(stdout).toContain(release.revision.slice(0, 12));
  });

  it('diff prints what the newer revision of two says otherwise', async () => {
    const older = aRelease({ text: 'Pelabuhan dibuka Senin. Ada tiga dermaga.' });
    const newer = aRelease({ text: 'Pelabuhan dibuka Senin. Ada empat dermaga.' });
    const kept = [newer, older].map(({ revision: hash, title }, at) => ({
      ...revision,
      revision: hash,
      title,
      current: at === 0,
    }));
    const revised: Partial<App> = {
      revisions: () => Promise.resolve(kept),
      show: (_, hash) => Promise.resolve([newer, older].find((one) => one.revision === hash)),
    };
    const { stdout } = await runCommand(['diff', '--json', older.ref], { app: revised });
    expect(JSON.parse(stdout)).toEqual({
      release: older.ref,
      from: older.revision,
      to: newer.revision,
      title: null,
      changes: [
        { kind: 'removed', start: 24, end: 41, text: 'Ada tiga dermaga.' },
        { kind: 'added', start: 24, end: 42, text: 'Ada empat dermaga.' },
      ],
    });
    expect((await runCommand(['diff', older.ref], { app: revised })).stdout).toContain(
      '- Ada tiga dermaga.\n+ Ada empat dermaga.',
    );
  });

  it('diff says so where a release has one revision only', async () => {
    expect((await runCommand(['diff', release.ref], { app })).stdout).toBe('There is no earlier revision.\n');
  });

  it('list prints an array', async () => {
    const { stdout } = await runCommand(['list', '--json'], { app });
    expect(JSON.parse(stdout)).toMatchObject([{ release: release.ref, date: release.publishedAt }]);
  });

  it.each(['show', 'diff', 'remove'])('%s ends with 1 for a release that is not there', async (command) => {
    const { code, stderr } = await runCommand([command, 'tidak-ada'], { app });
    expect(code).toBe(1);
    expect(stderr).toContain('"tidak-ada"');
  });
});
