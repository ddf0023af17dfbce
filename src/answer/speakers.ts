// Who is asked about in a question, and who is quoted in a sentence of reported speech. Pure.

/** Offices that speak, the longest first where one begins another. */
const OFFICES = {
  id: 'juru bicara|jubir|wakil presiden|presiden|perdana menteri|menteri(?: koordinator)?|gubernur|wali ?kota|bupati|rektor|dekan|direktur(?: utama)?|kepala(?: pelaksana| dinas| badan| biro| humas)?|ketua|sekretaris(?: jenderal)?|manajer|kementerian|dinas|badan|pemerintah|peneliti|perusahaan|kedutaan',
  en: 'spokes(?:person|man|woman|people)|prime minister|president|minister|secretary|governor|mayor|rector|director|head|chair(?:man|woman|person)?|commissioner|manager|ministry|department|agency|authority|government|railway|company|harbour master|researchers?|embassy|officials?',
  zh: '发言人|新闻发言人|总理|总统|主席|部长|外长|局长|省长|市长|校长|主任|负责人|院长|政府|部门|公司|外交部|部里|卫健委|市新闻办',
} as const;

const NAME =
  "(?:(?:[\\p{Lu}][\\p{L}'’.-]*|\\d+|dan|of|the|for|and|&)(?:\\s+(?=[\\p{Lu}\\d(]|(?:dan|of|the|for|and|&)\\s+[\\p{Lu}]))?)*";

const BEFORE_OFFICE = "(?:(?!(?:say|said|that|about|the|confirm|answer)\\b)[\\w'’-]+\\s+){0,3}";

/** "juru bicara" and "Juru Bicara" alike, where names beside it tell by their capitals how far they go. */
const ANY_CASE = { id: anyCase(OFFICES.id), en: anyCase(OFFICES.en) };

function anyCase(words: string): string {
  return words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const ASKED = [
  // "apa kata juru bicara KPD tentang", "menurut rektor", "apa jawaban kementerian"
  new RegExp(
    `\\b(?:[Kk]ata|[Mm]enurut|tanggapan|jawaban|penjelasan|pernyataan|komentar|respons|[Bb]agaimana|[Aa]pakah|[Aa]pa yang (?:dikatakan|disampaikan|dijelaskan|ditegaskan))\\s+(?<speaker>(?:${ANY_CASE.id})\\b(?:\\s+${NAME})?)`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Ww]hat|[Hh]ow)\\s+(?:did|does|do|was|were|has|have)\\s+(?:the\\s+)?(?<speaker>${BEFORE_OFFICE}(?:${ANY_CASE.en})\\b(?:\\s+(?:of|for)\\s+(?:the\\s+)?${NAME})?)`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Aa]ccording to|[Dd]id)\\s+(?:the\\s+)?(?<speaker>${BEFORE_OFFICE}(?:${ANY_CASE.en}))\\b`,
    'u',
  ),
  new RegExp(
    `(?<speaker>\\p{Script=Han}{0,6}?(?:${OFFICES.zh}))(?:是?(?:怎么|如何|怎样)|对|说|就|否认|是否|的(?:回应|回答|说法|解释)|表示|证实|承诺|认为)`,
    'u',
  ),
];

/** Whose words a question asks for, as it names the speaker. */
export function readSpeaker(question: string): string | undefined {
  for (const pattern of ASKED) {
    const speaker = pattern.exec(question)?.groups?.['speaker']?.trim();
    if (speaker !== undefined && speaker !== '') return speaker;
  }
  return undefined;
}

