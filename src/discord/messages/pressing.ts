// What the bot says about buttons, menus and forms, in the three languages of its interface. Pure.
import type { UiLanguage } from '../messages.ts';

export interface PressingMessages {
  readonly invalid: string;
  readonly notYours: string;
  readonly share: string;
  readonly mayNotShare: string;
  readonly noWords: string;
  readonly tooManyWords: (limit: number) => string;
  readonly quoteTitle: string;
  readonly quoteLabel: string;
}

const MESSAGES: Readonly<Record<UiLanguage, PressingMessages>> = {
  id: {
    invalid: 'Tombol ini tidak berlaku lagi. Ajukan pertanyaannya sekali lagi, lalu pakai tombol yang baru.',
    notYours: 'Hanya yang bertanya yang bisa memakai tombol ini. Ajukan sendiri dengan `/tanya`.',
    share: 'Bagikan',
    mayNotShare:
      'Anda tidak boleh menulis di kanal ini. Minta izin kepada pengelola server, atau bagikan di kanal lain.',
    noWords: 'Pesan itu tidak memuat teks yang bisa dibaca. Pilih pesan yang bertuliskan kata-kata.',
    tooManyWords: (limit) =>
      `Pesan itu terlalu panjang. Salin bagian terpentingnya, paling banyak ${limit} huruf, ke \`/periksa\`.`,
    quoteTitle: 'Periksa kutipan',
    quoteLabel: 'Kutipan seperti yang Anda temukan',
  },
  en: {
    invalid: 'This button is no longer valid. Ask again and use the new one.',
    notYours: 'Only the one who asked can use this button. Ask for yourself with `/ask`.',
    share: 'Share',
    mayNotShare:
      'You may not write in this channel. Ask those who manage the server, or share it in another.',
    noWords: 'That message holds no text to read. Choose one with words in it.',
    tooManyWords: (limit) =>
      `That message is too long. Copy what matters, at most ${limit} characters, into \`/verify\`.`,
    quoteTitle: 'Check a quote',
    quoteLabel: 'The quote as you found it',
  },
  zh: {
    invalid: '此按钮已失效。请重新提问，再使用新的按钮。',
    notYours: '只有提问者可以使用此按钮。您可以用 `/提问` 自行提问。',
    share: '分享',
    mayNotShare: '您在此频道没有发言权限。请联系服务器管理员，或在其他频道分享。',
    noWords: '该消息没有可读的文字，请选择含有文字的消息。',
    tooManyWords: (limit) => `该消息过长。请将关键部分（不超过${limit}个字符）复制到 \`/核对\`。`,
    quoteTitle: '核对引文',
    quoteLabel: '您看到的引文',
  },
};

export function pressingMessages(language: UiLanguage): PressingMessages {
  return MESSAGES[language];
}
