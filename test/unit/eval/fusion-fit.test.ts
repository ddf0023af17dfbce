import { describe, expect, it } from 'vitest';
import { fitFusion, measureFusion, valueOf } from '../../../src/eval/fusion-fit.ts';
import type { FusionTrial } from '../../../src/eval/fusion-trials.ts';
import { FUSION, type Signals } from '../../../src/search/fuse.ts';

const BACKGROUND = { mean: 0, deviation: 0.1 };

function signals(given: Partial<Signals> = {}): Signals {
  return {
    lexical: 0,
    releaseCoverage: 0,
    cosine: 0,
    background: BACKGROUND,
    ownLanguage: true,
    questionWords: 5,
    ...given,
  };
}

function aTrial(right: Partial<Signals>, wrong: Partial<Signals>, pair = 'id>id'): FusionTrial {
  return {
    set: 'set',
    pair,
    mixed: true,
    candidates: [
      { ref: 'right', right: true, signals: signals(right) },
      { ref: 'wrong', right: false, signals: signals(wrong) },
    ],
  };
}

/** The answer in another language is a little nearer than a passage of the question's own, and ought to be first. */
const ACROSS = aTrial({ ownLanguage: false, cosine: 0.6 }, { lexical: 0.3, cosine: 0.1 }, 'zh>id');
const OWN = aTrial({ lexical: 0.8 }, { ownLanguage: false, cosine: 0.3 });

describe('fitting the fusion', () => {
  it('judges a release by its best passage, and apart by whether the languages are the same', () => {
    const twice: FusionTrial = {
      ...OWN,
      candidates: [{ ref: 'right', right: true, signals: signals() }, ...OWN.candidates],
    };
    const figures = measureFusion([twice, aTrial({ lexical: 0.1 }, { lexical: 0.9 })], { constants: FUSION });
    expect(figures).toEqual({ mixedOwn: 0.75 });
  });

  it('counts a right release that no ranking put forward as not found', () => {
    const lost: FusionTrial = { ...OWN, candidates: OWN.candidates.filter(({ right }) => !right) };
    expect(measureFusion([lost], { constants: FUSION })).toEqual({ mixedOwn: 0 });
  });

  it('finds the constants under which both are first, and leaves alone what is frozen', () => {
    const start = { constants: { ...FUSION, otherHandicap: 0.5 } };
    const trials = [ACROSS, OWN];
    expect(measureFusion(trials, start).mixedAcross).toBe(0.5);
    const fitted = fitFusion(trials, start);
    expect(measureFusion(trials, fitted)).toEqual({ mixedAcross: 1, mixedOwn: 1 });
    expect(fitFusion(trials, start, ['otherHandicap']).constants.otherHandicap).toBe(0.5);
  });

  it("wins nothing across languages at the cost of the question's own", () => {
    expect(valueOf({ mixedOwn: 0.9, mixedAcross: 1 })).toBeLessThan(
      valueOf({ mixedOwn: 0.96, mixedAcross: 0.6 }),
    );
  });

  it('sees the signals as a variant shows them', () => {
    const blind = { constants: FUSION, see: (one: Signals): Signals => ({ ...one, lexical: 0, cosine: 0 }) };
    expect(measureFusion([aTrial({}, { lexical: 0.9 })], blind).mixedOwn).toBe(1);
  });
});
