// What the bot says on the buttons below an answer and in what they open, in the three languages of its interface. Pure.
import type { UiLanguage } from '../messages.ts';

export interface ActionMessages {
  readonly context: string;
  readonly read: string;
  readonly quote: (n: number) => string;
  readonly partsOf: (first: number, last: number, all: number) => string;
  readonly quotePassage: string;
  readonly choosePassage: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly more: string;
  readonly points: (all: number) => string;
  readonly pointsOf: (first: number, last: number, all: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly page: (n: number) => string;
  readonly cited: string;
  readonly restsOn: (releases: number) => string;
  readonly changed: string;
  readonly unchanged: string;
  readonly goneReleases: (count: number) => string;
  readonly gone: string;
  readonly useful: string;
  readonly notUseful: string;
  readonly thanks: string;
  readonly thanksForNo: string;
  /** To whoever presses once more. */
  readonly countedAlready: string;
}

function range(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}

const MESSAGES: Readonly<Record<UiLanguage, ActionMessages>> = {
  id: {
    context: 'Konteks',
    read: 'Baca',
    quote: (n) => `Kutipan ${n}`,
    partsOf: (first, last, all) => `bagian ${range(first, last)} dari ${all}`,
    quotePassage: 'Kutip petikan',
    choosePassage: 'Pilih petikan yang akan dikirim ke kanal ini',
    pageOf: (page, pages) => `halaman ${page} dari ${pages}`,
    more: 'Petikan lain',
    points: (all) => `Semua ${all} butir`,
    pointsOf: (first, last, all) => `butir ${range(first, last)} dari ${all}`,
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    page: (n) => `halaman ${n}`,
    cited: 'Sumber',
    restsOn: (releases) => `Jawaban ini bersandar pada ${releases} rilis:`,
    changed: 'teksnya sudah berubah sejak dikutip',
    unchanged: 'teksnya masih seperti yang dikutip',
    goneReleases: (count) => `${count} rilis tidak tersedia lagi.`,
    gone: 'Rilis itu tidak tersedia lagi. Ajukan pertanyaannya sekali lagi.',
    useful: 'Berguna',
    notUseful: 'Tidak berguna',
    thanks: 'Terima kasih. Pendapat ini dicatat tanpa nama.',
    thanksForNo: 'Terima kasih. Pendapat ini dicatat tanpa nama; coba tanyakan dengan kata-kata lain.',
    countedAlready: 'Pendapat Anda tentang jawaban ini sudah dicatat, tanpa nama.',
  },
  en: {
    context: 'Context',
    read: 'Read',
    quote: (n) => `Quote ${n}`,
    partsOf: (first, last, all) => `part ${range(first, last)} of ${all}`,
    quotePassage: 'Quote a passage',
    choosePassage: 'Choose the passage to post in this channel',
    pageOf: (page, pages) => `page ${page} of ${pages}`,
    more: 'More passages',
    points: (all) => `All ${all} points`,
    pointsOf: (first, last, all) => `point ${range(first, last)} of ${all}`,
    previous: 'Previous',
    next: 'Next',
    page: (n) => `page ${n}`,
    cited: 'Sources',
    restsOn: (releases) => `This answer rests on ${releases} release${releases === 1 ? '' : 's'}:`,
    changed: 'its text was changed since it was quoted',
    unchanged: 'its text is still as quoted',
    goneReleases: (count) => `${count} release${count === 1 ? ' is' : 's are'} no longer available.`,
    gone: 'That release is no longer available. Ask the question once more.',
    useful: 'Useful',
    notUseful: 'Not useful',
    thanks: 'Thank you. This is counted without your name.',
    thanksForNo: 'Thank you. This is counted without your name; try asking in other words.',
    countedAlready: 'What you think of this answer is counted already, without your name.',
  },
  zh: {
    context: '上下文',
    read: '阅读',
    quote: (n) => `引文${n}`,
    partsOf: (first, last, all) => `第${range(first, last)}部分，共${all}部分`,
    quotePassage: '引用一段',
    choosePassage: '选择要发送到此频道的段落',
    pageOf: (page, pages) => `第${page}页，共${pages}页`,
    more: '更多段落',
    points: (all) => `全部${all}点`,
    pointsOf: (first, last, all) => `第${range(first, last)}点，共${all}点`,
    previous: '上一页',
    next: '下一页',
    page: (n) => `第${n}页`,
    cited: '出处',
    restsOn: (releases) => `此回答依据${releases}篇新闻稿：`,
    changed: '引用之后原文已有改动',
    unchanged: '原文与引用时一致',
    goneReleases: (count) => `有${count}篇新闻稿已无法查看。`,
    gone: '该新闻稿已无法查看，请重新提问。',
    useful: '有用',
    notUseful: '没用',
    thanks: '谢谢。此反馈不记录姓名。',
    thanksForNo: '谢谢。此反馈不记录姓名；可以换个说法再问。',
    countedAlready: '您对此回答的反馈已记录，且不记录姓名。',
  },
};

export function actionMessages(language: UiLanguage): ActionMessages {
  return MESSAGES[language];
}
