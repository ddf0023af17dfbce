// A window of a release, and the points of a list, as messages that Discord takes. Pure.
import type { PointList } from '../domain/outline.ts';
import { headerOf, type Release } from '../domain/release.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import { ACCENT, bodyOf, linkedPart, textPart, type Body } from './body.ts';
import { pagesOf } from './budget.ts';
import { headerLine, shorten, type Tongue } from './citation.ts';
import { safeLink } from './escape.ts';
import { actionMessages } from './messages/actions.ts';
import { messagesIn, type UiLanguage } from './messages.ts';
import { quoteWithin } from './quote-text.ts';
import type { Window } from './window.ts';

/** Characters of a message for quotes and citation; Discord takes 4,000. */
const TEXT_BUDGET = 3_600;
const MAX_ANNOUNCEMENT = 300;

export interface WindowOptions {
  readonly window: Window;
  /** Set in bold where it is within the window; nothing is where it is empty. */
  readonly quote: Span;
  readonly language: UiLanguage;
}

/** The words of a window with what was quoted of them in bold, and where in the release they stand. */
export function renderWindow(release: Release, { window, quote, language }: WindowOptions): Body {
  const tongue = { messages: messagesIn(language), language };
  const { span, first, last, of } = window;
  const small = smallPrint(release, actionMessages(language).partsOf(first, last, of), tongue);
  const key = {
    start: Math.max(quote.start, span.start) - span.start,
    end: Math.min(quote.end, span.end) - span.start,
  };
  const words = { text: sliceSpan(release.text, span), ...(key.end > key.start ? { key } : {}) };
  const content = `${quoteWithin(words, TEXT_BUDGET - small.length - 1, tongue.messages.cut)}\n${small}`;
  return cardOf(content, release, tongue);
}

function smallPrint(release: Release, position: string, tongue: Tongue): string {
  return `-# ${headerLine(headerOf(release), tongue)}\n-# ${position}`;
}

function cardOf(content: string, { url }: Release, { messages }: Tongue): Body {
  const link = safeLink(url);
  return bodyOf([link === undefined ? textPart(content) : linkedPart(content, link, messages.open)], {
    accent: ACCENT.answered,
  });
}

export interface PointsOptions {
  readonly list: PointList;
  /** From 0; one beyond the last gives the last. */
  readonly page: number;
  readonly language: UiLanguage;
}

export interface PointsCard {
  readonly body: Body;
  readonly page: number;
  readonly pages: number;
}

/** A page of a list's points in order, under the sentence that announces them. */
export function renderPoints(release: Release, { list, page, language }: PointsOptions): PointsCard {
  const tongue = { messages: messagesIn(language), language };
  const { announcement, points } = list;
  const head =
    announcement === undefined ? '' : shorten(sliceSpan(release.text, announcement), MAX_ANNOUNCEMENT);
  const positionOf = (first: number, last: number): string =>
    actionMessages(language).pointsOf(first, last, points.length);
  const longest = smallPrint(release, positionOf(points.length, points.length), tongue);
  const budget = TEXT_BUDGET - head.length - longest.length - 2;
  const quoted = points.map(({ span }) =>
    quoteWithin({ text: sliceSpan(release.text, span) }, budget, tongue.messages.cut),
  );
  const pages = pagesOf(
    quoted.map(({ length }) => length + 1),
    budget,
  );
  const at = Math.min(page, pages.length - 1);
  const shown = pages[at] ?? { start: 0, end: 0 };
  const small = smallPrint(release, positionOf(shown.start + 1, shown.end), tongue);
  const content = [head, ...quoted.slice(shown.start, shown.end), small].filter((line) => line !== '');
  return { body: cardOf(content.join('\n'), release, tongue), page: at, pages: pages.length };
}
