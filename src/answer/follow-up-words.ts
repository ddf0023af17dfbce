// The words by which a question leans on the one before it, in Indonesian, English and Chinese. Pure.
import type { Shape } from '../domain/answer.ts';
import { POINT_NOUNS } from './vocabulary.ts';

/** The languages in which follow-ups are read. */
export type FollowUpLanguage = 'id' | 'en' | 'zh';

/** How a question takes up another. */
export const OPENING =
  /^(?:(?:(?:dan|lalu|terus|kemudian|nah|tapi|tetapi|oh|oke|baik|and|so|then|but|okay|ok|also)(?![\p{L}\p{N}])|那么|那(?![个里些次年天])|还有|然后|以及)[\s,，]*)+/iu;
/** Turns to something else of the same kind. */
export const TURNING =
  /^(?:bagaimana (?:dengan|kalau|halnya dengan)|gimana (?:dengan|kalau)|kalau|(?:what|how) about|what of)(?![\p{L}\p{N}])\s*/iu;
/** What a question may end in without meaning more. */
export const TRAILING =
  /(?:\s*(?:\b(?:ya|dong|sih|nih|please|exactly|again)|呢|呀|啊|吧|来着))?[\s?!.,。？！，…]*$/iu;

/** Asks nothing, and is no follow-up. */
export const COURTESY =
  /^(?:ok(?:e|ay)?[\s,]+)?(?:(?:terima ?kasih|makasih|trims|thanks?(?: you)?|thx|sip|mantap|great|nice|谢谢|多谢|好的?)(?![\p{L}\p{N}])|谢谢|多谢)/iu;

/** Points back at what was spoken of. */
export const POINTING =
  /(?<![\p{L}\p{N}])(?:itu|ini|tersebut|tadi|dia|ia|beliau|mereka|its?|that|this|those|these|they|them|their|he|she|him|his|her|there|ones?)(?![\p{L}\p{N}])|(?<=\p{L}{3})nya(?!\p{L})|[这那][个里些次]?|[它他她]们?|其(?!他|它|中)|该|此/giu;

/** The words that ask, by language. */
export const ASKING: Readonly<Record<FollowUpLanguage, RegExp>> = {
  id: /(?<!\p{L})(?:(?:pada |sejak |mulai |sampai )?(?:tanggal|hari|tahun|bulan|jam|pukul) berapa|(?:sejak |mulai |sampai )?kapan(?:kah)?|(?:di|ke|dari) ?(?:(?:kota|negara|provinsi|kabupaten|daerah|kelurahan|desa|tempat|pulau|terowongan) )?mana(?:kah)?|siapa(?:kah)?(?: saja)?|berapa(?:kah)?(?: banyak| lama)?|mengapa|kenapa|bagaimana(?:kah)?|apa(?:kah)?(?: saja)?|mana saja|sebutkan|jelaskan|benarkah|betulkah)(?: yang)?(?!\p{L})/iu,
  en: /(?<!\p{L})(?:(?:(?:in|at|on|from|since|until|to|by) )?(?:what|which) (?:year|date|day|month|time|city|country|place|town|province)|(?:since |until )?when|where|who(?:m|se)?|how (?:many|much|long|far|often)|why|how|(?:what|which) (?=(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\p{L}))|what(?! about)|which|list|name|explain|tell me)(?!\p{L})/iu,
  zh: /从?什么时候|何时|哪一?[年天日月]|几[号日月](?!条|个)|在?哪里|在?哪儿|在?哪个?(?:城市|国家|地方|省|县)|是?谁|多少|为什么|为何|怎么样?|如何|是?(?:什么|哪些)|哪(?=[二两三四五六七八九十几])/u,
};

/** Those that want a whole told, and take no verb. */
export const TELLING = /^(?:list|name|explain|tell me|sebutkan|jelaskan)/iu;

/** The plainest words that ask for a shape: for a question that is completed in another language than its own. */
export const ASKING_FOR: Readonly<Record<FollowUpLanguage, Partial<Record<Shape, string>>>> = {
  id: { when: 'Kapan', where: 'Di mana', who: 'Siapa', quantity: 'Berapa', fact: 'Mengapa' },
  en: { when: 'When', where: 'Where', who: 'Who', quantity: 'How much', fact: 'Why' },
  zh: { when: '什么时候', where: '在哪里', who: '谁', quantity: '多少', fact: '为什么' },
};

/** Who said so is asked with a verb that says nothing of what was said. */
export const SAYING =
  /(?<!\p{L})(?:mengatakan(?:nya)?|bilang|menyatakan(?:nya)?|menyampaikan(?:nya)?|said|says?|told)(?!\p{L})|(?:说|讲|表示)(?:的|过)?/iu;

const alone = (words: string): string =>
  `(?<![\\p{L}\\p{N}])(?:${words.replaceAll(' ', '|')})(?![\\p{L}\\p{N}])`;

/** Words that are no subject of their own: where nothing else is left, a question says nothing without another. */
export const HOLLOW: readonly RegExp[] = [
  new RegExp(
    alone(
      'yang yg so di ke dari pada untuk adalah ialah terjadi berlangsung akan sudah telah saja juga lagi apa apakah saat ' +
        'is are was were be been did does do has have had will would can could the a an of in on at to for by from with ' +
        'happen happened happens',
    ),
    'giu',
  ),
  /[的了是在有个会要到从吗呢]|发生/gu,
];
/** The same beside a number: what it counts. */
export const COUNTED: readonly RegExp[] = [
  new RegExp(alone(`${POINT_NOUNS.id}|${POINT_NOUNS.en}|nomor|number`), 'giu'),
  new RegExp(`一?(?:${POINT_NOUNS.zh})`, 'gu'),
];

/** What a point is called where the earlier question has no word for it. */
export const POINT: Readonly<Record<FollowUpLanguage, string>> = { id: 'poin', en: 'point', zh: '点' };
