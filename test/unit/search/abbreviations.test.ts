import { describe, expect, it } from 'vitest';
import { Abbreviations, findDefinitions } from '../../../src/search/abbreviations.ts';
import { wordsOf } from '../../../src/search/words.ts';

describe('a definition is found', () => {
  it.each([
    ['hubungan dengan Korea Selatan (Korsel) membaik', 'Korsel', 'Korea Selatan'],
    ['kemajuan ilmu pengetahuan dan teknologi (iptek) nasional', 'iptek', 'ilmu pengetahuan dan teknologi'],
    ['kata Badan Pusat Statistik (BPS) kemarin', 'BPS', 'Badan Pusat Statistik'],
    ['BPS (Badan Pusat Statistik) mencatat', 'BPS', 'Badan Pusat Statistik'],
    ['the World Health Organization ("WHO") said', 'WHO', 'World Health Organization'],
    ['the Memorandum of Understanding (hereinafter MOU) was signed', 'MOU', 'Memorandum of Understanding'],
    ['Badan Gizi Nasional (selanjutnya disebut BGN) membuka', 'BGN', 'Badan Gizi Nasional'],
    ['据世界卫生组织（世卫组织）报告', '世卫组织', '世界卫生组织'],
    ['中国外交部（外办）表示', '外办', '外交部'],
    ['上海合作组织（以下简称“上合组织”）成员国', '上合组织', '上海合作组织'],
  ])('%s', (text, short, long) => {
    expect(findDefinitions(text)).toEqual([{ short, long }]);
  });
});

describe('no definition is read into', () => {
  it.each([
    'naik tiga persen (2024)',
    'Menteri Perdagangan (tengah) membuka pameran',
    'mereka juga akan menyesuaikan dengan petunjuk teknis (Juknis)',
    'harga beras (lihat tabel) naik',
    'kata Budi (45)',
    '习近平（左）会见',
    'kosong () saja',
  ])('%s', (text) => {
    expect(findDefinitions(text)).toEqual([]);
  });
});

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
