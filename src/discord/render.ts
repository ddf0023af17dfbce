// Answers and search results as messages that Discord takes, whatever is in them. Pure.
import type { APIComponentInContainer, APITextDisplayComponent } from 'discord.js';
import { describeReading } from '../answer/echo.ts';
import type { Answer, Quote, SearchResult } from '../domain/answer.ts';
import { ACCENT, bodyOf, divider, linkedPart, textPart, type Body } from './body.ts';
import { shareBudget } from './budget.ts';
import { citationLines, type Tongue } from './citation.ts';
import { escapeMarkdown, safeLink } from './escape.ts';
import { messagesIn, type UiLanguage } from './messages.ts';
import { questionParts, type AskedWords } from './question-part.ts';
import { quoteWithin, wordsOf } from './quote-text.ts';

/** Of Discord's 4,000 characters a message, what the bot's own lines leave to quotes and citations. */
const TEXT_BUDGET = 3_600;
/** A quote this short says nothing: fewer are shown instead. */
const LEAST_SHARE = 60;
/**
 * Of Discord's 40 components a message; a release takes up to four (section, text, button, divider). The bot's own
 * lines take seven, the container one, and two rows of five buttons twelve.
 */
const MAX_RELEASES = 5;

export interface RenderOptions {
  readonly language: UiLanguage;
  /** IANA name, for the echo of days that were read. */
  readonly timeZone: string;
  readonly ephemeral?: boolean;
  /** What was asked, to stand below, where buttons read it. */
  readonly asked?: AskedWords;
  /** A line of small print below results. */
  readonly note?: string;
}

/** Quotes of one release that stand next to each other share its citation. */
interface Group {
  readonly quotes: readonly Quote[];
  readonly citation: string;
}

export function renderAnswer(answer: Answer, options: RenderOptions): Body {
  const tongue = tongueOf(options);
  const { ephemeral = false } = options;
  const below = belowOf(options);
  const tail = [textPart(footer(answer, options, tongue)), ...below.parts];
  if (answer.kind === 'answered') {
    const parts = renderQuotes(answer.quotes, tongue, below.budget);
    return bodyOf([...parts, ...tail], { accent: ACCENT.answered, ephemeral });
  }
  const { messages } = tongue;
  const nearest = renderQuotes(answer.nearest, tongue, below.budget);
  return bodyOf(
    [
      textPart(messages.reasons[answer.reason]),
      ...(nearest.length === 0 ? [] : [textPart(`-# ${messages.nearest}`), ...nearest]),
      ...tail,
    ],
    { accent: ACCENT.unanswered, ephemeral },
  );
}

/** The question, where it is to stand below, and the characters that it leaves. */
function belowOf({ asked }: RenderOptions): {
  readonly parts: APITextDisplayComponent[];
  readonly budget: number;
} {
  const parts = asked === undefined ? [] : questionParts(asked);
  return { parts, budget: TEXT_BUDGET - parts.reduce((sum, { content }) => sum + content.length, 0) };
}

export function renderResults(results: readonly SearchResult[], options: RenderOptions): Body {
  const tongue = tongueOf(options);
  const { ephemeral = false } = options;
  const below = belowOf(options);
  if (results.length === 0) {
    const none = textPart(tongue.messages.nothingFound);
    return bodyOf([none, ...below.parts], { accent: ACCENT.unanswered, ephemeral });
  }
  const quotes = results.map(({ header, passage, text }, i) => ({
    number: i + 1,
    header,
    span: passage.span,
    text,
    role: passage.role,
  }));
  const parts = renderQuotes(quotes, tongue, below.budget);
  const note = options.note === undefined ? [] : [textPart(`-# ${escapeMarkdown(options.note)}`)];
  return bodyOf([...parts, ...note, ...below.parts], { accent: ACCENT.answered, ephemeral });
}

/** One quote alone, with its citation. */
export function renderPassage(quote: Quote, options: RenderOptions): Body {
  return bodyOf(renderQuotes([quote], tongueOf(options), TEXT_BUDGET), { accent: ACCENT.answered });
}

function tongueOf({ language }: RenderOptions): Tongue {
  return { messages: messagesIn(language), language };
}

/**
 * 1. group the quotes by release, as many releases as a message holds and as leave each quote a few `characters`
 * 2. take the citations off the budget, and as many quotes as leave each a share worth reading
 * 3. share the rest among them, marking what is cut
 * 4. say how many of a list's points are missing
 */
function renderQuotes(
  quotes: readonly Quote[],
  tongue: Tongue,
  characters: number,
): APIComponentInContainer[] {
  const groups = groupsWithin(groupByRelease(quotes, tongue).slice(0, MAX_RELEASES), characters);
  const citations = groups.reduce((sum, { citation }) => sum + citation.length + 1, 0);
  const budget = characters - citations;
  const wanted = groups.flatMap((group) => group.quotes);
  const shown = wanted.slice(0, Math.max(1, Math.floor(budget / LEAST_SHARE)));
  const lengths = shown.map((quote) => quoteWithin(wordsOf(quote), Number.MAX_SAFE_INTEGER, '').length + 1);
  const shares = shareBudget(lengths, budget);
  const parts = groups.flatMap(({ quotes: own, citation }, i) => {
    const texts = own
      .filter((quote) => shown.includes(quote))
      .map((quote) =>
        quoteWithin(wordsOf(quote), (shares[shown.indexOf(quote)] ?? 1) - 1, tongue.messages.cut),
      );
    return [...(i > 0 ? [divider] : []), ...groupParts([...texts, citation].join('\n'), own[0], tongue)];
  });
  const left = quotes.length - shown.length;
  return left === 0
    ? parts
    : [...parts, textPart(`-# ⚠ ${tongue.messages.pointsLeft(shown.length, quotes.length)}`)];
}

/** The first groups whose citations leave each a quote worth reading; never fewer than one. */
function groupsWithin(groups: readonly Group[], characters: number): readonly Group[] {
  let taken = 0;
  const count = groups.findIndex(({ citation }) => (taken += citation.length + 1 + LEAST_SHARE) > characters);
  return count === -1 ? groups : groups.slice(0, Math.max(1, count));
}

function groupParts(
  content: string,
  quote: Quote | undefined,
  { messages }: Tongue,
): APIComponentInContainer[] {
  const link = safeLink(quote?.header.url);
  return [link === undefined ? textPart(content) : linkedPart(content, link, messages.open)];
}

function groupByRelease(quotes: readonly Quote[], tongue: Tongue): Group[] {
  const groups: { quotes: Quote[]; citation: string }[] = [];
  for (const quote of quotes) {
    const citation = citationLines(quote, tongue);
    const last = groups.at(-1);
    if (last?.quotes[0]?.header.ref === quote.header.ref && last.citation === citation)
      last.quotes.push(quote);
    else groups.push({ quotes: [quote], citation });
  }
  return groups;
}

/** How the question was read, and how sure the answer is. */
function footer(answer: Answer, { language, timeZone }: RenderOptions, { messages }: Tongue): string {
  const reading = describeReading(answer.reading, { language, timeZone });
  const confidence =
    answer.kind === 'answered' ? messages.confidence(Math.round(answer.confidence * 100)) : undefined;
  const parts = [reading, confidence].filter((part) => part !== undefined);
  return parts.length === 0 ? '-# Rilis' : `-# ${escapeMarkdown(parts.join(' · '))}`;
}
