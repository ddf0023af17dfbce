// What a quantity counts or measures, with the words for it in Indonesian, English and Chinese. Pure.
import type { Shape } from '../domain/answer.ts';
import { POINT_NOUNS } from './vocabulary.ts';

/** Alternatives of a regular expression for one unit or thing counted. */
export type UnitWords = string;

/** Words for the same thing; each line is one. */
const SAME: readonly (readonly string[])[] = [
  ['ton', 'tonnes?', 'tons?', '吨'],
  ['kilogram', 'kilograms?', 'kg', 'kilo', '公斤', '千克'],
  ['kilometer', 'kilometres?', 'kilometers?', 'km', '公里', '千米'],
  ['meter', 'metres?', 'meters?', 'm', '米'],
  ['hektare?', 'hectares?', 'ha', '公顷'],
  ['liter', 'litres?', 'liters?', '升'],
  ['tahun', 'years?', '年', '岁', '周年'],
  ['bulan', 'months?', '个?月'],
  ['minggu|pekan', 'weeks?', '周', '个?星期'],
  ['hari', 'days?', '天', '日'],
  ['jam', 'hours?', '个?小时'],
  ['menit', 'minutes?', '分钟'],
  ['warga|penduduk|pengungsi|korban|jiwa|orang', 'residents?|inhabitants?|people|persons?', '居民|人|名'],
  ['penumpang', 'passengers?', '人次|乘客|名乘客'],
  ['mahasiswa|siswa|pelajar', 'students?|pupils?', '学生|名学生'],
  ['rumah', 'houses?|homes?|households?', '户|套|房'],
  ['sekolah', 'schools?', '所|学校'],
  ['kapal', 'ships?|vessels?', '艘|船'],
  ['kereta', 'trains?', '列|列车'],
  ['stasiun', 'stations?', '座|个?车站|站'],
  ['kali', 'times', '次|倍'],
  ['persen', 'per ?cent|%', '%|百分点'],
  ['juta', 'millions?', '百万'],
  ['rupiah', 'rupiahs?', '盾'],
];

/** Who may be counted where people are: a passenger, a student, a user is one. */
const PEOPLE =
  'orang|jiwa|warga|penduduk|pengungsi|korban|penumpang|mahasiswa|siswa|pelajar|pengunjung|pengguna|pasien|pekerja|karyawan|petani|nelayan|peserta|pendaftar|pelamar|penerima|relawan|petugas|guru|anggota|keluarga|people|persons?|residents?|inhabitants?|passengers?|students?|pupils?|visitors?|users?|patients?|workers?|employees|farmers?|participants?|applicants?|recipients?|volunteers?|teachers?|members?|customers?|人|名|居民|群众|乘客|人次|学生|用户|患者|职工|游客|观众|旅客';
const ANYBODY = /^(?:orang|people|persons?|人|名)$/iu;

interface Measure {
  /** How a question asks for it. */
  readonly asked: RegExp;
  readonly units: UnitWords;
}

/** Of height, width, depth and distance too, in all languages together. */
export const LENGTHS: UnitWords = `${wordsFor('kilometer', 'meter')}|sentimeter|centimet(?:re|er)s?|cm|milimeter|mm|mil|miles?|kaki|feet|foot|ft|inci|inch(?:es)?|mdpl|厘米|里`;
const AREAS = `${wordsFor('hektare')}|(?:kilometer|km|meter|m|mil) ?persegi|(?:square|sq) (?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|km|m)|k?m ?[²2]|acres?|平方公里|平方千米|平方米|亩`;
const WEIGHTS = `${wordsFor('ton', 'kilogram')}|kuintal|gram|grams?|g|pon|pounds?|克|斤`;
/** Properties that are told in units, which the question need not name. */
const MEASURES: readonly Measure[] = [
  {
    asked: /\bberapa(?:kah)?(?: besar)? luas|\b(?:what|how) (?:is|was|large) (?:the )?(?:total )?area|面积/iu,
    units: AREAS,
  },
  {
    asked:
      /\b(?:seberapa|berapa(?:kah)?) (?:(?:ke)?tinggi(?:an)?|panjang|lebar|(?:ke)?dalam(?:an)?|jauh|jarak)(?:nya)?\b|\bhow (?:tall|high|wide|deep|far)\b|\bwhat (?:is|was) the (?:height|length|width|depth|distance)\b|[多有](?:高|长(?!时间)|宽|深|远)|(?:高度|长度|宽度|深度|距离)/iu,
    units: LENGTHS,
  },
  {
    asked:
      /\bberapa(?:kah)? (?:berat|bobot)|\bhow (?:heavy|much (?:does|did) .{1,40} weigh)\b|\bwhat (?:is|was) the weight\b|多重|重量/iu,
    units: WEIGHTS,
  },
  {
    asked: /\bberapa(?:kah)? suhu|\bwhat (?:is|was) the temperature\b|多少度|气温|温度/iu,
    units: 'derajat|degrees?|°|℃|celsius|度',
  },
];

