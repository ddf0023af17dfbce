// The words by which a question asks, in Indonesian, English and Chinese. Pure.

/** Question words, and the commonest verbs around them. Chinese is in pairs of characters, as it is cut for search. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  (
    'apa apakah siapa siapakah kapan kapankah dimana dimanakah mana manakah berapa berapakah bagaimana bagaimanakah ' +
    'mengapa mengapakah kenapa kemana kemanakah darimana darimanakah adakah bilakah saja sajakah ' +
    'who whom whose what when where which why how did does do is was were are many much ' +
    '什么 谁 哪 哪里 哪个 哪些 何时 为什 为何 多少 几 怎么 怎样 如何 么时 时候 是什 是谁 在哪 有多 些什 在什'
  ).split(' '),
);

/**
 * These, and what stands beside them and only names the kind of answer: "apa nama …", "berapa jumlah …", "di mana letak
 * …". Releases that answer seldom have them, and rare as they are there they would count as informative. Elsewhere they
 * are words with content: somebody follows "jumlah penumpang", and "Pasar Lama" is a name.
 *
 * With them, 3,539 questions of IDK-MRC and 1,824 of FacQA: first quote right .706 -> .722 and .825 -> .839, one of three
 * .822 -> .836 and .885 -> .900, MRR@10 .804 -> .808 and .859 -> .862; XQuAD unchanged.
 */
export const ASKING_WORDS: ReadonlySet<string> = new Set([
  ...QUESTION_WORDS,
  ...(
    'nama namanya bernama dinamakan disebut jumlah jumlahnya letak letaknya terletak berada asal berasal ' +
    'lokasi lokasinya tempat tanggal lama lamakah umur umurnya usia usianya judul ' +
    'arti artinya maksud dimaksud dimaksudkan pengertian definisi kepanjangan singkatan ' +
    'adalah merupakan termasuk memiliki dimiliki terjadi dilakukan sekarang bahwa ' +
    'name named called located ' +
    '名字 名称 叫什 么名 字叫 称为 位于'
  ).split(' '),
]);