const WANTS_QUESTION = [
  /\b(?:apa|apa saja) (?:yang )?(?:di)?tanyakan\b/iu,
  /\bpertanyaan (?:apa|wartawan|para wartawan|media|pers)\b/iu,
  /\bwhat (?:did|do|does|were|was) (?:the |a )?(?:reporters?|journalists?|media|press)\b.*\b(?:ask|asking|asked|question)/iu,
  /\bwhat (?:was|were) (?:they |he |she |the \w+ )?asked\b/iu,
  /\b(?:reporter|journalist)(?:s|s?['’]s?)? (?:ask|asked|questions?)\b/iu,
  /(?:记者|媒体)(?:们)?(?:都)?(?:问了?|提了?|提出了?)(?:的)?(?:什么|哪些|几个)|记者的问题/u,
];

/** Whether a reporter's question is what is asked for. */
export function wantsReportersQuestion(question: string): boolean {
  return WANTS_QUESTION.some((pattern) => pattern.test(question));
}

const SAYING_ID =
  'kata|ujar|ucap|tutur|jelas|terang|tegas|ungkap|menurut|menyatakan|mengatakan|menegaskan|menjelaskan|menyampaikan|menyebutkan|menambahkan|mengungkapkan|menuturkan|menerangkan|memaparkan|mengumumkan|berpendapat|menilai';
const SAYING_EN =
  'said|says|stated|told|added|explained|announced|noted|stressed|emphasi[sz]ed|commented|declared|warned|argued';
const TITLE_NAME = `(?:(?:\\p{Lu}[\\p{L}'’.-]*|\\p{Lu}+)(?:\\s+(?:\\p{Lu}[\\p{L}'’.-]*|bin|binti|van|von|de|al|dan|of|the|for))*)`;

const SAYING_ZH = '表示|指出|强调|说|称|介绍';
/** What may stand between a Chinese speaker and the verb: when, where, to whom, and how it is said. */
const BETWEEN_HAN = [
  '就(?:此|[^，]{1,10}(?:问题|一事|议题))',
  '[对向](?:此|记者|媒体|外界)',
  '在[^，]{1,10}[上中时后前间里]',
  '(?:[昨今当]|同一)[天日]|当地时间|近日|此前|随后|最后|同时|进一步|再次|多次|明确|特别(?!代表|顾问)',
  '(?:解释|回应|补充|报道|警告|发表|发布|公布)[^，]{0,6}?',
  '\\d{1,4}[年月日时]',
  `[还也则](?=${SAYING_ZH})`,
].join('|');

/** Patterns of plain attributions, each with the group `speaker`. Verb and speaker stand next to each other. */
const REPORTED = [
  // “…,” kata Menteri Perairan. / ujar rektor.
  new RegExp(
    `["”’»],?\\s+(?:${SAYING_ID.replace('menurut|', '')})\\s+(?<speaker>(?:(?:${OFFICES.id})\\b[^.,;:"“”()]{0,60}|${TITLE_NAME}))`,
    'u',
  ),
  // Menurut juru bicara, …
  new RegExp(
    `^["“]?[Mm]enurut\\s+(?<speaker>(?:(?:${OFFICES.id})\\b[^.,;:"“”()]{0,60}|${TITLE_NAME}))(?=,)`,
    'u',
  ),
  // Juru bicara Kementerian … Mao Ning menyatakan
  new RegExp(
    `^(?<speaker>(?:${ANY_CASE.id})(?:\\s+(?:\\p{Lu}[\\p{L}'’.-]*|dan|bin))*)\\s+(?:juga\\s+|kemudian\\s+)?(?:${SAYING_ID.split('|').slice(7).join('|')})\\b`,
    'u',
  ),
  new RegExp(
    `^(?<speaker>${TITLE_NAME})\\s+(?:juga\\s+)?(?:${SAYING_ID.split('|').slice(7, 17).join('|')})\\b`,
    'u',
  ),
  // “…,” the director said. / said Jane Doe.
  new RegExp(
    `["”],?\\s+(?<speaker>(?:the\\s+)?(?:(?:[\\w'’-]+\\s+){0,4}(?:${OFFICES.en})(?:\\s+of\\s+[^.,;:"“”()]{1,50})?|${TITLE_NAME}))\\s+(?:${SAYING_EN})\\b`,
    'u',
  ),
  new RegExp(`["”],?\\s+(?:${SAYING_EN})\\s+(?<speaker>(?:the\\s+[^.,;:"“”()]{1,60}|${TITLE_NAME}))`, 'u'),
  new RegExp(`^[Aa]ccording to\\s+(?<speaker>[^.,;:"“”()]{2,70})(?=,)`, 'u'),
  new RegExp(
    `^(?<speaker>[Tt]he\\s+(?:[\\w'’-]+\\s+){0,3}(?:${OFFICES.en})(?:\\s+(?:of|for)\\s+[^.,;:"“”()]{1,50}?)?|${TITLE_NAME})\\s+(?:also\\s+)?(?:${SAYING_EN})\\b`,
    'u',
  ),
  // 市新闻办负责人表示：
  new RegExp(
    `^(?:但是?|此外，?|同时，?)?(?<speaker>(?![就拿])[\\p{Script=Han}·]{1,24}?)(?:(?:${BETWEEN_HAN})[^，。；：“”]{0,8}?){0,3}(?:${SAYING_ZH})[：，“]`,
    'u',
  ),
];

/** Function words that begin no speaker. */
const NOBODY =
  /^(?:ia|dia|beliau|mereka|kami|it|he|she|they|we|this|that|他|她|它|他们|据|其|并|此前|另外|having|with|with the|as|another|others|some|being)$/iu;

/** What leads on to a speaker, and a heading that no blank line parts from the sentence. */
const BEFORE_SPEAKER = /^(?:[^]*\n\s*)?(?:(?:While|But|And|As|When|Although|Namun|Sementara) )?/u;
/** The full stop of the sentence: that of an initial or of an academic title (`M.Si.`) belongs to the name. */
const FULL_STOP = /(?<=(?<!\p{L})\p{L}{2,}|\p{Script=Han})\.$/u;

/** Who says `sentence`, where it plainly names the speaker beside the verb; undefined where it does not. */
export function readReportedSpeaker(sentence: string): string | undefined {
  for (const pattern of REPORTED) {
    const found = pattern.exec(sentence)?.groups?.['speaker']?.trim();
    const speaker = found?.replace(BEFORE_SPEAKER, '').replace(FULL_STOP, '');
    if (speaker !== undefined && speaker.length > 1 && !NOBODY.test(speaker)) return speaker;
  }
  return undefined;
}