/** A Chinese measure word stands for what it measures: 3127家 are companies, where 家 was asked for. */
const ASKED =
  /\b(?:berapa(?:kah)?(?: banyak| jumlah)?|seberapa|how many|how much)\s+(?<word>\p{L}+)|(?:多少|几)(?:[个项种]|(?<measure>[条家名位所座艘辆只件头场次本部台架间处]))?(?<han>\p{Script=Han}{1,2})/iu;
/** What follows "berapa" without being counted. */
const NOT_COUNTED =
  /^(?:(?:banyak|besar|lama|jumlah|luas|(?:ke)?tinggi(?:an)?|panjang|lebar|harga|biaya|nilai|jauh|jarak|(?:ke)?dalam(?:an)?|berat|bobot|suhu|kapasitas|ukuran|populasi|kadar|kode|nomor|skor|umur|usia|tarif)(?:nya)?|anggaran|total|rata|angka|kah|produksi|ketepatan|is|are|was|were|did|does|do|has|have|will|money|of|yang|的|了|才|会)$/iu;

export interface Unit {
  /** As the question's language has it. */
  readonly words: UnitWords;
  /** In a text of another language; absent where nobody knows. */
  readonly abroad?: UnitWords;
}

/** Points of a list go by many names, and a translation seldom has the one asked for. */
const POINTS = Object.values(POINT_NOUNS).join('|');

/** What the question counts or measures, where it names it. */
export function unitOf(question: string, shape: Shape): Unit | undefined {
  const { word, measure } = readCounted(question);
  if (word === undefined) return undefined;
  const known = knownUnit(word);
  const words = `${known ?? plural(word)}${measure === undefined ? '' : `|${measure}`}`;
  if (known !== undefined) return { words, abroad: known };
  return { words, ...(shape === 'count' ? { abroad: POINTS } : {}) };
}

/** The units of the property that the question asks for, in all languages together. */
export function measuredBy(question: string): Unit | undefined {
  const units = MEASURES.find(({ asked }) => asked.test(question))?.units;
  return units === undefined ? undefined : { words: units, abroad: units };
}

/** The word for what the question counts: "tons" of "how many tons", lower case. */
export function countedIn(question: string): string | undefined {
  return readCounted(question).word;
}

interface Counted {
  readonly word: string | undefined;
  /** The Chinese measure word before it. */
  readonly measure: string | undefined;
}

function readCounted(question: string): Counted {
  const groups = ASKED.exec(question)?.groups;
  const word = (groups?.['word'] ?? groups?.['han'])?.toLowerCase();
  const counts = word !== undefined && !NOT_COUNTED.test(word);
  return { word: counts ? word : undefined, measure: groups?.['measure'] };
}

/** What is known in all languages. */
function knownUnit(word: string): UnitWords | undefined {
  if (ANYBODY.test(word)) return PEOPLE;
  return SAME.find((words) => new RegExp(`^(?:${words.join('|')})$`, 'iu').test(word))?.join('|');
}

/** The known words for these units; a unit without any stands for itself. */
function wordsFor(...units: readonly string[]): UnitWords {
  return units.map((unit) => knownUnit(unit) ?? unit).join('|');
}

/** `proposals` is `proposal` too. */
function plural(word: string): UnitWords {
  return /^[a-z]{4,}s$/.test(word) ? `${word.slice(0, -1)}s?` : word;
}
