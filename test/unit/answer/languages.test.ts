import { describe, expect, it } from 'vitest';
import { byLanguage, type LanguageGroup } from '../../../src/answer/languages.ts';

type Given = Partial<Pick<LanguageGroup, 'own' | 'confidence' | 'answerability' | 'threshold'>>;

function aGroup(given: Given): LanguageGroup {
  return {
    candidates: [],
    own: true,
    features: undefined,
    confidence: 0.5,
    answerability: 0.5,
    threshold: 0.3,
    ...given,
  };
}

describe('languages', () => {
  it('come in the order in which they probably answer', () => {
    const [weak, strong] = [aGroup({ confidence: 0.4 }), aGroup({ confidence: 0.6 })];
    expect([weak, strong].sort(byLanguage)).toEqual([strong, weak]);
  });

  it('that hold no answer give way to those that may, however far ahead one of their passages is', () => {
    const ahead = aGroup({ confidence: 0.6, answerability: 0.1 });
    const modest = aGroup({ confidence: 0.4 });
    expect([ahead, modest].sort(byLanguage)).toEqual([modest, ahead]);
  });

  it('other than that of the question come first only where they are well ahead', () => {
    const own = aGroup({ confidence: 0.5 });
    const near = aGroup({ own: false, confidence: 0.6 });
    const ahead = aGroup({ own: false, confidence: 0.9 });
    expect([near, own].sort(byLanguage)).toEqual([own, near]);
    expect([own, ahead].sort(byLanguage)).toEqual([ahead, own]);
  });
});
