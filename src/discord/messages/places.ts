// What the bot says where it may not answer. Pure.
import type { UiLanguage } from '../messages.ts';

export interface PlaceMessages {
  readonly notHere: (channels: readonly string[]) => string;
}

/** Channels named at most: a list without end helps nobody. */
const MAX_NAMED = 5;

/** A link to each channel; it pings nobody. */
function linksTo(channels: readonly string[]): string {
  const links = channels.slice(0, MAX_NAMED).map((id) => `<#${id}>`);
  return links.join(', ') + (channels.length > MAX_NAMED ? ', …' : '');
}

const MESSAGES: Readonly<Record<UiLanguage, PlaceMessages>> = {
  id: {
    notHere: (channels) =>
      channels.length === 0
        ? 'Di server ini jawaban dimatikan. Pengelola server dapat menyalakannya dengan /admin.'
        : `Di kanal ini saya tidak menjawab. Tanyakan di ${linksTo(channels)}.`,
  },
  en: {
    notHere: (channels) =>
      channels.length === 0
        ? 'Answers are switched off in this server. Whoever manages it can switch them on with /admin.'
        : `I don't answer in this channel. Please ask in ${linksTo(channels)}.`,
  },
  zh: {
    notHere: (channels) =>
      channels.length === 0
        ? '本服务器已关闭回答功能，管理员可通过 /admin 开启。'
        : `我不在此频道回答，请到${linksTo(channels)}提问。`,
  },
};

export function placeMessages(language: UiLanguage): PlaceMessages {
  return MESSAGES[language];
}
