// Floors under the answers to data/eval: a little below what is measured, so that a fall shows. One ingest, every question once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedCalibrationError, reliability } from '../../src/eval/calibration.ts';
import { mean } from '../../src/eval/bootstrap.ts';
import { Examiner, ingestSet, planTrials } from '../../src/eval/measure.ts';
import type { Row } from '../../src/eval/score.ts';
import { OWN_SET, readSet } from '../../src/eval/sets.ts';
import { MEASURES, type Measure } from '../../src/eval/summary.ts';
import { isAcross } from '../../src/eval/trials.ts';
import { openWorkspace, type Workspace } from '../../src/eval/workspace.ts';

let workspace: Workspace;
let examiner: Examiner;
const rows: Row[] = [];

beforeAll(async () => {
  workspace = await openWorkspace();
  const set = readSet(OWN_SET);
  await ingestSet(workspace, set);
  examiner = new Examiner(workspace.app);
  for (const trial of await planTrials(workspace.app, set, false))
    rows.push(await examiner.examine(set.name, trial));
}, 240_000);

afterAll(async () => {
  await workspace.close();
});

/** Whether question and release are in one language. */
const isWithin = ({ pair }: Row): boolean => !isAcross(pair);

const within = (kind: string) => (row: Row) => row.kind === kind && isWithin(row);
const across = (kind: string) => (row: Row) => row.kind === kind && !isWithin(row);

/** Mean over the rows it applies to; fails where it applies to none. */
function meanOf(measure: Measure, applies: (row: Row) => boolean): number {
  const values = rows
    .filter(applies)
    .map(MEASURES[measure])
    .filter((value) => value !== undefined);
  expect(values.length).toBeGreaterThan(0);
  return mean(values);
}

describe('answers to the questions on the sample releases', () => {
  it('quote word for word, always', () => {
    expect(examiner.integrity.checked).toBeGreaterThan(1_000);
    expect(examiner.integrity.faults).toEqual([]);
  });

  it('never quote a reporter for the one who answers', () => {
    expect(meanOf('speaker errors', ({ kind }) => kind === 'speaker')).toBe(0);
  });

  it('give every point of a list, in order', () => {
    expect(meanOf('list', within('list'))).toBe(1);
    expect(meanOf('list', across('list'))).toBeGreaterThanOrEqual(0.9);
  });

  it('give the points within one point where those are asked for', () => {
    const nested = rows.filter(({ id }) => ['en-list-009', 'zh-list-008'].includes(id));
    expect(nested.map(({ right }) => right)).toEqual([true, true]);
  });

  it('give the very point that is asked for', () => {
    expect(meanOf('item', within('item'))).toBe(1);
    expect(meanOf('item', across('item'))).toBeGreaterThanOrEqual(0.8);
  });

  it('say how many points there are', () => {
    expect(meanOf('first', within('count'))).toBeGreaterThanOrEqual(0.95);
    expect(meanOf('first', across('count'))).toBeGreaterThanOrEqual(0.8);
  });

  it('give a reason where one is asked for, though other sentences share more words', () => {
    const why = rows.filter(({ id }) => ['id-fact-011', 'id-cross-language-003'].includes(id));
    expect(why.map(({ first }) => first)).toEqual([true, true]);
  });

  it('count the points that are asked for, not what else the question speaks of', () => {
    expect(rows.find(({ id }) => id === 'id-count-015')?.first).toBe(true);
  });

  it('come from the days that the question names', () => {
    expect(meanOf('right', within('date'))).toBeGreaterThanOrEqual(0.95);
    expect(meanOf('right', across('date'))).toBeGreaterThanOrEqual(0.9);
    expect(meanOf('right', ({ kind }) => kind === 'date')).toBeGreaterThanOrEqual(0.95);
  });

  it('give the corrected words', () => {
    expect(meanOf('right', within('correction'))).toBeGreaterThanOrEqual(0.85);
    expect(meanOf('right', across('correction'))).toBeGreaterThanOrEqual(0.4);
  });

  it('hold the fact that is asked for in the first quote', () => {
    expect(meanOf('first', within('fact'))).toBeGreaterThanOrEqual(0.78);
    expect(meanOf('any of 3', within('fact'))).toBeGreaterThanOrEqual(0.85);
  });

  it('are found in spite of a slip or two', () => {
    expect(meanOf('R@5', within('misspelt'))).toBeGreaterThanOrEqual(0.95);
  });

  it('are given to misspelt words as they were probably meant, and say so', async () => {
    const ask = async (question: string) => (await workspace.app.ask({ question })).answer;
    const misspelt = await ask('How many teeachers graduate in Ostervaale each year?');
    expect(misspelt.reading.respelled).toBe('How many teachers graduate in Ostervale each year?');
    const meant = await ask('How many teachers graduate in Ostervale each year?');
    expect(meant.reading.respelled).toBeUndefined();
    expect(misspelt).toEqual({ ...meant, reading: misspelt.reading });
  });

  it('are found in another language', () => {
    expect(meanOf('R@5', (row) => row.origin === 'own' && !isWithin(row))).toBeGreaterThanOrEqual(0.93);
  });

  it('are found in their own language among the first five', () => {
    expect(meanOf('R@5', (row) => row.origin === 'own' && isWithin(row))).toBeGreaterThanOrEqual(0.98);
  });

  it('are given to most questions, and refused to most that are about something else', () => {
    expect(meanOf('answered', isWithin)).toBeGreaterThanOrEqual(0.92);
    expect(meanOf('refused', ({ kind }) => kind === 'foreign')).toBeGreaterThanOrEqual(0.82);
  });

  it('are as sure as they are right', () => {
    expect(expectedCalibrationError(reliability(rows))).toBeLessThanOrEqual(0.055);
  });
});
