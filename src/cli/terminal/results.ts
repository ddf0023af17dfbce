// Search results and lists of releases as a person reads them in a terminal. Pure.
import stringWidth from 'string-width';
import type { SearchResult } from '../../domain/answer.ts';
import type { Match } from '../../domain/follow.ts';
import type { Release, ReleaseHeader } from '../../domain/release.ts';
import type { Revision } from '../records.ts';
import { citation, roleNote, type View } from './citation.ts';
import { padColumns, withMargin, wrap } from './layout.ts';
import { messagesFor, uiLanguage } from './messages.ts';
import { printable, printableLine } from './printable.ts';
import type { Style } from './style.ts';

const DAY_WIDTH = 'YYYY-MM-DD'.length;
const LANGUAGE_WIDTH = 'und'.length;

function resultBlock(result: SearchResult, place: number, view: View): string {
  const { style, language } = view;
  const mark = `${place}.`;
  const blank = ' '.repeat(stringWidth(mark));
  const bar = style.accent('┃');
  const words = withMargin(
    printable(result.text),
    { first: `${style.dim(mark)} ${bar} `, rest: `${blank} ${bar} ` },
    style.width,
  );
  const note = roleNote(result.passage.role, undefined, messagesFor(language));
  const facts = [...(note === undefined ? [] : [note]), result.score.toFixed(2)]
    .map(printableLine)
    .join(' · ');
  return `${words}\n${citation(result.header, view, `${blank} `)} ${style.dim(`· ${facts}`)}`;
}

/** Ranked passages, best first, ending in a line break. */
export function renderResults(results: readonly SearchResult[], view: View): string {
  if (results.length === 0) return `${messagesFor(view.language).nothingFound}\n`;
  return `${results.map((result, i) => resultBlock(result, i + 1, view)).join('\n\n')}\n`;
}

/** What a topic found, best first, each with the reason: words of the topic, and the nearness in meaning. */
export function renderMatches(matches: readonly Match[], view: View): string {
  const { style, language } = view;
  if (matches.length === 0) return `${messagesFor(language).nothingFound}\n`;
  const bar = `${style.accent('┃')} `;
  const blocks = matches.map(({ header, text, reason }) => {
    const words = withMargin(printable(text), { first: bar, rest: bar }, style.width);
    const facts = [...reason.words, reason.cosine.toFixed(2)].map(printableLine).join(' · ');
    return `${words}\n${citation(header, view, '')} ${style.dim(`· ${facts}`)}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

/** One line a release: day, language, headline, ref. */
export function renderHeader({ publishedAt, language, title, ref }: ReleaseHeader, style: Style): string {
  const day = padColumns(printableLine(publishedAt?.slice(0, 10) ?? ''), DAY_WIDTH);
  const facts = [style.dim(day), padColumns(language, LANGUAGE_WIDTH), style.bold(printableLine(title))];
  return `${facts.join(' ')} ${style.dim(printableLine(ref))}\n`;
}

/** Headline, citation facts and the whole text. */
export function renderRelease(release: Release, style: Style): string {
  const head = citation(release, { style, language: uiLanguage(release.language) }, '');
  const text = wrap(printable(release.text), style.width).join('\n');
  return `${head}\n\n${text}\n`;
}

/** One line a revision, oldest last. */
export function renderRevision({ revision, title, readAt, current }: Revision, style: Style): string {
  const mark = current ? style.accent('*') : ' ';
  return `${mark} ${revision.slice(0, 12)} ${style.dim(readAt)} ${printableLine(title)}\n`;
}
