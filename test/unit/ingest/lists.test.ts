import { expect, test } from 'vitest';
import { outlineOf } from '../../../src/ingest/outline.ts';

interface Found {
  readonly style: string;
  readonly announcement: string | undefined;
  readonly points: readonly string[];
}

const lists = (text: string): Found[] =>
  outlineOf(text).lists.map(({ style, announcement, points }) => ({
    style,
    announcement: announcement === undefined ? undefined : text.slice(announcement.start, announcement.end),
    points: points.map(({ span }) => text.slice(span.start, span.end)),
  }));

test('paragraphs that count on from each other are a list, announced by the sentence that counts them', () => {
  expect(
    lists(
      'Ia bicara. Ia mengajukan tiga usulan.\n\nPertama, satu hal.\n\nKedua, dua hal.\n\nKetiga, tiga hal.\n\nLalu ia pulang.',
    ),
  ).toEqual([
    {
      style: 'ordinal',
      announcement: 'Ia mengajukan tiga usulan.',
      points: ['Pertama, satu hal.', 'Kedua, dua hal.', 'Ketiga, tiga hal.'],
    },
  ]);
});

test('a point has every paragraph up to the next', () => {
  const [list] = lists(
    'Dua hal:\n\nPertama, satu.\n\nIni masih yang pertama.\n\nKedua, dua.\n\nIni masih yang kedua.\n\nLain lagi.',
  );
  expect(list?.points).toEqual([
    'Pertama, satu.\n\nIni masih yang pertama.',
    'Kedua, dua.\n\nIni masih yang kedua.',
  ]);
});

test('a sentence leads into its points with a word, too', () => {
  const points = ['pertama memperbaiki saluran', 'kedua menyalurkan benih', 'ketiga membuka gudang.'];
  for (const lead of ['yakni', 'yaitu', 'ialah']) {
    const text = `Dinas menyebut tiga hal, ${lead} ${points[0]}; ${points[1]}; dan ${points[2]}`;
    expect(lists(text).map((list) => list.points)).toEqual([points]);
  }
  expect(lists('Ini adalah pertama kalinya kota itu menang, yaitu kedua timnya.')).toEqual([]);
});

test('so does a number that just so many ordinals follow, with nothing but commas between', () => {
  const points = ['pertama upah keluarga', 'kedua jumlah anak', 'dan ketiga letak rumah.'];
  expect(lists(`Penerima dipilih dengan tiga ukuran, ${points.join(', ')}`)).toEqual([
    {
      style: 'clause',
      announcement: 'Penerima dipilih dengan tiga ukuran,',
      points: ['pertama upah keluarga', 'kedua jumlah anak', 'ketiga letak rumah.'],
    },
  ]);
  expect(lists('The plan has two aims, first to save water, and second to clean it.')[0]?.points).toEqual([
    'first to save water',
    'second to clean it.',
  ]);
  expect(lists(`Penerima dipilih dengan empat ukuran, ${points.join(', ')}`)).toEqual([]);
  expect(lists(`Penerima dipilih menurut ukuran, ${points.join(', ')}`)).toEqual([]);
});

test('days that are counted are points, and so are the lines of a timetable', () => {
  expect(
    lists('Susunan acaranya:\n\nHari pertama, 5 September: pengenalan.\n\nHari kedua, 6 September: kelas.')[0]
      ?.points,
  ).toEqual(['Hari pertama, 5 September: pengenalan.', 'Hari kedua, 6 September: kelas.']);
  expect(
    lists(
      'Jadwal latihan sebagai berikut:\n\n07.00 sirene dibunyikan;\n09.30 penilaian bersama.\n\nWarga bersiap.',
    ),
  ).toEqual([
    {
      style: 'bullet',
      announcement: 'Jadwal latihan sebagai berikut:',
      points: ['07.00 sirene dibunyikan;', '09.30 penilaian bersama.'],
    },
  ]);
});

test('points of one paragraph, and of one sentence, are told apart', () => {
  expect(
    lists(
      'She named two reasons. First, the price is high. It hurts. Second, the road is bad. It floods. Then she left.',
    ),
  ).toEqual([
    {
      style: 'ordinal',
      announcement: 'She named two reasons.',
      points: ['First, the price is high. It hurts.', 'Second, the road is bad. It floods.'],
    },
  ]);
  expect(
    lists('Ada tiga langkah: pertama, menanam pohon; kedua menggali parit; dan ketiga, merawat keduanya.'),
  ).toEqual([
    {
      style: 'clause',
      announcement: 'Ada tiga langkah:',
      points: ['pertama, menanam pohon', 'kedua menggali parit', 'ketiga, merawat keduanya.'],
    },
  ]);
  expect(lists('部署了三项任务：一是搜救人员，出动消防员；二是抢通道路；三是安置群众。')).toEqual([
    {
      style: 'clause',
      announcement: '部署了三项任务：',
      points: ['一是搜救人员，出动消防员', '二是抢通道路', '三是安置群众。'],
    },
  ]);
});

test('numbers, letters and bullets make lists', () => {
  expect(lists('Berikut:\n1. satu hal\n2. dua hal')[0]).toMatchObject({
    style: 'number',
    points: ['1. satu hal', '2. dua hal'],
  });
  expect(lists('Berikut:\n\n(a) satu hal;\n\n(b) dua hal.')[0]).toMatchObject({
    style: 'letter',
    announcement: 'Berikut:',
  });
  expect(lists('Berikut:\n- satu hal\n- dua hal')[0]).toMatchObject({
    style: 'bullet',
    points: ['- satu hal', '- dua hal'],
  });
  expect(lists('i. satu hal\nii. dua hal\niii. tiga hal')[0]?.points).toHaveLength(3);
});

