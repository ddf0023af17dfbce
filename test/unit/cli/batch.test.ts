import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskRequest, SearchRequest } from '../../../src/app.ts';
import { anAskResponse, aSearchResponse } from '../../support/answers.ts';
import { runCommand, type Ran } from '../../support/terminal.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-batch-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function batchFile(...lines: readonly string[]): string {
  const file = path.join(dir, 'questions.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Runs `search --json --batch` over the lines; gives what was asked of Rilis too. */
async function searchBatch(lines: readonly string[], ...options: readonly string[]) {
  const requests: SearchRequest[] = [];
  const app = {
    search: (request: SearchRequest) => {
      requests.push(request);
      if (request.question === 'gagal') return Promise.reject(new Error('rusak'));
      return Promise.resolve(aSearchResponse());
    },
  };
  const ran = await runCommand(['search', '--json', '--batch', batchFile(...lines), ...options], { app });
  return { ...ran, requests };
}

function records({ stdout }: Ran): readonly Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a batch of questions', () => {
  it('is answered line by line in its order, ids unchanged', async () => {
    const ran = await searchBatch(['{"id":"b","question":"satu"}', '', '{"id":2,"question":"dua"}']);
    expect(ran.code).toBe(0);
    expect(records(ran).map(({ id }) => id)).toEqual(['b', 2]);
    expect(ran.requests.map(({ question }) => question)).toEqual(['satu', 'dua']);
  });

  it('lets a line narrow what the command line narrows for all', async () => {
    const { requests } = await searchBatch(
      ['{"id":1,"question":"satu"}', '{"id":2,"question":"dua","lang":"zh","from":"2024-05-01","to":null}'],
      '--lang',
      'id',
      '--limit',
      '3',
    );
    expect(requests[0]).toMatchObject({ limit: 3, filter: { language: 'id' } });
    expect(requests[1]).toMatchObject({ limit: 3, filter: { language: 'zh', from: '2024-05-01' } });
  });

  it('answers the rest when a line is broken, says which and ends with 1', async () => {
    const ran = await searchBatch([
      '{"id":1,"question":"satu"',
      '{"id":2}',
      '{"id":3,"question":"tiga","from":"2024-02-30"}',
      '{"id":4,"question":"gagal"}',
      '{"id":5,"question":"lima","from":"2024-03-01","to":"2024-02-01"}',
      '{"id":6,"question":"enam"}',
    ]);
    expect(ran.code).toBe(1);
    const written = records(ran);
    expect(written.map(({ id }) => id)).toEqual([null, 2, 3, 4, 5, 6]);
    expect(written.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, undefined]);
    expect(written[1]?.['error']).toContain('question');
    expect(written[2]?.['error']).toContain('from: must be a day');
    expect(written[5]).toHaveProperty('results');
    expect(ran.stderr).toContain('5 lines');
  });

  /** Runs `ask --json --batch` over the lines; gives what was asked of Rilis. */
  async function askBatch(...lines: readonly string[]): Promise<readonly AskRequest[]> {
    const asked: AskRequest[] = [];
    const app = {
      ask: (request: AskRequest) => {
        asked.push(request);
        return Promise.resolve(anAskResponse());
      },
    };
    const { code } = await runCommand(['ask', '--json', '--batch', batchFile(...lines)], { app });
    expect(code).toBe(0);
    return asked;
  }

  it('asks with the moment that a line was asked at', async () => {
    const asked = await askBatch('{"id":1,"question":"kemarin?","asked_at":"2024-05-27T09:00:00+07:00"}');
    expect(asked[0]?.now).toEqual(new Date('2024-05-27T02:00:00Z'));
  });

  it('asks after what a line says was asked before, one question or several', async () => {
    const asked = await askBatch(
      '{"id":1,"question":"kapan itu?","after":"Apa saja?"}',
      '{"id":2,"question":"kapan itu?","after":["Apa saja?","dan yang kedua?"]}',
    );
    expect(asked.map(({ earlier }) => earlier)).toEqual([['Apa saja?'], ['Apa saja?', 'dan yang kedua?']]);
  });

  it('that is no file is wrong use', async () => {
    for (const file of [path.join(dir, 'none.jsonl'), dir]) {
      const { code, stderr, stdout } = await runCommand(['ask', '--batch', file]);
      expect(code).toBe(2);
      expect(stderr).toContain(file);
      expect(stdout).toBe('');
    }
  });
});
