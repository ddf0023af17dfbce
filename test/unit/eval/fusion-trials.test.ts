import { expect, it } from 'vitest';
import { collectTrials } from '../../../src/eval/fusion-trials.ts';
import type { EvalSet } from '../../../src/eval/sets.ts';
import { anEvalQuestion } from '../../support/evaluation.ts';

const PASSAGE = { title: '', source: '', mt: false };
const SET: EvalSet = {
  name: 'ports',
  corpus: {
    passages: [
      { ...PASSAGE, id: 'port', lang: 'en', text: 'The harbour was opened on Monday by the minister.' },
      { ...PASSAGE, id: 'rice', lang: 'id', text: 'Harga beras naik di lima provinsi pekan ini.' },
    ],
  },
  questions: [anEvalQuestion({ passage_ids: ['port'], answers: ['Monday'] })],
};

it('fusion is fitted on all that a search ranks by, the words met across languages among it', async () => {
  const [trial, ...others] = await collectTrials([SET], { mixed: true, size: 10 });
  expect(others).toEqual([]);
  expect(trial?.candidates.map(({ ref, right }) => [ref, right]).sort()).toEqual([
    ['port', true],
    ['rice', false],
  ]);
  for (const { signals } of trial?.candidates ?? []) {
    expect(signals.cosine).not.toBe(0);
    expect(signals.interaction).toBeGreaterThan(0);
  }
});
