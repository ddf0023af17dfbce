// Headlines, checked quotes, sources and help as messages that Discord takes. Pure.
import type { APIComponentInContainer } from 'discord.js';
import type { SourceSummary } from '../app.ts';
import type { Verification, VerifyMatch } from '../answer/verify.ts';
import type { ReleaseHeader } from '../domain/release.ts';
import type { Holdings } from '../library.ts';
import { ACCENT, bodyOf, divider, linkedPart, textPart, type Body } from './body.ts';
import { formatDay, headerLine, shorten, type Tongue } from './citation.ts';
import { escapeMarkdown, safeLink } from './escape.ts';
import { actionMessages } from './messages/actions.ts';
import { messagesIn, type UiLanguage } from './messages.ts';
import { threadMessages } from './messages/threads.ts';
import { quoteWithin } from './quote-text.ts';

/** Characters of a message that its parts share; Discord takes 4,000. */
const TEXT_BUDGET = 3_600;
const MAX_LINES = 12;
const MAX_LINE = 180;
const MAX_CHANGES = 6;
/** Releases that leave each its whole headline. */
const MAX_CITED = 5;

function tongueOf(language: UiLanguage): Tongue {
  return { messages: messagesIn(language), language };
}

function withLink(content: string, url: string | undefined, { messages }: Tongue): APIComponentInContainer[] {
  const link = safeLink(url);
  return [link === undefined ? textPart(content) : linkedPart(content, link, messages.open)];
}

/** A release that an answer rests on, as it was quoted. */
export interface CitedRelease {
  readonly header: ReleaseHeader;
  readonly revisions: number;
  /** Whether it reads otherwise by now. */
  readonly changed: boolean;
}

/** The releases that an answer rests on, each with whether it still reads so; undefined where it is gone. */
export function renderCited(releases: readonly (CitedRelease | undefined)[], language: UiLanguage): Body {
  const tongue = tongueOf(language);
  const messages = actionMessages(language);
  const found = releases.filter((release) => release !== undefined).slice(0, MAX_CITED);
  const gone = releases.filter((release) => release === undefined).length;
  const parts = found.flatMap(({ header, revisions, changed }) => {
    const state = [
      changed ? `⚠ ${messages.changed}` : messages.unchanged,
      ...(revisions > 1 ? [tongue.messages.revisions(revisions)] : []),
    ].join(' · ');
    return withLink(`${headerLine(header, tongue)}\n-# ${state}`, header.url, tongue);
  });
  const tail = gone > 0 ? [textPart(`-# ${messages.goneReleases(gone)}`)] : [];
  return bodyOf([textPart(messages.restsOn(found.length)), ...parts, ...tail], { accent: ACCENT.answered });
}

/** Releases one a line. */
export function renderHeaders(headers: readonly ReleaseHeader[], language: UiLanguage): Body {
  const tongue = tongueOf(language);
  if (headers.length === 0) return nothing(tongue.messages.noReleases);
  return bodyOf([textPart(headers.map((header) => headerLine(header, tongue)).join('\n'))], {
    accent: ACCENT.answered,
  });
}

function nothing(message: string): Body {
  return bodyOf([textPart(message)], { accent: ACCENT.unanswered });
}

/** A match with the release it is in; undefined where that was removed meanwhile. */
export interface CitedMatch {
  readonly match: VerifyMatch;
  readonly header: ReleaseHeader | undefined;
}

/** Whether a pasted quote is in the releases, and what they say in its place. */
export function renderVerification(
  { verdict }: Verification,
  { matches, language }: { readonly matches: readonly CitedMatch[]; readonly language: UiLanguage },
): Body {
  const tongue = tongueOf(language);
  const { messages } = tongue;
  const share = Math.floor(TEXT_BUDGET / (matches.length + 1));
  const parts = matches.flatMap(({ match, header }) => [
    divider,
    ...withLink(matchLines(match, { header, share, tongue }), header?.url, tongue),
  ]);
  const accent = { exact: ACCENT.answered, altered: ACCENT.notice, 'not found': ACCENT.unanswered }[verdict];
  return bodyOf([textPart(messages.verdicts[verdict]), ...parts], { accent });
}

interface MatchContext {
  readonly header: ReleaseHeader | undefined;
  readonly share: number;
  readonly tongue: Tongue;
}

function matchLines({ text, changes }: VerifyMatch, { header, share, tongue }: MatchContext): string {
  const { messages } = tongue;
  const citation = header === undefined ? '' : `-# ${headerLine(header, tongue)}`;
  const changed = changes
    .slice(0, MAX_CHANGES)
    .map(({ pasted, actual }) => `-# ~~${shown(pasted)}~~ → **${shown(actual)}**`);
  const rest = [...changed, citation].join('\n');
  return [quoteWithin({ text }, Math.max(0, share - rest.length - 1), messages.cut), rest]
    .filter((line) => line !== '')
    .join('\n');
}

/** Words of a change; a dash where there are none. */
function shown(words: string): string {
  return words === '' ? '—' : shorten(words, MAX_LINE / 2);
}

export function renderSources(sources: readonly SourceSummary[], language: UiLanguage): Body {
  const { messages } = tongueOf(language);
  if (sources.length === 0) return nothing(messages.noReleases);
  const lines = sources.slice(0, MAX_LINES).map(({ source, releases, latest }) => {
    const name = source === '' ? escapeMarkdown(messages.noSource) : shorten(source, MAX_LINE);
    const newest = latest === undefined ? '' : ` · ${formatDay(latest, language)}`;
    return `**${name}** · ${messages.releases(releases)}${newest}`;
  });
  const left = sources.length - lines.length;
  return bodyOf([textPart([...lines, ...(left > 0 ? [`-# … +${left}`] : [])].join('\n'))], {
    accent: ACCENT.answered,
  });
}

export function renderHoldings({ releases, passages, model, sound }: Holdings, language: UiLanguage): Body {
  const { messages } = tongueOf(language);
  const lines = [
    messages.holds(releases, passages),
    `-# ${escapeMarkdown(model)}`,
    sound ? messages.sound : messages.unsound,
  ];
  return bodyOf([textPart(lines.join('\n'))], { accent: sound ? ACCENT.answered : ACCENT.notice });
}

/** A command as its help names it. */
export interface HelpLine {
  readonly name: string;
  readonly description: string;
}

/** The help for slash commands and for those in the menu of a message. */
export function renderHelp(
  commands: readonly HelpLine[],
  menus: readonly HelpLine[],
  language: UiLanguage,
): Body {
  const { messages } = tongueOf(language);
  const line = (sign: string, { name, description }: HelpLine): string =>
    `**${sign}${escapeMarkdown(name)}** — ${escapeMarkdown(description)}`;
  const lines = [
    messages.promise,
    threadMessages(language).help,
    '',
    ...commands.map((one) => line('/', one)),
    '',
    messages.inMenus,
    ...menus.map((one) => line('', one)),
  ];
  return bodyOf([textPart(lines.join('\n'))], { accent: ACCENT.answered });
}
