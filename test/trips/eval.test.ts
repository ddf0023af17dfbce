import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../src/config.ts';
import type { Run } from '../../src/eval/evaluate.ts';

const run = promisify(execFile);

const PASSAGES = [
  {
    id: 'p-id',
    lang: 'id',
    text: 'Pelabuhan Tala dibuka kembali pada hari Senin setelah perbaikan dermaga selesai.',
  },
  {
    id: 'p-en',
    lang: 'en',
    text: 'The port of Tala reopened on Monday after the repair of the pier was finished.',
  },
  { id: 'p-zh', lang: 'zh', text: '塔拉港码头修复完成后，于星期一重新开放。' },
  {
    id: 'x-id',
    lang: 'id',
    text: 'Harga beras di pasar kota turun dua ratus rupiah sejak panen raya dimulai.',
  },
  { id: 'x-en', lang: 'en', text: 'Rice prices in the city market fell after the main harvest had begun.' },
];
const QUESTIONS = [
  {
    id: 'q1',
    lang: 'id',
    question: 'Kapan pelabuhan Tala dibuka kembali?',
    answers: ['Senin'],
    passage_ids: ['p-id'],
  },
  { id: 'q2', lang: 'en', question: 'When did the port reopen?', answers: ['Senin'], passage_ids: ['p-id'] },
  {
    id: 'q3',
    lang: 'id',
    question: 'Siapa penemu telepon?',
    answers: [],
    passage_ids: [],
    answerable: false,
  },
];

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-eval-test-'));
  const write = (name: string, rows: readonly object[]): void => {
    writeFileSync(path.join(dir, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  };
  write('passages.jsonl', PASSAGES);
  write('questions.jsonl', QUESTIONS);
  mkdirSync(path.join(dir, 'beside'));
  write('beside/passages.jsonl', [
    { id: 'b-zh', lang: 'zh', text: '图书馆本周闭馆三天，星期四恢复开放。' },
    { id: 'b-id', lang: 'id', text: 'Pelabuhan lain dibuka kembali pada hari Kamis.' },
  ]);
  write('beside/questions.jsonl', []);
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function evaluate(...args: readonly string[]): Promise<string> {
  const command = ['--import', 'tsx', 'scripts/evaluate.ts', '--set', dir, '--foreign', '20', ...args];
  return (await run(process.execPath, command, { cwd: PROJECT_DIR, maxBuffer: 1e8 })).stdout;
}

describe('npm run eval', () => {
  it('measures a folder beside the alternatives, finds every word verbatim, and changes nothing when run again', async () => {
    const json = path.join(dir, 'run.json');
    const report = path.join(dir, 'report.html');
    const printed = await evaluate('--alternatives', '--json', json, '--report', report);
    expect(printed).toMatch(/id>id +1 +1\.000/);
    expect(printed).toMatch(/Rilis +BM25 alone +dense alone +MiniSearch +Orama hybrid +LangChain HNSWLib/);
    expect(printed).toMatch(/checked against their releases, 0 exceptions/);

    const { rows, alternatives } = JSON.parse(readFileSync(json, 'utf8')) as Run;
    expect(rows.find(({ id }) => id === 'q1')).toMatchObject({ pair: 'id>id', rank: 1, first: true });
    expect(rows.filter(({ origin }) => origin === 'foreign').length).toBe(20);
    const answering = alternatives.filter(({ id, rank }) => id === 'q1' && rank === 1);
    expect(answering.map(({ system }) => system)).toEqual(
      expect.arrayContaining(['BM25 alone', 'MiniSearch', 'Orama hybrid', 'LangChain HNSWLib']),
    );
    expect(readFileSync(report, 'utf8')).toContain('<svg');

    expect(await evaluate('--compare', json)).toContain('the run compared with: nothing changed');
  });

  it('puts all passages into one index when mixed, and tells what slips and other passages cost', async () => {
    const printed = await evaluate('--mixed', '--misspell', '2', '--beside', path.join(dir, 'beside'));
    expect(printed).toMatch(/en>id +1 +\d/);
    expect(printed).toContain('2 misspelt words a question');
    expect(printed).toContain('passages of beside beside');
  });
});
