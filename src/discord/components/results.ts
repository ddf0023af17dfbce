// Pages of passages: of `/search`, and behind "More passages" below an answer.
import type { Filter } from '../../domain/answer.ts';
import { noticeBody, type Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import { withFitting, type CustomId } from '../custom-id.ts';
import { actionMessages } from '../messages/actions.ts';
import { readQuestion, type AskedWords } from '../question-part.ts';
import { renderResults } from '../render.ts';
import { pressingMessages } from '../messages/pressing.ts';
import { buttonOf, quoteArgs, shownQuotes, type AnswerButton } from './answer-button.ts';
import type { Component, Press } from './component.ts';
import { pagerRows } from './pager.ts';

const ACTION = 'more';
const PAGE_ACTION = 'results';
/** As many as a message holds with enough of each to read. */
const PER_PAGE = 5;
/** Whoever has looked through these asks in other words. */
const MAX_PAGES = 20;
/** Numbers that say which passage was shown already: its revision and where it starts. */
const PER_SHOWN = 2;

export interface ResultsWish {
  readonly asked: AskedWords;
  readonly days: Pick<Filter, 'from' | 'to'>;
  /** Passages that an answer showed already: revision and an offset within. */
  readonly shown?: readonly (readonly number[])[];
  /** From 0. */
  readonly page: number;
}

export const more: Component = { action: ACTION, acknowledge: 'private', run: turnTo };
/** Only the one who asked turns the pages of what everybody sees. */
export const resultsPage: Component = { action: PAGE_ACTION, acknowledge: 'update', run: turnTo };

/** The arguments of both: page, first day, last day, and what was shown already. */
async function turnTo(
  { interaction, args: [page = 0, from = 0, to = 0, ...shown] }: Press,
  context: CommandContext,
): Promise<Body> {
  const asked = readQuestion(interaction.message.components.map((part) => part.toJSON()));
  if (asked === undefined) return noticeBody(pressingMessages(context.language).invalid);
  const pairs = Array.from({ length: Math.floor(shown.length / PER_SHOWN) }, (_, i) =>
    shown.slice(i * PER_SHOWN, (i + 1) * PER_SHOWN),
  );
  const days = { ...dayOf('from', from), ...dayOf('to', to) };
  return resultsBody({ asked, days, shown: pairs, page }, context);
}

/** One page of what matches best, and the way to those beside it. */
export async function resultsBody(wish: ResultsWish, context: CommandContext): Promise<Body> {
  const { library, language, timeZone } = context;
  const { asked, days, shown = [], page } = wish;
  const { question, source } = asked;
  const wanted = (page + 1) * PER_PAGE;
  const { results } = await library.search({
    question,
    filter: { ...days, ...(source === undefined ? {} : { source }) },
    // One beyond the page tells whether there is another.
    limit: wanted + 1 + shown.length,
  });
  const fresh = results.filter(
    ({ header, passage: { span } }) =>
      !shown.some(([number, at = -1]) => number === header.number && span.start <= at && at < span.end),
  );
  const note = page === 0 && fresh.length <= PER_PAGE ? undefined : actionMessages(language).page(page + 1);
  const body = renderResults(fresh.slice(wanted - PER_PAGE, wanted), {
    language,
    timeZone,
    asked,
    ...(note === undefined ? {} : { note }),
  });
  const neighbours = {
    previous: page > 0 ? pageId({ ...wish, page: page - 1 }, context) : undefined,
    next:
      fresh.length > wanted && page + 1 < MAX_PAGES
        ? pageId({ ...wish, page: page + 1 }, context)
        : undefined,
  };
  return { ...body, components: [...body.components, ...pagerRows(neighbours, context)] };
}

function pageId({ days, shown = [], page }: ResultsWish, { place }: CommandContext): CustomId {
  const id = {
    action: PAGE_ACTION,
    args: [page, numberOf(days.from), numberOf(days.to)],
    owner: place.userId,
  };
  return withFitting(id, shown);
}

export const moreButton: AnswerButton = ({ answer, language, sign }) => {
  if (answer.kind === 'unanswered' && answer.nearest.length === 0) return undefined;
  const { from, to } = answer.reading;
  const shown = shownQuotes(answer).flatMap((quote) => {
    const args = quoteArgs(quote);
    return args === undefined ? [] : [args.slice(0, PER_SHOWN)];
  });
  const id = withFitting({ action: ACTION, args: [0, numberOf(from), numberOf(to)] }, shown);
  return buttonOf(id, { label: actionMessages(language).more, emoji: '➕' }, sign);
};

/** `2024-05-27` as 20240527; 0 where there is no day. */
function numberOf(day: string | undefined): number {
  return day === undefined ? 0 : Number(day.replaceAll('-', ''));
}

function dayOf(key: 'from' | 'to', number: number): Pick<Filter, 'from' | 'to'> {
  if (number === 0) return {};
  const digits = String(number).padStart(8, '0');
  return { [key]: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` };
}
