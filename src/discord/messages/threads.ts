// What the bot says of threads on its answers, in the three languages of its interface. Pure.
import type { UiLanguage } from '../messages.ts';

export interface ThreadMessages {
  readonly open: string;
  /** Of a thread on a message without a question. */
  readonly name: string;
  readonly opened: (threadId: string) => string;
  readonly openAlready: (threadId: string) => string;
  /** Where the bot reads what is written in its thread. */
  readonly write: string;
  /** Where it reads mentions and replies alone. */
  readonly mention: (botId: string) => string;
  readonly mayNot: string;
  readonly botMayNot: string;
  /** A line of the help. */
  readonly help: string;
}

const MESSAGES: Readonly<Record<UiLanguage, ThreadMessages>> = {
  id: {
    help: 'Balas jawaban dengan pertanyaan lanjutan, misalnya “dan yang keempat?”: yang tidak disebut diambil dari situ.',
    open: 'Lanjut di utas',
    name: 'Pertanyaan lanjutan',
    opened: (threadId) => `Utas dibuka: <#${threadId}>`,
    openAlready: (threadId) => `Utasnya sudah ada: <#${threadId}>`,
    write: 'Tulis pertanyaan lanjutan di sini, misalnya “dan yang keempat?” atau “kapan itu?”.',
    mention: (botId) =>
      `Tanyakan lanjutannya di sini dengan menyebut <@${botId}> atau membalas jawabannya, misalnya “dan yang keempat?” atau “kapan itu?”.`,
    mayNot: 'Anda tidak boleh membuka utas di kanal ini. Balas saja jawabannya dengan pertanyaan lanjutan.',
    botMayNot:
      'Saya tidak boleh membuka utas di kanal ini: saya memerlukan izin Create Public Threads dan Send Messages in Threads. Balas saja jawabannya dengan pertanyaan lanjutan.',
  },
  en: {
    help: 'Reply to an answer with a follow-up such as “and the fourth?”: what it leaves out is taken from there.',
    open: 'Continue in a thread',
    name: 'Follow-up questions',
    opened: (threadId) => `The thread is open: <#${threadId}>`,
    openAlready: (threadId) => `There is a thread already: <#${threadId}>`,
    write: 'Write follow-up questions here, such as “and the fourth?” or “when was that?”.',
    mention: (botId) =>
      `Ask on here by mentioning <@${botId}> or replying to an answer, such as “and the fourth?” or “when was that?”.`,
    mayNot: 'You may not open threads in this channel. Reply to the answer with your follow-up instead.',
    botMayNot:
      'I may not open threads in this channel: I need the permissions Create Public Threads and Send Messages in Threads. Reply to the answer with your follow-up instead.',
  },
  zh: {
    help: '回复答案即可继续提问，例如“那第四点呢？”，省略的内容取自前面的问题。',
    open: '在子区继续',
    name: '后续提问',
    opened: (threadId) => `子区已开启：<#${threadId}>`,
    openAlready: (threadId) => `已有子区：<#${threadId}>`,
    write: '请在这里继续提问，例如“那第四点呢？”或“什么时候？”。',
    mention: (botId) => `请在这里提及 <@${botId}> 或回复答案来继续提问，例如“那第四点呢？”或“什么时候？”。`,
    mayNot: '您无权在此频道开启子区，请直接回复答案继续提问。',
    botMayNot: '我无权在此频道开启子区，需要“创建公开子区”和“在子区内发送消息”权限。请直接回复答案继续提问。',
  },
};

export function threadMessages(language: UiLanguage): ThreadMessages {
  return MESSAGES[language];
}
