// A release at a glance, as a message that Discord takes. Pure.
import { DateTime } from 'luxon';
import type { Outline, PointList } from '../domain/outline.ts';
import { headerOf, type Release } from '../domain/release.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import type { Revision } from '../library.ts';
import { ACCENT, bodyOf, divider, linkedPart, textPart, type Body } from './body.ts';
import { formatDay, headerLine, shorten, type Tongue } from './citation.ts';
import { safeLink } from './escape.ts';
import { releaseMessages } from './messages/release.ts';
import { messagesIn, type UiLanguage } from './messages.ts';
import { quoteWithin } from './quote-text.ts';

/** Characters of a message that its parts share; Discord takes 4,000. */
const TEXT_BUDGET = 3_600;
/** What headings and points may take of them, so that enough is left for the text itself. */
const OUTLINE_BUDGET = 1_600;
/** Of a heading or the beginning of a point: enough to know it by. */
const MAX_LINE = 90;

export interface CardOptions {
  /** Newest first. */
  readonly revisions: readonly Revision[];
  readonly language: UiLanguage;
}

/** Header, the start of the text, its outline with the beginnings of all points, how often it was revised. */
export function renderCard(release: Release, { revisions, language }: CardOptions): Body {
  const tongue = { messages: messagesIn(language), language };
  const head = headerLine(headerOf(release), tongue);
  const lines = [...outlineLines(release, language), ...revisionLines(revisions, tongue)];
  const tail = withinBudget(lines).join('\n');
  const room = TEXT_BUDGET - head.length - tail.length - 1;
  const content = `${head}\n${quoteWithin({ text: release.text }, room, tongue.messages.cut)}`;
  const link = safeLink(release.url);
  return bodyOf(
    [
      link === undefined ? textPart(content) : linkedPart(content, link, tongue.messages.open),
      ...(tail === '' ? [] : [divider, textPart(tail)]),
    ],
    { accent: ACCENT.answered },
  );
}

/** Headings, lists and turns in the order of the text. */
function outlineLines({ text, outline }: Release, language: UiLanguage): readonly string[] {
  const beginning = (span: Span): string => shorten(sliceSpan(text, span), MAX_LINE);
  const headings = outline.headings.map(({ span }) => ({
    at: span.start,
    lines: [`-# **${beginning(span)}**`],
  }));
  const lists = outline.lists.map((list) => ({
    at: (list.announcement ?? list.points[0]?.span)?.start ?? 0,
    lines: listLines(list, { beginning, language }),
  }));
  const ordered = [...headings, ...lists].sort((one, other) => one.at - other.at);
  return [...ordered.flatMap(({ lines }) => lines), ...turnLines(outline, language)];
}

interface ListContext {
  readonly beginning: (span: Span) => string;
  readonly language: UiLanguage;
}

function listLines({ announcement, points }: PointList, { beginning, language }: ListContext): string[] {
  const count = messagesIn(language).list(points.length);
  const head = announcement === undefined ? count : `${count}: ${beginning(announcement)}`;
  return [`-# ${head}`, ...points.map(({ n, span }) => `-# ${n} · ${beginning(span)}`)];
}

function turnLines({ turns }: Outline, language: UiLanguage): string[] {
  const questions = turns.filter(({ role }) => role === 'question').length;
  const answers = turns.filter(({ role }) => role === 'answer').length;
  return questions + answers === 0 ? [] : [`-# ${releaseMessages(language).turns(questions, answers)}`];
}

function revisionLines(revisions: readonly Revision[], { messages, language }: Tongue): string[] {
  const [newest] = revisions;
  if (newest === undefined || revisions.length < 2) return [];
  const read = DateTime.fromISO(newest.readAt, { zone: 'utc' }).toISODate() ?? newest.readAt;
  const since = releaseMessages(language).lastRead(formatDay(read, language));
  return [`-# ${messages.revisions(revisions.length)} · ${since}`];
}

/** The lines that fit, and how many more there are. */
function withinBudget(lines: readonly string[]): readonly string[] {
  let taken = 0;
  const count = lines.findIndex((line) => (taken += line.length + 1) > OUTLINE_BUDGET);
  return count === -1 ? lines : [...lines.slice(0, count), `-# … \\+${lines.length - count}`];
}
