// Notices of what is new on followed topics, as messages that Discord takes. Pure.
import type { APIComponentInContainer } from 'discord.js';
import type { Match, MatchReason } from '../domain/follow.ts';
import { ACCENT, bodyOf, divider, linkedPart, textPart, type Body } from './body.ts';
import { shareBudget } from './budget.ts';
import { headerLine, shorten, type Tongue } from './citation.ts';
import { escapeMarkdown, safeLink } from './escape.ts';
import { followMessages } from './messages/follows.ts';
import { messagesIn, type UiLanguage } from './messages.ts';
import { quoteWithin } from './quote-text.ts';

/** Of Discord's 4,000 characters a message, what quotes and citations may take. */
const TEXT_BUDGET = 3_500;
/** Of Discord's 40 components a message; a quote takes up to four (section, text, button, divider). */
const MAX_QUOTES = 8;
/** A quote shorter than this says nothing. */
const LEAST_SHARE = 80;
const MAX_TOPIC = 60;
const MAX_TOPICS = 5;
const MAX_WORDS = 80;

/** A match and the topic that it is told for. */
export interface ToldMatch extends Match {
  readonly topic: string;
}

export interface NoticeOptions {
  readonly language: UiLanguage;
  /** Notices that wait for the next digest. */
  readonly left?: number;
  /** Passages that will not be told: there were too many. */
  readonly missed?: number;
  /** Id of the outer component, by which the post is found again in its channel. */
  readonly mark?: number;
}

/** The matches as one message; a passage that several topics match is shown once. `told` is not empty. */
export function renderNotice(told: readonly ToldMatch[], options: NoticeOptions): Body {
  const { language, left = 0, missed = 0, mark } = options;
  const own = followMessages(language);
  const heading = own.heading(passagesOf(told).length, topicList(told));
  const { parts, hidden } = matchParts(told, { language, budget: TEXT_BUDGET - heading.length });
  const tail = [
    ...(hidden + missed > 0 ? [own.hidden(hidden + missed)] : []),
    ...(left > 0 ? [own.left(left)] : []),
    own.manage,
  ];
  const small = tail.map((line) => `-# ${line}`).join('\n');
  const body = bodyOf([textPart(heading), ...parts, textPart(small)], { accent: ACCENT.answered });
  return mark === undefined ? body : marked(body, mark);
}

/** The body with `id` as that of its outer component, by which it is found again in its channel. */
export function marked(body: Body, id: number): Body {
  const [first, ...rest] = body.components;
  return first === undefined ? body : { ...body, components: [{ ...first, id }, ...rest] };
}

interface PartOptions {
  readonly language: UiLanguage;
  /** Characters that all parts may take. */
  readonly budget: number;
}

export interface MatchParts {
  readonly parts: readonly APIComponentInContainer[];
  /** Passages that found no room. */
  readonly hidden: number;
}

/** Quotes with citation and reason, as many as leave each of them words worth reading; long ones are cut and marked. */
export function matchParts(told: readonly ToldMatch[], { language, budget }: PartOptions): MatchParts {
  const tongue = { messages: messagesIn(language), language };
  const passages = passagesOf(told);
  const fitting = withinBudget(
    passages.map((matches) => smallPrint(matches, tongue)),
    budget,
  );
  const room = budget - fitting.reduce((sum, line) => sum + line.length + 1, 0);
  const shown = passages.slice(0, fitting.length).map(([match]) => match);
  const whole = shown.map((match) => quoteWithin({ text: match?.text ?? '' }, Infinity, '').length);
  const shares = shareBudget(whole, room);
  const parts = shown.flatMap((match, i) => {
    const quote = quoteWithin({ text: match?.text ?? '' }, shares[i] ?? 0, tongue.messages.cut);
    const content = `${quote}\n${fitting[i] ?? ''}`;
    const link = safeLink(match?.header.url);
    return [
      ...(i > 0 ? [divider] : []),
      link === undefined ? textPart(content) : linkedPart(content, link, tongue.messages.open),
    ];
  });
  return { parts, hidden: passages.length - shown.length };
}

/** The first lines, as many as leave each quote its least share; never fewer than one. */
function withinBudget(lines: readonly string[], budget: number): readonly string[] {
  let taken = 0;
  const count = lines.findIndex((line) => (taken += line.length + 1 + LEAST_SHARE) > budget);
  return lines.slice(0, Math.min(MAX_QUOTES, count === -1 ? lines.length : Math.max(1, count)));
}

/** Matches of one passage together, in the order in which passages first come. */
function passagesOf(told: readonly ToldMatch[]): readonly (readonly ToldMatch[])[] {
  const passages = new Map<string, ToldMatch[]>();
  for (const match of told) {
    const key = JSON.stringify([match.header.ref, match.header.revision, match.span]);
    passages.set(key, [...(passages.get(key) ?? []), match]);
  }
  return [...passages.values()];
}

function topicList(told: readonly ToldMatch[]): string {
  const topics = [...new Set(told.map(({ topic }) => topic))];
  const left = topics.length - MAX_TOPICS;
  return [
    ...topics.slice(0, MAX_TOPICS).map((topic) => `**${shorten(topic, MAX_TOPIC)}**`),
    ...(left > 0 ? [`… \\+${left}`] : []),
  ].join(', ');
}

/** Where the quote is from, and why it is told. */
function smallPrint(matches: readonly ToldMatch[], tongue: Tongue): string {
  const [first] = matches;
  if (first === undefined) return '';
  const reasons = matches
    .slice(0, MAX_TOPICS)
    .map(({ topic, reason }) =>
      matches.length === 1
        ? reasonLine(reason, tongue.language)
        : `${shorten(topic, MAX_TOPIC)}: ${reasonLine(reason, tongue.language)}`,
    );
  return [headerLine(first.header, tongue), ...reasons].map((line) => `-# ${line}`).join('\n');
}

/** For example `kata: beras, produksi · makna 0,71`. */
function reasonLine({ words, cosine }: MatchReason, language: UiLanguage): string {
  const own = followMessages(language);
  const nearness = cosine.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return [
    ...(words.length === 0 ? [] : [own.words(shorten(words.join(', '), MAX_WORDS))]),
    own.meaning(escapeMarkdown(nearness)),
  ].join(' · ');
}
