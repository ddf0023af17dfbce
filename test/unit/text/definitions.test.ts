import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../../src/text/definitions.ts';

describe('a definition is found', () => {
  it.each([
    ['hubungan dengan Korea Selatan (Korsel) membaik', 'Korsel', 'Korea Selatan'],
    ['kemajuan ilmu pengetahuan dan teknologi (iptek) nasional', 'iptek', 'ilmu pengetahuan dan teknologi'],
    ['kata Badan Pusat Statistik (BPS) kemarin', 'BPS', 'Badan Pusat Statistik'],
    ['BPS (Badan Pusat Statistik) mencatat', 'BPS', 'Badan Pusat Statistik'],
    ['the World Health Organization ("WHO") said', 'WHO', 'World Health Organization'],
    ['the Memorandum of Understanding (hereinafter MOU) was signed', 'MOU', 'Memorandum of Understanding'],
    ['Badan Gizi Nasional (selanjutnya disebut BGN) membuka', 'BGN', 'Badan Gizi Nasional'],
    [
      'Kepala Staf TNI Angkatan Darat atau biasa disingkat dengan KASAD',
      'KASAD',
      'Kepala Staf TNI Angkatan Darat',
    ],
    ['Universitas Tala, disingkat UT, dibuka', 'UT', 'Universitas Tala'],
    ['Dana Tanggap Bencana (biasa disingkat dengan DTB) cair', 'DTB', 'Dana Tanggap Bencana'],
    ['RPDT (singkatan dari Rencana Pemulihan Danau Tala)', 'RPDT', 'Rencana Pemulihan Danau Tala'],
    [
      'DAMRI adalah singkatan dari Djawatan Angkoetan Motor Repoeblik Indonesia yang',
      'DAMRI',
      'Djawatan Angkoetan Motor Repoeblik Indonesia',
    ],
    ['NDF stands for National Disaster Fund and pays', 'NDF', 'National Disaster Fund'],
    ['the National Disaster Fund, abbreviated as NDF, pays', 'NDF', 'National Disaster Fund'],
    [
      'Badan Atom (International Atomic Energy Agency/IAEA) menilai',
      'IAEA',
      'International Atomic Energy Agency',
    ],
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
    'Nama itu disingkat saja oleh warga',
    'the ideals that Debian stands for. To help',
    'dibayar per bulan (rupiah/orang)',
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
