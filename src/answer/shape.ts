// What kind of answer a question wants, told by its asking words in Indonesian, English and Chinese. Pure.
import type { Shape } from '../domain/answer.ts';
import { CARDINALS, POINT_NOUNS } from './vocabulary.ts';

interface Rule {
  readonly shape: Shape;
  readonly pattern: RegExp;
}

/** Units and measures after "berapa": a quantity, although countable nouns follow the same word. */
const MEASURES =
  'persen|persentase|harga|biaya|nilai|jumlah|besar|banyak|lama|jauh|tinggi|panjang|luas|dalam|lebar|berat|umur|usia|tarif|ton|kilo|kilogram|kg|meter|kilometer|km|hektare?|rupiah|dolar|juta|miliar|triliun|orang|jiwa|warga|penduduk|rumah|hari|jam|menit|tahun|bulan|minggu|derajat|liter';

/** The first that matches wins: the particular stand above the general. */
const RULES: readonly Rule[] = [
  // Lists: all points of something.
  {
    shape: 'list',
    pattern:
      /\b(?:apa saja|apa sajakah|siapa saja|mana saja|sebutkan|jabarkan|uraikan|daftar(?:kan)? (?:semua|seluruh|lengkap)|rincian|bagaimana (?:susunan|jadwal|tahap\S*|rincian|langkah\S*))\b/iu,
  },
  { shape: 'list', pattern: new RegExp(`\\bapa isi\\b.*\\b${CARDINALS.latin}\\b`, 'iu') },
  {
    shape: 'list',
    pattern: new RegExp(
      `\\b${CARDINALS.latin}\\s+(?:${POINT_NOUNS.id})\\b.*\\b(?:apa|adalah)\\b|\\bapa(?:kah)?\\b\\s+${CARDINALS.latin}\\s+(?:${POINT_NOUNS.id})\\b`,
      'iu',
    ),
  },
  {
    shape: 'list',
    pattern: new RegExp(
      `^(?:please\\s+)?(?:list|name|enumerate|give)\\b|^(?:\\w+\\s+)?(?:what|which)\\s+(?:\\w+\\s+){0,2}?(?!is|was|has|does|this|his)\\w+[^su\\W]s\\s+(?:do|does|did|will|would|can|could|are|were|have|must|should|may|came|apply)\\b|\\bwhat are\\b.*\\b(?:${POINT_NOUNS.en})\\b|\\b(?:what|which|name)\\b(?:\\s+\\w+){0,2}\\s+${CARDINALS.latin}\\s+(?:\\w+\\s+){0,2}\\w+s\\b`,
      'iu',
    ),
  },
  {
    shape: 'list',
    pattern: new RegExp(
      `哪些|哪几|哪(?:${CARDINALS.zh})[个项点条类件]|(?:${CARDINALS.zh})[个项点条类件大][^第几，。]{0,12}(?:是什么|内容)|列出|列举|分别是`,
      'u',
    ),
  },
  // What somebody advises or plans to do, which is often several things.
  {
    shape: 'list',
    pattern:
      /\bapa (?:saja )?yang (?:akan )?(?:di)?(?:sarankan|usulkan|anjurkan|rekomendasikan|tuntut|rencanakan|janjikan)\b|\bwhat (?:does|do|did|will|would|has|have) (?:\S+ ){1,6}(?:advise|advised|recommend|recommended|propose|proposed|suggest|suggested|demand|demanded|plan|planned|intend|intended|promise|promised)\b|(?:建议|提议|主张|打算|计划|承诺)(?:\p{Script=Han}{0,10})(?:做|采取|怎么办|什么)/iu,
  },
  // Counts: how many points something has.
  {
    shape: 'count',
    pattern: new RegExp(
      `\\b(?:berapa|seberapa)(?:kah)?(?: banyak| jumlah)?\\s+(?:${POINT_NOUNS.id})\\b|\\bjumlah\\s+(?:${POINT_NOUNS.id})\\b`,
      'iu',
    ),
  },
  {
    shape: 'count',
    pattern: new RegExp(
      `\\bhow many\\s+(?:(?!takes?\\b|took\\b|taking\\b)\\w+\\s+){0,2}?(?:${POINT_NOUNS.en})\\b`,
      'iu',
    ),
  },
  {
    shape: 'count',
    // What 几点 alone asks for is a time of day, and 标准箱 are containers.
    pattern: new RegExp(
      `(?:几|多少)[个种]?(?:(?!点)(?:${POINT_NOUNS.zh})|点(?:建议|意见|要求|主张|共识)|服务|措施|任务|目标|活动|原则|条件|标准(?!箱)|领域|原因)|(?:提出|提了|提到|包括|分为|分成|列出|列了|有)了?几点`,
      'u',
    ),
  },
  // Times.
  {
    shape: 'when',
    pattern:
      /\b(?:kapan(?:kah)?|bilakah|(?:tanggal|hari|tahun|bulan|jam|pukul) berapa(?:kah)?|(?:tanggal|hari|tahun|bulan) apa|berapa tanggal)\b|\bpada tahun berapa/iu,
  },
  {
    shape: 'when',
    pattern:
      /^when\b|\bwhen (?:did|does|do|is|are|was|were|will|can|has|have|must|should)\b|\b(?:what|which) (?:year|date|day|month|time|century)\b/iu,
  },
  {
    shape: 'when',
    pattern:
      /什么时候|何时|哪一?[年天日月]|几[号日月点](?!建议|意见|要求|方面|措施|内容|共识|主张)|什么时间|哪个(?:月|日|世纪)/u,
  },
  // Quantities.
  {
    shape: 'quantity',
    pattern: new RegExp(`\\b(?:berapa(?:kah)?|seberapa)\\b(?:\\s+(?:${MEASURES})\\b)?`, 'iu'),
  },
  {
    shape: 'quantity',
    pattern:
      /\bhow (?:many|much|long|far|high|tall|big|large|deep|old|fast|often|strong)\b|\bwhat (?:percentage|percent|share|proportion|number|amount|figure|price|cost|size)\b/iu,
  },
  { shape: 'quantity', pattern: /多少|几(?!乎|点|项|条)|多[大长高远深久宽重快]|百分之几/u },
  // People, places.
  { shape: 'who', pattern: /\b(?:siapa(?:kah)?|who|whom|whose)\b|谁|哪(?:位|个人|一位)|何人/iu },
  {
    shape: 'where',
    pattern:
      /\b(?:di ?mana(?:kah)?|ke ?mana(?:kah)?|dari mana(?:kah)?|(?:kota|negara|provinsi|kabupaten|daerah|kelurahan|desa|pulau|benua) (?:apa|mana)(?:kah)?|where)\b|\b(?:what|which) (?:city|country|place|town|state|province|region|village)\b|哪里|哪儿|何处|何地|在哪|哪个?(?:国家|城市|省|地方|地区|市|国|县)/iu,
  },
  {
    shape: 'definition',
    pattern:
      /\b(?:apa itu|apa(?:kah)? (?:arti|makna|maksud|kepanjangan|singkatan|akronim|definisi|pengertian|yang di ?maksud(?:kan)?)|(?:arti|kepanjangan|singkatan|akronim) (?:dari )?\S+|what (?:does \S+ (?:stand for|mean)|is meant by)|(?:stand|stands) for|what is (?:the )?(?:abbreviation|acronym|full (?:name|form)|meaning|definition) (?:of|for))\b|是什么意思|缩写|全称|简称|什么是/iu,
  },
  {
    shape: 'yes-no',
    pattern:
      /^(?:apakah(?! (?:nama|yang|arti|istilah|judul|jenis|bentuk|fungsi|kepanjangan))|benarkah|betulkah|adakah|bisakah|bolehkah|sudahkah|masihkah|akankah)\b|^(?:did|does|do|is|are|was|were|will|can|could|has|have|had|may|should)\b|吗[？?]?$|是否|是不是|有没有|会不会|能不能|对不对/iu,
  },
];

/** The kind of answer asked for; `fact` where no asking word tells. */
export function readShape(question: string): Shape {
  const plain = question.normalize('NFKC').trim();
  return RULES.find(({ pattern }) => pattern.test(plain))?.shape ?? 'fact';
}
