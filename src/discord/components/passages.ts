// The menu of a release's passages, page by page, and the passage that was chosen: posted alone, for everyone.
import { ComponentType, type APIActionRowComponent, type APIStringSelectComponent } from 'discord.js';
import type { Passage } from '../../domain/passage.ts';
import { headerOf, type Release } from '../../domain/release.ts';
import { sliceSpan } from '../../domain/span.ts';
import { ACCENT, bodyOf, noticeBody, textPart, type Body } from '../body.ts';
import { headerLine } from '../citation.ts';
import { choiceName } from '../commands/choices.ts';
import type { CommandContext } from '../commands/command.ts';
import type { CustomId } from '../custom-id.ts';
import { actionMessages } from '../messages/actions.ts';
import { messagesIn, type UiLanguage } from '../messages.ts';
import { renderPassage } from '../render.ts';
import { buttonOf, type AnswerButton } from './answer-button.ts';
import type { Component } from './component.ts';
import { pagerRows } from './pager.ts';
import { refuseToPost } from './share.ts';

const ACTION = 'passages';
const PAGE_ACTION = 'passpage';
const CHOICE_ACTION = 'passage';
/** Discord's limit of a menu. */
const PER_PAGE = 25;

/** Its arguments: number of the revision, which page, from 0. */
export const passages: Component = {
  action: ACTION,
  acknowledge: 'private',
  isReading: true,
  run: async ({ args: [number = 0, page = 0] }, context) => {
    const release = await context.library.showNumber(number);
    return release === undefined
      ? noticeBody(actionMessages(context.language).gone)
      : passagesBody(release, page, context);
  },
};

export const passagesPage: Component = { ...passages, action: PAGE_ACTION, acknowledge: 'update' };

/** The chosen value is the ordinal of a passage. */
export const passageChoice: Component = {
  action: CHOICE_ACTION,
  acknowledge: 'public',
  refuse: refuseToPost,
  run: async ({ interaction, args: [number = 0] }, { library, language, timeZone }) => {
    const [release, all] = await Promise.all([library.showNumber(number), library.passages(number)]);
    const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    const passage = all.find(({ ordinal }) => String(ordinal) === chosen);
    if (release === undefined || passage === undefined) return noticeBody(actionMessages(language).gone);
    const { span, role } = passage;
    const quote = { number: 1, header: headerOf(release), span, text: sliceSpan(release.text, span), role };
    return renderPassage(quote, { language, timeZone });
  },
};

export function passagesButton(
  { number }: Release,
  { language, sign }: Pick<CommandContext, 'language' | 'sign'>,
): ReturnType<AnswerButton> {
  if (number === undefined) return undefined;
  const id = { action: ACTION, args: [number, 0] };
  return buttonOf(id, { label: actionMessages(language).quotePassage, emoji: '💬' }, sign);
}

/** The menu for one page of passages; an older revision has none to choose from. */
export async function passagesBody(release: Release, page: number, context: CommandContext): Promise<Body> {
  const { library, language } = context;
  const messages = actionMessages(language);
  const { number = 0 } = release;
  const all = await library.passages(number);
  if (all.length === 0) return noticeBody(messages.gone);
  const pages = Math.ceil(all.length / PER_PAGE);
  const at = Math.min(page, pages - 1);
  const lines = [
    headerLine(headerOf(release), { messages: messagesIn(language), language }),
    `-# ${messages.choosePassage}${pages > 1 ? ` · ${messages.pageOf(at + 1, pages)}` : ''}`,
  ];
  const idOf = (to: number): CustomId => ({ action: PAGE_ACTION, args: [number, to] });
  const body = bodyOf([textPart(lines.join('\n'))], { accent: ACCENT.answered });
  const neighbours = {
    previous: at > 0 ? idOf(at - 1) : undefined,
    next: at < pages - 1 ? idOf(at + 1) : undefined,
  };
  const menu: APIActionRowComponent<APIStringSelectComponent> = {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: context.sign({ action: CHOICE_ACTION, args: [number] }),
        placeholder: messages.choosePassage,
        options: all
          .slice(at * PER_PAGE, (at + 1) * PER_PAGE)
          .map((passage) => optionOf(release, passage, language)),
      },
    ],
  };
  return { ...body, components: [...body.components, menu, ...pagerRows(neighbours, context)] };
}

interface PassageOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

function optionOf(release: Release, { span, role, ordinal }: Passage, language: UiLanguage): PassageOption {
  const messages = messagesIn(language);
  const about = {
    item: role.kind === 'item' ? actionMessages(language).pointsOf(role.n, role.n, role.of) : '',
    question: messages.questionTurn,
    answer: role.kind === 'answer' ? messages.answerTurn(role.speaker) : '',
    heading: '',
    title: '',
    lead: '',
    paragraph: '',
  }[role.kind];
  const description = choiceName(about);
  return {
    label: choiceName(sliceSpan(release.text, span)) || String(ordinal + 1),
    value: String(ordinal),
    ...(description === '' ? {} : { description }),
  };
}
