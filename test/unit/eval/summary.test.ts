import { describe, expect, it } from 'vitest';
import { compareRuns, renderDifferences } from '../../../src/eval/compare.ts';
import { renderReport } from '../../../src/eval/report.ts';
import { byPair, calibrations, refusals, summarize } from '../../../src/eval/summary.ts';
import { renderRun } from '../../../src/eval/tables.ts';
import { aRow } from '../../support/evaluation.ts';

const foreign = aRow({
  id: 'f1',
  origin: 'foreign',
  kind: 'foreign',
  pair: 'id',
  answered: false,
  correct: false,
});

describe('a summary', () => {
  it('averages each measure over the rows that it applies to', () => {
    const { measures } = summarize(['x'], [aRow({ rank: 2 }), aRow({ rank: null }), foreign]);
    expect(measures['MRR@10']).toMatchObject({ mean: 0.5, n: 3 });
    expect(measures.answered).toMatchObject({ mean: 1, n: 2 });
    expect(measures.refused).toMatchObject({ mean: 1, n: 1 });
    expect(measures.list).toBeUndefined();
  });

  it('keeps language pairs apart, and questions without an answer out of them', () => {
    const rows = [aRow(), aRow({ pair: 'id>zh', rank: null }), foreign];
    expect(byPair(rows).map(({ label }) => label)).toEqual([
      ['set', 'id>id'],
      ['set', 'id>zh'],
    ]);
    expect(refusals(rows)).toHaveLength(1);
  });

  it('tells both sides of the threshold', () => {
    expect(calibrations([aRow(), foreign])).toMatchObject([{ set: 'set', answered: 1, refused: 1 }]);
  });
});

describe('two runs', () => {
  it('are compared question by question', () => {
    const then = [1, 2, 3, 4].map((n) => aRow({ id: `q${n}`, rank: 2 }));
    const now = [...then.map((row) => ({ ...row, rank: 1 })), aRow({ id: 'new', rank: null })];
    const change = compareRuns(now, then).find(({ measure }) => measure === 'MRR@10');
    expect(change?.change).toMatchObject({ mean: 0.5, n: 4 });
    expect(renderDifferences(compareRuns(now, then), { title: 'Changes' })).toContain('better');
  });

  it('that are the same have nothing to tell', () => {
    expect(compareRuns([aRow()], [aRow()])).toEqual([]);
  });
});

describe('what is printed', () => {
  const run = {
    rows: [aRow(), aRow({ id: 'q2', rank: null, first: false, kind: 'list', list: 'incomplete' }), foreign],
    alternatives: [{ system: 'BM25 alone', set: 'set', id: 'q1', pair: 'id>id', rank: 2 }],
    integrity: { checked: 12, faults: ['ask q1: a.txt'] },
  };

  it('names every exception to the promise', () => {
    expect(renderRun(run)).toContain(
      '12 passages and quotes checked against their releases, 1 exceptions.\n  ask q1: a.txt',
    );
  });

  it('puts the alternatives beside Rilis', () => {
    expect(renderRun(run)).toMatch(/Rilis +BM25 alone/);
  });

  it('fits on a page that loads nothing and escapes what it shows', () => {
    const page = renderReport([aRow({ set: '<b>' }), ...run.rows], { title: 'A & B', text: renderRun(run) });
    expect(page).not.toMatch(/<b>|(?:src|href)=|@import|url\(/);
    expect(page).toContain('A &#38; B');
    expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(5);
  });
});
