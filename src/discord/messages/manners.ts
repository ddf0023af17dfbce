// What the bot says to those who have to wait, and until when. Pure.
import type { Wait } from '../manners.ts';
import type { UiLanguage } from '../messages.ts';

type Why = Wait['why'];

interface MannersMessages {
  readonly why: Readonly<Record<Why, string>>;
  readonly again: (seconds: number) => string;
}

const MESSAGES: Readonly<Record<UiLanguage, MannersMessages>> = {
  id: {
    why: {
      member: 'Pertanyaan Anda datang terlalu cepat.',
      guild: 'Server ini sedang banyak sekali bertanya.',
      everybody: 'Saat ini terlalu banyak yang bertanya.',
      unfinished: 'Pertanyaan Anda yang sebelumnya masih dikerjakan.',
    },
    again: (seconds) => `Coba lagi dalam ${seconds} detik.`,
  },
  en: {
    why: {
      member: 'You are asking too quickly.',
      guild: 'Very many questions are being asked in this server.',
      everybody: 'Too many people are asking right now.',
      unfinished: 'Your last question is still being worked on.',
    },
    again: (seconds) => `Please try again in ${seconds} second${seconds === 1 ? '' : 's'}.`,
  },
  zh: {
    why: {
      member: '您提问太快了。',
      guild: '本服务器的提问过多。',
      everybody: '当前提问的人太多。',
      unfinished: '您的上一个问题仍在处理中。',
    },
    again: (seconds) => `请在${seconds}秒后再试。`,
  },
};

export function waitMessage({ why, ms }: Wait, language: UiLanguage): string {
  const messages = MESSAGES[language];
  const space = language === 'zh' ? '' : ' ';
  return `${messages.why[why]}${space}${messages.again(Math.ceil(ms / 1_000))}`;
}
