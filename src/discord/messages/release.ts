// What the bot says of a release as a whole, in the three languages of its interface. Pure.
import type { UiLanguage } from '../messages.ts';

interface ReleaseMessages {
  readonly turns: (questions: number, answers: number) => string;
  readonly lastRead: (day: string) => string;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const MESSAGES: Readonly<Record<UiLanguage, ReleaseMessages>> = {
  id: {
    turns: (questions, answers) => `${questions} pertanyaan wartawan, ${answers} jawaban`,
    lastRead: (day) => `terakhir dibaca ${day}`,
  },
  en: {
    turns: (questions, answers) =>
      `${plural(questions, "reporters' question")}, ${plural(answers, 'answer')}`,
    lastRead: (day) => `last read ${day}`,
  },
  zh: {
    turns: (questions, answers) => `记者提问${questions}个，回答${answers}个`,
    lastRead: (day) => `最近读取于${day}`,
  },
};

export function releaseMessages(language: UiLanguage): ReleaseMessages {
  return MESSAGES[language];
}
