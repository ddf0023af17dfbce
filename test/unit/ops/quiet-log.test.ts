import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QuietLog } from '../../../src/ops/quiet-log.ts';

let lines: { msg: string; more?: number }[];
let log: QuietLog;
beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  log = new QuietLog(
    pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[0]) }),
  );
});
afterEach(() => {
  log.close();
  vi.useRealTimers();
});

describe('a quiet log', () => {
  it('writes the same line once a minute, with the count of those that were left out', () => {
    for (let second = 0; second < 150; second++) {
      log.write('warn', { code: 50_001 }, 'interaction failed');
      vi.advanceTimersByTime(1_000);
    }
    expect(lines.map(({ more }) => more)).toEqual([undefined, 59, 60]);
  });

  it('does not count lines that differ in words or fields as the same', () => {
    log.write('warn', { code: 1 }, 'failed');
    log.write('warn', { code: 2 }, 'failed');
    log.write('warn', { code: 2 }, 'expired');
    expect(lines).toHaveLength(3);
  });

  it('is as it was when a minute passed without the line', () => {
    log.write('info', {}, 'reconnecting');
    vi.advanceTimersByTime(61_000);
    log.write('info', {}, 'reconnecting');
    expect(lines.map(({ more }) => more)).toEqual([undefined, undefined]);
  });

  it('tells what it counted when it is closed', () => {
    for (let i = 0; i < 5; i++) log.write('error', {}, 'refused');
    log.close();
    expect(lines.map(({ more }) => more)).toEqual([undefined, 4]);
  });
});
