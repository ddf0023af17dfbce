import { describe, expect, it } from 'vitest';
import { respell } from '../../../src/answer/respell.ts';
import { aResult } from '../../support/answers.ts';
import { aRelease } from '../../support/builders.ts';
import type { Variant } from '../../../src/domain/variant.ts';

const guess = (term: string, weight = 0.8): Variant => ({ term, weight });

/** Among passages that hold `text`. */
function respelled(
  words: string,
  guesses: Record<string, readonly Variant[]>,
  text: string,
): string | undefined {
  const release = aRelease({ title: 'Kabar', text });
  const { header, ...found } = aResult({ text });
  const passage = { ...found.passage, span: { start: 0, end: text.length } };
  return respell(words, new Map(Object.entries(guesses)), {
    ranked: [{ ...found, passage, header: { ...header, title: release.title } }],
    releases: () => release,
  });
}

describe('misspelt words of a question', () => {
  it('give way to what they were probably meant to be, in their place and case', () => {
    const guesses = { usuln: [guess('usulan')], perdna: [guess('perdana')] };
    expect(respelled('Apa usuln  Perdna Menteri?', guesses, 'Usulan perdana menteri')).toBe(
      'Apa usulan  Perdana Menteri?',
    );
  });

  it('are taken for the likeliest of the guesses that the passages found hold', () => {
    const guesses = { kapl: [guess('kapan'), guess('kapal'), guess('kapas')] };
    expect(respelled('berapa kapl', guesses, 'Sebelas kapal dan kapas')).toBe('berapa kapal');
  });

  it('stay where no passage found holds a guess: it may be a word of releases that are not to be seen', () => {
    expect(respelled('berapa kapl', { kapl: [guess('kapal')] }, 'Sebelas kereta')).toBeUndefined();
  });

  it('stay where the guess is two edits away', () => {
    expect(respelled('pelbauhn', { pelbauhn: [guess('pelabuhan', 0.6)] }, 'Pelabuhan')).toBeUndefined();
  });

  it('are no others than those that have guesses', () => {
    expect(respelled('berapa kapal', {}, 'Sebelas kapal')).toBeUndefined();
  });
});
