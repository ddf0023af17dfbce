// What the bot says around its quotes, in the three languages of its interface. Pure.
import type { Reason } from '../domain/answer.ts';

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

/** The interface language for one of Discord's locales (`id`, `en-GB`, `zh-CN`); English where it has none. */
export function uiLanguage(locale: string | undefined): UiLanguage {
  const base = locale?.split('-')[0];
  return UI_LANGUAGES.find((language) => language === base) ?? 'en';
}
