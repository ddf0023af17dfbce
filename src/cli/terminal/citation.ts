// A quote with its words in a bar and where they stand below. Pure.
import stringWidth from 'string-width';
import type { Quote } from '../../domain/answer.ts';
import type { Role } from '../../domain/passage.ts';
import type { ReleaseHeader } from '../../domain/release.ts';
import { formatDay } from './dates.ts';
import { withMargin } from './layout.ts';
import { messagesFor, type Messages, type UiLanguage } from './messages.ts';
import { printable, printableLine } from './printable.ts';
import type { Style } from './style.ts';

const BAR = '┃';

export interface View {
  readonly style: Style;
  readonly language: UiLanguage;
}

/** Headline, date, source, then the address on a line of its own, where it can be clicked whole. */
export function citation(header: ReleaseHeader, { style, language }: View, indent: string): string {
  const { title, publishedAt, source, url, ref } = header;
  const facts = [
    style.bold(printableLine(title === '' ? ref : title)),
    ...(publishedAt === undefined ? [] : [printableLine(formatDay(publishedAt, language))]),
    ...(source === '' ? [] : [printableLine(source)]),
  ];
  const margin = { first: indent, rest: indent };
  const line = withMargin(facts.join(style.dim(' · ')), margin, style.width);
  return `${line}\n${indent}${style.dim(printableLine(url ?? ref))}`;
}

/** What a reader must know of the words beside who published them: a point's number, who speaks, a correction. */
export function roleNote(role: Role, speaker: string | undefined, words: Messages): string | undefined {
  if (role.kind === 'item') return words.itemOf(role.n, role.of);
  if (role.kind === 'question') return words.reporterAsks;
  if (role.kind === 'answer') return words.answers(speaker ?? role.speaker);
  return speaker === undefined ? undefined : words.says(speaker);
}

function notes({ role, speaker, correction }: Quote, words: Messages): readonly string[] {
  const about = roleNote(role, speaker, words);
  return [
    ...(about === undefined ? [] : [about]),
    ...(correction === undefined
      ? []
      : [words[correction.kind === 'corrects' ? 'corrects' : 'correctedBy'](correction.header.title)]),
  ].map(printableLine);
}

/** The quote's words with the decisive sentence in bold. */
function quotedWords({ text, span, key }: Quote, style: Style): string {
  if (key === undefined) return printable(text);
  const start = key.start - span.start;
  const end = key.end - span.start;
  // Bold is set line by line, so that a bar drawn between two lines stays plain.
  const decisive = printable(text.slice(start, end))
    .split('\n')
    .map((line) => style.bold(line));
  return printable(text.slice(0, start)) + decisive.join('\n') + printable(text.slice(end));
}

/** `[1] ┃ words`, wrapped, with notes beneath. */
export function quoteBlock(quote: Quote, { style, language }: View): string {
  const mark = `[${quote.number}]`;
  const blank = ' '.repeat(stringWidth(mark));
  const bar = style.accent(BAR);
  const margin = { first: `${style.dim(mark)} ${bar} `, rest: `${blank} ${bar} ` };
  const words = withMargin(quotedWords(quote, style), margin, style.width);
  const below = notes(quote, messagesFor(language)).map(
    (note) => `${blank} ${bar} ${style.dim(`— ${note}`)}`,
  );
  return [words, ...below].join('\n');
}

/** Quotes in order, those of one release above one citation. */
export function quoteBlocks(quotes: readonly Quote[], view: View): string {
  const groups: Quote[][] = [];
  for (const quote of quotes) {
    const last = groups.at(-1);
    if (last?.[0]?.header.ref === quote.header.ref) last.push(quote);
    else groups.push([quote]);
  }
  return groups.map((group) => groupBlock(group, view)).join('\n\n');
}

function groupBlock(group: readonly Quote[], view: View): string {
  const header = group[0]?.header;
  const indent = ' '.repeat(stringWidth(`[${group[0]?.number ?? 1}]`) + 1);
  const blocks = group.map((quote) => quoteBlock(quote, view));
  return [...blocks, ...(header === undefined ? [] : [citation(header, view, indent)])].join('\n');
}
