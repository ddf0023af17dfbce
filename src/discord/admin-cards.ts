// A server's settings, and what came of a document, as messages that Discord takes. Pure.
import type { GuildSettings } from '../guilds.ts';
import type { Added } from '../keeper.ts';
import { ACCENT, bodyOf, textPart, type Body } from './body.ts';
import { shorten } from './citation.ts';
import { GUILD_LIMIT, MEMBER_LIMIT } from './manners.ts';
import type { UiLanguage } from './messages.ts';
import { adminMessages } from './messages/admin.ts';

/** Names of a list that are shown, and characters of each; escaping may double them, and 4,000 is the limit. */
const MAX_NAMED = 12;
const MAX_NAME = 60;
const MAX_REJECTED = 5;
const MAX_REASON = 150;

const LANGUAGES: Readonly<Record<string, string>> = { id: 'Bahasa Indonesia', en: 'English', zh: '中文' };

export interface SettingsView {
  readonly ownReleases: number;
  readonly language: UiLanguage;
  /** Of the bot, where the server has none of its own. */
  readonly defaultTimeZone: string;
}

export function renderSettings(
  settings: GuildSettings,
  { ownReleases, language, defaultTimeZone }: SettingsView,
): Body {
  const messages = adminMessages(language);
  const list = (names: readonly string[] | undefined): string => {
    if (names === undefined) return messages.all;
    const left = names.length - MAX_NAMED;
    return names.length === 0
      ? messages.none
      : names.slice(0, MAX_NAMED).join(', ') + (left > 0 ? ` … +${left}` : '');
  };
  const lines = [
    [messages.sources, list(settings.sources?.map((name) => shorten(name, MAX_NAME)))],
    [messages.channels, list(settings.channels?.map((channel) => `<#${channel}>`))],
    [messages.language, LANGUAGES[settings.language ?? 'en'] ?? ''],
    [messages.timeZone, shorten(settings.timeZone ?? defaultTimeZone, MAX_NAME)],
    [messages.answers, settings.privateAnswers === true ? messages.private : messages.public],
    [messages.memberLimit, messages.perMinute(settings.memberLimit ?? MEMBER_LIMIT)],
    [messages.guildLimit, messages.perMinute(settings.guildLimit ?? GUILD_LIMIT)],
  ].map(([label = '', value = '']) => `**${label}**: ${value}`);
  const text = [`### ${messages.title}`, ...lines, `-# ${messages.ownReleases(ownReleases)}`].join('\n');
  return bodyOf([textPart(text)], { accent: ACCENT.answered });
}

/** What was taken of a document, and why the rest was not. */
export function renderAdded({ rejected, ...counts }: Added, language: UiLanguage): Body {
  const messages = adminMessages(language);
  const reasons = rejected
    .slice(0, MAX_REJECTED)
    .map(({ path, reason }) => `- ${shorten(path, MAX_NAME)}: ${shorten(reason, MAX_REASON)}`);
  const lines = [
    messages.taken(counts),
    ...(rejected.length > 0 ? [messages.rejected(rejected.length), ...reasons] : []),
    ...(rejected.length > MAX_REJECTED ? [`-# … +${rejected.length - MAX_REJECTED}`] : []),
  ];
  return bodyOf([textPart(lines.join('\n'))], {
    accent: rejected.length > 0 ? ACCENT.notice : ACCENT.answered,
  });
}
