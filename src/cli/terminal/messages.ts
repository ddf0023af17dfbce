// What the terminal says around an answer, in the three languages of Rilis. Pure.
import type { Reason, Shape } from '../../domain/answer.ts';
import type { Language } from '../../domain/release.ts';

export type UiLanguage = 'id' | 'en' | 'zh';

export interface Messages {
  readonly readAs: string;
  readonly shapes: Readonly<Record<Shape, string | undefined>>;
  readonly item: (n: number) => string;
  readonly itemOf: (n: number, of: number) => string;
  readonly reporterAsks: string;
  readonly answers: (speaker: string | undefined) => string;
  readonly says: (speaker: string) => string;
  readonly source: (name: string) => string;
  readonly speaker: (name: string) => string;
  readonly passagesIn: (language: string) => string;
  readonly latest: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly confidence: (level: string, value: string) => string;
  readonly levels: { readonly high: string; readonly medium: string; readonly low: string };
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly nearest: string;
  readonly corrects: (title: string) => string;
  readonly correctedBy: (title: string) => string;
  readonly nothingFound: string;
}

const id: Messages = {
  readAs: 'dibaca',
  shapes: {
    fact: undefined,
    who: 'siapa',
    when: 'kapan',
    where: 'di mana',
    quantity: 'berapa',
    list: 'semua butir',
    item: undefined,
    count: 'jumlah butir',
    definition: 'arti',
    'yes-no': 'ya atau tidak',
  },
  item: (n) => (n === -1 ? 'butir terakhir' : `butir ke-${n}`),
  itemOf: (n, of) => `butir ${n} dari ${of}`,
  reporterAsks: 'pertanyaan wartawan',
  answers: (speaker) => (speaker === undefined ? 'jawaban' : `jawaban ${speaker}`),
  says: (speaker) => `perkataan ${speaker}`,
  source: (name) => `sumber ${name}`,
  speaker: (name) => `kata ${name}`,
  passagesIn: (language) => `rilis berbahasa ${language}`,
  latest: 'terbaru',
  since: (day) => `sejak ${day}`,
  until: (day) => `hingga ${day}`,
  confidence: (level, value) => `Keyakinan ${level} (${value})`,
  levels: { high: 'tinggi', medium: 'sedang', low: 'rendah' },
  reasons: {
    'empty-index': 'Belum ada rilis di dalam indeks. Masukkan dengan `rilis ingest <folder>`.',
    'nothing-near': 'Tidak ada rilis yang membahas hal ini.',
    'not-answered': 'Ada rilis yang berdekatan, tetapi tidak ada yang menjawab pertanyaan ini.',
    'filtered-out': 'Tidak ada rilis dalam batas tanggal, sumber, atau bahasa itu yang menjawab.',
  },
  nearest: 'Yang paling dekat:',
  corrects: (title) => `meralat "${title}"`,
  correctedBy: (title) => `telah diralat oleh "${title}"`,
  nothingFound: 'Tidak ada yang ditemukan.',
};

const en: Messages = {
  readAs: 'read as',
  shapes: {
    fact: undefined,
    who: 'who',
    when: 'when',
    where: 'where',
    quantity: 'how much',
    list: 'every point',
    item: undefined,
    count: 'number of points',
    definition: 'meaning',
    'yes-no': 'yes or no',
  },
  item: (n) => (n === -1 ? 'the last point' : `point ${n}`),
  itemOf: (n, of) => `point ${n} of ${of}`,
  reporterAsks: "a reporter's question",
  answers: (speaker) => (speaker === undefined ? 'answer' : `answer by ${speaker}`),
  says: (speaker) => `words of ${speaker}`,
  source: (name) => `source ${name}`,
  speaker: (name) => `said by ${name}`,
  passagesIn: (language) => `releases in ${language}`,
  latest: 'newest',
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  confidence: (level, value) => `Confidence ${level} (${value})`,
  levels: { high: 'high', medium: 'medium', low: 'low' },
  reasons: {
    'empty-index': 'No release is in the index yet. Put some in with `rilis ingest <folder>`.',
    'nothing-near': 'No release deals with this.',
    'not-answered': 'There are releases near this, but none answers the question.',
    'filtered-out': 'No release within those limits of date, source or language answers this.',
  },
  nearest: 'What came nearest:',
  corrects: (title) => `corrects "${title}"`,
  correctedBy: (title) => `corrected by "${title}"`,
  nothingFound: 'Nothing found.',
};

const zh: Messages = {
  readAs: '理解为',
  shapes: {
    fact: undefined,
    who: '谁',
    when: '何时',
    where: '何处',
    quantity: '多少',
    list: '全部各点',
    item: undefined,
    count: '共几点',
    definition: '含义',
    'yes-no': '是否',
  },
  item: (n) => (n === -1 ? '最后一点' : `第${n}点`),
  itemOf: (n, of) => `第${n}点，共${of}点`,
  reporterAsks: '记者提问',
  answers: (speaker) => (speaker === undefined ? '答' : `${speaker}答`),
  says: (speaker) => `${speaker}的话`,
  source: (name) => `来源：${name}`,
  speaker: (name) => `${name}所说`,
  passagesIn: (language) => `${language} 新闻稿`,
  latest: '最新',
  since: (day) => `${day}以来`,
  until: (day) => `截至${day}`,
  confidence: (level, value) => `可信度${level}（${value}）`,
  levels: { high: '高', medium: '中', low: '低' },
  reasons: {
    'empty-index': '索引中还没有新闻稿。请先运行 `rilis ingest <文件夹>`。',
    'nothing-near': '没有新闻稿谈到这件事。',
    'not-answered': '有相近的新闻稿，但没有一篇回答这个问题。',
    'filtered-out': '在这些日期、来源或语言范围内，没有新闻稿回答这个问题。',
  },
  nearest: '最相近的内容：',
  corrects: (title) => `更正《${title}》`,
  correctedBy: (title) => `已由《${title}》更正`,
  nothingFound: '没有找到。',
};

const TABLES: Readonly<Record<UiLanguage, Messages>> = { id, en, zh };

/** The language to talk in to somebody who asks in `language`: Malay reads Indonesian, everybody else English. */
export function uiLanguage(language: Language): UiLanguage {
  if (language === 'id' || language === 'ms') return 'id';
  return language === 'zh' ? 'zh' : 'en';
}

export function messagesFor(language: UiLanguage): Messages {
  return TABLES[language];
}
