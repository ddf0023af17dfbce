import { describe, expect, it } from 'vitest';
import { Abbreviations } from '../../../src/search/abbreviations.ts';
import { wordsOf } from '../../../src/search/words.ts';

describe('abbreviations', () => {
  const expanded = (abbreviations: Abbreviations, question: string): string[] =>
    abbreviations
      .expand(wordsOf(question))
      .map(({ term }) => term)
      .sort();

  it('stand for their long form and the other way round', () => {
    const abbreviations = new Abbreviations();
    abbreviations.learn('Kunjungan ke Korea Selatan (Korsel) ditunda.');
    expect(expanded(abbreviations, 'Kapan kunjungan ke Korsel?')).toEqual(['korea', 'selatan']);
    expect(expanded(abbreviations, 'Kapan kunjungan ke Korea Selatan?')).toEqual(['korsel']);
    expect(expanded(abbreviations, 'Di mana letak Korea?')).toEqual([]);
  });

  it('stand for their commonest meanings alone', () => {
    const abbreviations = new Abbreviations();
    for (let i = 0; i < 3; i++) abbreviations.learn('Pekerjaan Umum (PU) membangun.');
    for (let i = 0; i < 2; i++) abbreviations.learn('Pedoman Usaha (PU) terbit.');
    abbreviations.learn('Perusahaan Uang (PU) bangkrut.');
    expect(expanded(abbreviations, 'PU')).toEqual(['pedoman', 'pekerjaan', 'umum', 'usaha']);
  });

  it('weigh less than the words that were asked for', () => {
    const abbreviations = new Abbreviations();
    abbreviations.learn('世界卫生组织（世卫组织）');
    const found = abbreviations.expand(wordsOf('世卫组织报告'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ weight }) => weight > 0 && weight < 1)).toBe(true);
  });

  it('are the same after they were kept and read', () => {
    const abbreviations = new Abbreviations();
    abbreviations.learn(
      'Pekerjaan Umum (PU), Pedoman Usaha (PU), Pekerjaan Umum (PU), 世界卫生组织（世卫组织）',
    );
    const kept = JSON.parse(JSON.stringify(abbreviations.pairs())) as [string, string][];
    expect(new Abbreviations(kept).pairs()).toEqual(abbreviations.pairs());
  });
});
