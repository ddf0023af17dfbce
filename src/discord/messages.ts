// What the bot says around its quotes, in the three languages of its interface. Pure.
import type { Verification } from '../answer/verify.ts';
import type { Reason } from '../domain/answer.ts';

type Verdict = Verification['verdict'];

export const UI_LANGUAGES = ['id', 'en', 'zh'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

export interface Messages {
  readonly confidence: (percent: number) => string;
  readonly open: string;
  readonly cut: string;
  readonly pointsLeft: (shown: number, all: number) => string;
  readonly questionTurn: string;
  readonly answerTurn: (speaker: string | undefined) => string;
  readonly says: (speaker: string) => string;
  readonly corrects: (title: string) => string;
  readonly correctedBy: (title: string) => string;
  readonly undated: string;
  readonly inLanguage: (language: string) => string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly nearest: string;
  readonly nothingFound: string;
  readonly results: (count: number) => string;
  readonly list: (points: number) => string;
  readonly revisions: (count: number) => string;
  readonly releases: (count: number) => string;
  readonly holds: (releases: number, passages: number) => string;
  readonly noReleases: string;
  readonly noSource: string;
  readonly noSuchRelease: string;
  readonly sound: string;
  readonly unsound: string;
  readonly promise: string;
  /** Before the commands in the menu of a message. */
  readonly inMenus: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly busy: string;
  readonly restarting: string;
  readonly failed: string;
  readonly unknown: string;
  readonly noQuestion: string;
  readonly tooLong: (limit: number) => string;
  readonly badDay: (given: string) => string;
}

const id: Messages = {
  confidence: (percent) => `keyakinan ${percent} %`,
  open: 'Buka rilis',
  cut: '[… dipotong]',
  pointsLeft: (shown, all) => `${shown} dari ${all} butir ditampilkan; sisanya ada di rilis.`,
  questionTurn: 'pertanyaan wartawan',
  answerTurn: (speaker) => (speaker === undefined ? 'jawaban' : `jawaban ${speaker}`),
  says: (speaker) => `kata ${speaker}`,
  corrects: (title) => `Rilis ini meralat “${title}”.`,
  correctedBy: (title) => `Rilis ini telah diralat oleh “${title}”.`,
  undated: 'tanpa tanggal',
  inLanguage: (language) => `bahasa ${language}`,
  reasons: {
    'empty-index': 'Belum ada rilis yang bisa dijawab dari sini.',
    'nothing-near': 'Tidak ada rilis yang membahas hal itu.',
    'not-answered': 'Ada rilis yang dekat, tetapi tidak ada yang menjawab pertanyaan itu.',
    'filtered-out': 'Tidak ada jawaban di antara rilis yang diminta (tanggal, sumber, atau bahasa).',
  },
  nearest: 'Yang paling dekat:',
  nothingFound: 'Tidak ada petikan yang cocok.',
  results: (count) => `${count} petikan`,
  list: (points) => `daftar ${points} butir`,
  revisions: (count) => `${count} revisi tersimpan`,
  releases: (count) => `${count} rilis`,
  holds: (releases, passages) => `${releases} rilis, ${passages} petikan.`,
  noReleases: 'Belum ada rilis.',
  noSource: 'tanpa sumber',
  noSuchRelease: 'Rilis itu tidak ditemukan. Pilih salah satu dari daftar yang muncul saat mengetik.',
  sound: 'Indeks dalam keadaan baik.',
  unsound: 'Indeks bermasalah; pengelola bot dapat melihatnya dengan `rilis status`.',
  promise: 'Rilis menjawab dengan kutipan apa adanya dari siaran pers, disertai sumbernya.',
  inMenus: 'Di menu sebuah pesan, pada _Aplikasi_:',
  verdicts: {
    exact: '✅ **Sama persis**: rilis mengatakannya kata demi kata.',
    altered: '⚠️ **Berubah**: rilis mengatakan hal lain.',
    'not found': '❔ **Tidak ditemukan**: tidak ada rilis yang mengatakan ini atau yang mirip.',
  },
  busy: 'Terlalu banyak pertanyaan sekaligus. Coba lagi sebentar lagi.',
  restarting: 'Bot sedang dimulai ulang. Coba lagi sebentar lagi.',
  failed:
    'Pertanyaan ini tidak bisa dijawab karena ada gangguan. Coba lagi; bila berulang, beri tahu pengelola bot.',
  unknown: 'Perintah ini tidak dikenal. Mungkin sudah berubah; muat ulang Discord lalu coba lagi.',
  noQuestion: 'Sebut saya bersama pertanyaannya, misalnya: “berapa produksi beras tahun 2024?”',
  tooLong: (limit) => `Pertanyaannya terlalu panjang. Ringkas menjadi paling banyak ${limit} huruf.`,
  badDay: (given) => `“${given}” bukan tanggal. Tulis seperti 2024-05-27.`,
};

const en: Messages = {
  confidence: (percent) => `confidence ${percent} %`,
  open: 'Open release',
  cut: '[… cut]',
  pointsLeft: (shown, all) => `${shown} of ${all} points shown; the rest is in the release.`,
  questionTurn: "reporter's question",
  answerTurn: (speaker) => (speaker === undefined ? 'answer' : `answer of ${speaker}`),
  says: (speaker) => `according to ${speaker}`,
  corrects: (title) => `This release corrects “${title}”.`,
  correctedBy: (title) => `This release was corrected by “${title}”.`,
  undated: 'no date',
  inLanguage: (language) => `in ${language}`,
  reasons: {
    'empty-index': 'There are no releases to answer from yet.',
    'nothing-near': 'No release is about that.',
    'not-answered': 'Some releases come near, but none answers that question.',
    'filtered-out': 'Nothing answers among the releases asked for (date, source or language).',
  },
  nearest: 'What comes nearest:',
  nothingFound: 'No passage matches.',
  results: (count) => `${count} passage${count === 1 ? '' : 's'}`,
  list: (points) => `list of ${points} points`,
  revisions: (count) => `${count} revisions kept`,
  releases: (count) => `${count} release${count === 1 ? '' : 's'}`,
  holds: (releases, passages) => `${releases} releases, ${passages} passages.`,
  noReleases: 'There are no releases yet.',
  noSource: 'no source',
  noSuchRelease: 'That release was not found. Choose one of those that appear while you type.',
  sound: 'The index is sound.',
  unsound: 'The index has problems; whoever runs the bot sees them with `rilis status`.',
  promise: 'Rilis answers with verbatim quotes of press releases, and says where they stand.',
  inMenus: 'In the menu of a message, under _Apps_:',
  verdicts: {
    exact: '✅ **Exact**: the release says it word for word.',
    altered: '⚠️ **Altered**: the release says something else.',
    'not found': '❔ **Not found**: no release says this or anything near it.',
  },
  busy: 'Too many questions at once. Please try again in a moment.',
  restarting: 'The bot is restarting. Please try again in a moment.',
  failed:
    'Something went wrong and this could not be answered. Try again; if it keeps happening, tell whoever runs the bot.',
  unknown: 'This command is not known. It may have changed: reload Discord and try again.',
  noQuestion: 'Mention me together with a question, such as “how much rice was produced in 2024?”',
  tooLong: (limit) => `That question is too long. Shorten it to at most ${limit} characters.`,
  badDay: (given) => `“${given}” is not a day. Write it as 2024-05-27.`,
};

const zh: Messages = {
  confidence: (percent) => `可信度 ${percent} %`,
  open: '查看原文',
  cut: '[……已截断]',
  pointsLeft: (shown, all) => `共${all}点，显示${shown}点，其余见原文。`,
  questionTurn: '记者提问',
  answerTurn: (speaker) => (speaker === undefined ? '回答' : `${speaker}的回答`),
  says: (speaker) => `${speaker}表示`,
  corrects: (title) => `本稿更正了《${title}》。`,
  correctedBy: (title) => `本稿已由《${title}》更正。`,
  undated: '无日期',
  inLanguage: (language) => `${language}文本`,
  reasons: {
    'empty-index': '目前还没有可供查询的新闻稿。',
    'nothing-near': '没有新闻稿涉及这一问题。',
    'not-answered': '有相近的新闻稿，但都没有回答这个问题。',
    'filtered-out': '在指定的日期、来源或语言范围内没有答案。',
  },
  nearest: '最接近的内容：',
  nothingFound: '没有匹配的段落。',
  results: (count) => `${count} 个段落`,
  list: (points) => `共${points}点的列表`,
  revisions: (count) => `保存了${count}个版本`,
  releases: (count) => `${count} 篇新闻稿`,
  holds: (releases, passages) => `${releases} 篇新闻稿，${passages} 个段落。`,
  noReleases: '目前还没有新闻稿。',
  noSource: '无来源',
  noSuchRelease: '没有找到该新闻稿，请从输入时出现的列表中选择。',
  sound: '索引状态良好。',
  unsound: '索引存在问题，管理员可用 `rilis status` 查看。',
  promise: 'Rilis 以新闻稿原文回答，并注明出处。',
  inMenus: '在消息菜单的“应用”中：',
  verdicts: {
    exact: '✅ **完全一致**：新闻稿逐字如此。',
    altered: '⚠️ **有改动**：新闻稿的说法不同。',
    'not found': '❔ **未找到**：没有新闻稿这样说，也没有相近的说法。',
  },
  busy: '提问过多，请稍后再试。',
  restarting: '机器人正在重启，请稍后再试。',
  failed: '出现故障，无法回答。请重试；如仍失败，请告知管理员。',
  unknown: '无法识别此命令，可能已更新。请刷新 Discord 后重试。',
  noQuestion: '请在提及我时附上问题，例如：“2024年大米产量是多少？”',
  tooLong: (limit) => `问题过长，请缩短到 ${limit} 个字符以内。`,
  badDay: (given) => `“${given}”不是日期，请写成 2024-05-27。`,
};

const MESSAGES: Readonly<Record<UiLanguage, Messages>> = { id, en, zh };

export function messagesIn(language: UiLanguage): Messages {
  return MESSAGES[language];
}

/** The interface language for one of Discord's locales (`id`, `en-GB`, `zh-CN`); `otherwise` where it has none. */
export function uiLanguage(locale: string | undefined, otherwise: UiLanguage = 'en'): UiLanguage {
  const base = locale?.split('-')[0];
  return UI_LANGUAGES.find((language) => language === base) ?? otherwise;
}