test('a list within a point is a list of its own, announced by that point', () => {
  const text =
    'Tiga bagian:\n\n1. Satu\n   a. kecil sekali\n   b. besar sekali\n2. Dua\n   a. merah tua\n   b. biru tua\n\nPenutup.';
  expect(lists(text)).toEqual([
    {
      style: 'number',
      announcement: 'Tiga bagian:',
      points: ['1. Satu\n   a. kecil sekali\n   b. besar sekali', '2. Dua\n   a. merah tua\n   b. biru tua'],
    },
    { style: 'letter', announcement: '1. Satu', points: ['a. kecil sekali', 'b. besar sekali'] },
    { style: 'letter', announcement: '2. Dua', points: ['a. merah tua', 'b. biru tua'] },
  ]);
});

test('Chinese sections hold lists', () => {
  const found = lists(
    '包括两方面内容。\n\n一、减少跑动\n\n（一）合并办理手续；\n\n（二）表格合成一张。\n\n二、方便老人\n\n（一）推出大字版；\n\n（二）上门服务老人。',
  );
  expect(found.map(({ announcement, points }) => [announcement, points.length])).toEqual([
    ['包括两方面内容。', 2],
    ['一、减少跑动', 2],
    ['二、方便老人', 2],
  ]);
});

test('a word that counts is no list: alone, with a jump, or with nothing to say', () => {
  expect(lists('Pertama, kita pulang.\n\nLalu makan.')).toEqual([]);
  expect(lists('Pertama, kita pulang.\n\nKetiga, kita makan.')).toEqual([]);
  expect(lists('Kedua negara sepakat.\n\nKetiga pihak hadir.')).toEqual([]);
  expect(lists('Ia dijerat Pasal 48 ayat (1) juncto Pasal 32 ayat (2) UU ITE.')).toEqual([]);
  expect(lists('He was First Secretary in Rome; Second Secretary in Bonn.')).toEqual([]);
});

test('a jump ends a list', () => {
  expect(lists('1. satu hal\n2. dua hal\n4. empat hal')[0]?.points).toEqual(['1. satu hal', '2. dua hal']);
});

test('lists start anew at one', () => {
  expect(
    lists('Empat hal.\n\n1. satu hal\n2. dua hal\n\nDua lagi.\n\n1. tiga hal\n2. empat hal'),
  ).toHaveLength(2);
});

test('"finally" opens the last point, or closes a list that is complete', () => {
  expect(
    lists('Three areas. First, on trade. Second, on plastics. Finally, on the sea.')[0]?.points,
  ).toHaveLength(3);
  expect(
    lists('Two areas. First, on trade. Second, on plastics. Finally, thank you.')[0]?.points,
  ).toHaveLength(2);
});

test('nobody goes on with the list of somebody else', () => {
  expect(lists('Q: First, is it safe? I ask.\n\nA: Second, it is not.\n\nQ: Why?\n\nA: So.')).toEqual([]);
});

test('a sentence that says how many enumerates its points, in three languages', () => {
  const points = (text: string): readonly string[] | undefined => lists(text)[0]?.points;
  expect(
    points(
      'Pedoman itu memuat lima prinsip, yaitu inklusivitas, transparansi, akuntabilitas, keamanan, dan pelindungan data.',
    ),
  ).toEqual(['inklusivitas', 'transparansi', 'akuntabilitas', 'keamanan', 'pelindungan data']);
  expect(points('The plan has three pillars: clean water, trade and investment, and schools.')).toEqual([
    'clean water',
    'trade and investment',
    'schools',
  ]);
  expect(points('We have two goals: stable prices and full employment.')).toEqual([
    'stable prices',
    'full employment',
  ]);
  expect(points('会议围绕三项议题展开：可持续捕捞、深海养殖和渔民保障。')).toEqual([
    '可持续捕捞',
    '深海养殖',
    '渔民保障',
  ]);
  expect(points('双方重申五项原则：互相尊重、互不侵犯、互不干涉、平等互利、和平共处。')?.at(-1)).toBe(
    '和平共处',
  );
  expect(lists('Ada tiga provinsi, yakni Bali, Banten dan Papua.')[0]?.announcement).toBe(
    'Ada tiga provinsi, yakni',
  );
});

test('commas enumerate nothing where their parts are not as many as the sentence says', () => {
  expect(lists('Lima menteri hadir, yaitu menteri dalam negeri, luar negeri, dan pertahanan.')).toEqual([]);
  expect(lists('Dua kota, yakni Suzhou dan Wuxi, adalah yang terparah.')).toEqual([]);
  expect(lists('3D characters: knights, kings, and queens.')).toEqual([]);
  expect(lists('Dua orang, yakni Amir (34, sopir) dan kernetnya, selamat.')).toEqual([]);
});

test('what joins the last point to the others opens it', () => {
  expect(
    lists('We asked for three changes. First, time. Second, an exemption. And third, a review.')[0]?.points,
  ).toEqual(['First, time.', 'Second, an exemption.', 'And third, a review.']);
  expect(
    lists('Three calls.\n\nFirst, act.\n\nSecond, pay.\n\nThird and finally, wait.')[0]?.points,
  ).toHaveLength(3);
  expect(lists('Ada tiga hal. Pertama, beras. Kedua, garam. Dan terakhir, gula.')[0]?.points).toHaveLength(3);
});
