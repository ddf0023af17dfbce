// Where a quote is from, in the small print under it. Pure.
import { DateTime } from 'luxon';
import type { Quote } from '../domain/answer.ts';
import type { ReleaseHeader } from '../domain/release.ts';
import { cutGraphemes, displayText, escapeMarkdown, safeLink } from './escape.ts';
import type { Messages, UiLanguage } from './messages.ts';

/** Longer headlines and names are cut: they are found in full behind the link. */
const MAX_TITLE = 180;
const MAX_NAME = 80;

export interface Tongue {
  readonly messages: Messages;
  readonly language: UiLanguage;
}

/** Bot-made small print: headline, date, source, host of the link, and what else a reader must know of the quote. */
export function citationLines(quote: Quote, tongue: Tongue): string {
  const { messages } = tongue;
  const lines = [headerLine(quote.header, tongue), turnLine(quote, messages)];
  if (quote.correction !== undefined) {
    const tell = quote.correction.kind === 'corrects' ? messages.corrects : messages.correctedBy;
    lines.push(`⚠ ${tell(shorten(quote.correction.header.title, MAX_TITLE))}`);
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => `-# ${line}`)
    .join('\n');
}

export function headerLine(header: ReleaseHeader, { messages, language }: Tongue): string {
  const link = safeLink(header.url);
  const other = header.language === language ? undefined : messages.inLanguage(header.language);
  return [
    `**${shorten(header.title, MAX_TITLE)}**`,
    header.publishedAt === undefined ? messages.undated : formatDay(header.publishedAt, language),
    header.source === '' ? undefined : shorten(header.source, MAX_NAME),
    link === undefined ? undefined : escapeMarkdown(link.host),
    other === undefined ? undefined : escapeMarkdown(other),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function turnLine({ role, speaker }: Quote, messages: Messages): string {
  if (role.kind === 'question') return escapeMarkdown(messages.questionTurn);
  if (role.kind === 'answer') return escapeMarkdown(messages.answerTurn(tidy(role.speaker ?? speaker)));
  return speaker === undefined ? '' : escapeMarkdown(messages.says(tidy(speaker) ?? ''));
}

function tidy(name: string | undefined): string | undefined {
  return name === undefined ? undefined : cutGraphemes(displayText(name).replace(/\s+/g, ' '), MAX_NAME);
}

/** One line of at most `length` characters before escaping. */
export function shorten(text: string, length: number): string {
  const line = displayText(text).replace(/\s+/g, ' ').trim();
  return escapeMarkdown(line.length <= length ? line : `${cutGraphemes(line, length - 1)}…`);
}

/** The calendar day of publication, as the language writes it. */
export function formatDay(publishedAt: string, language: UiLanguage): string {
  const locale = { id: 'id-ID', en: 'en-GB', zh: 'zh-CN' }[language];
  return DateTime.fromISO(publishedAt.slice(0, 10)).setLocale(locale).toLocaleString(DateTime.DATE_FULL);
}
