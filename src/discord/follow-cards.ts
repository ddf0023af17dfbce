// What somebody follows, as messages that Discord takes. Pure.
import {
  ComponentType,
  type APIActionRowComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
} from 'discord.js';
import { destinationOf, type Follow, type Match } from '../domain/follow.ts';
import { ACCENT, bodyOf, textPart, type Body } from './body.ts';
import { shorten } from './citation.ts';
import type { CommandContext } from './commands/command.ts';
import { choiceName } from './commands/choices.ts';
import { buttonOf } from './components/answer-button.ts';
import { pagerRows, rowsOf } from './components/pager.ts';
import type { CustomId } from './custom-id.ts';
import { matchParts } from './follow-notice.ts';
import { followMessages } from './messages/follows.ts';
import type { UiLanguage } from './messages.ts';

/** Actions of buttons and menus; the meaning of their arguments stands with each. */
export const FOLLOW_ACTION = 'follow';
export const LIST_ACTION = 'follows';
export const CHOOSE_ACTION = 'followone';

/** First argument of `FOLLOW_ACTION`; the second is the id of the follow. */
export const VERBS = { pause: 0, resume: 1, daily: 2, atOnce: 3, remove: 4 } as const;
export type Verb = keyof typeof VERBS;

/** Discord takes 25 options of a menu; so many lines can be read. */
const A_PAGE = 10;
const MAX_TOPIC = 100;
const MAX_SOURCE = 60;
/** Characters that the quotes of a preview may take. */
const PREVIEW_BUDGET = 2_400;
const PREVIEW_SHOWN = 3;

/** To whom it is shown, and how the ids of its buttons are signed. */
export type Shown = Pick<CommandContext, 'language' | 'sign' | 'place'>;

/** A topic that is followed from now on, and what it would have found. */
export function renderFollowed(follow: Follow, preview: readonly Match[], shown: Shown): Body {
  const own = followMessages(shown.language);
  const heading = own.followed(shorten(follow.topic, MAX_TOPIC), placeName(follow, shown.language));
  const told = preview.slice(0, PREVIEW_SHOWN).map((match) => ({ ...match, topic: follow.topic }));
  const { parts } = matchParts(told, { language: shown.language, budget: PREVIEW_BUDGET });
  const before = preview.length === 0 ? own.noPreview : own.preview(preview.length);
  const manner = mannerOf(follow, shown.language).map((line) => `-# ${line}`);
  const body = bodyOf([textPart([heading, ...manner, before].join('\n')), ...parts], {
    accent: ACCENT.answered,
  });
  return withRows(body, controls(follow, shown));
}

/** One topic with all that can be done with it; `notice` says why something could not be done. */
export function renderFollow(follow: Follow, shown: Shown, notice?: string): Body {
  const text = [...(notice === undefined ? [] : [`⚠️ ${notice}`]), lineOf(follow, shown)].join('\n');
  const body = bodyOf([textPart(text)], {
    accent: notice === undefined ? ACCENT.answered : ACCENT.notice,
  });
  return withRows(body, controls(follow, shown));
}

/** A page of them, from 0, with a menu to choose one from. */
export function renderFollows(follows: readonly Follow[], page: number, shown: Shown): Body {
  const own = followMessages(shown.language);
  if (follows.length === 0) return bodyOf([textPart(own.none)], { accent: ACCENT.unanswered });
  const pages = Math.ceil(follows.length / A_PAGE);
  const current = Math.min(page, pages - 1);
  const some = follows.slice(current * A_PAGE, (current + 1) * A_PAGE);
  const lines = [own.yours(follows.length), ...some.map((follow) => lineOf(follow, shown))];
  const pageId = (to: number): CustomId | undefined =>
    to < 0 || to >= pages ? undefined : { action: LIST_ACTION, args: [to], owner: shown.place.userId };
  return withRows(bodyOf([textPart(lines.join('\n'))], { accent: ACCENT.answered }), [
    menuOf(some, current, shown),
    ...pagerRows({ previous: pageId(current - 1), next: pageId(current + 1) }, shown),
  ]);
}

function withRows(body: Body, rows: readonly APIMessageTopLevelComponent[]): Body {
  return { ...body, components: [...body.components, ...rows] };
}

function menuOf(
  follows: readonly Follow[],
  page: number,
  { language, sign, place }: Shown,
): APIActionRowComponent<APIStringSelectComponent> {
  const options = follows.map(({ id, topic }) => ({
    label: choiceName(topic) || String(id),
    value: String(id),
  }));
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: sign({ action: CHOOSE_ACTION, args: [page], owner: place.userId }),
    placeholder: followMessages(language).choose,
    options,
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}

function controls(follow: Follow, { language, sign, place }: Shown): APIMessageTopLevelComponent[] {
  const { buttons } = followMessages(language);
  const verbs: readonly Verb[] = [
    follow.paused === undefined ? 'pause' : 'resume',
    follow.mode === 'daily' ? 'atOnce' : 'daily',
    'remove',
  ];
  const owner = place.userId;
  return rowsOf([
    ...verbs.map((verb) =>
      buttonOf(
        { action: FOLLOW_ACTION, args: [VERBS[verb], follow.id], owner },
        { label: buttons[verb] },
        sign,
      ),
    ),
    buttonOf({ action: LIST_ACTION, args: [0], owner }, { label: buttons.list }, sign),
  ]);
}

/** For example `🔔 **produksi beras** · di #umum · ringkasan harian · sumber Bulog`. */
function lineOf(follow: Follow, { language, place }: Shown): string {
  const own = followMessages(language);
  const isOthers = follow.owner !== place.userId;
  return [
    `${follow.paused === undefined ? '🔔' : '🔕'} **${shorten(follow.topic, MAX_TOPIC)}**`,
    placeName(follow, language),
    ...mannerOf(follow, language),
    ...(isOthers ? [`<@${follow.owner}>`] : []),
    ...(follow.paused === undefined ? [] : [`*${own.paused[follow.paused]}*`]),
  ].join(' · ');
}

function placeName(follow: Follow, language: UiLanguage): string {
  const own = followMessages(language);
  return follow.channel === undefined ? own.direct : own.here(`<#${destinationOf(follow)}>`);
}

/** When it is told, and of whose releases. */
function mannerOf({ mode, quiet, source }: Follow, language: UiLanguage): readonly string[] {
  const own = followMessages(language);
  return [
    own.modes[mode],
    ...(quiet === undefined ? [] : [own.quiet(quiet.from, quiet.to)]),
    ...(source === undefined ? [] : [own.source(shorten(source, MAX_SOURCE))]),
  ];
}
