// "Context" below an answer: what the release says before and after a quote, page by page through all of it.
import type { Quote } from '../../domain/answer.ts';
import type { Release } from '../../domain/release.ts';
import type { Span } from '../../domain/span.ts';
import { noticeBody, type Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import { withFitting, type CustomId } from '../custom-id.ts';
import { actionMessages } from '../messages/actions.ts';
import { renderWindow } from '../window-card.ts';
import { windowAround, windowFrom } from '../window.ts';
import { buttonOf, quoteArgs, shownQuotes, type AnswerButton } from './answer-button.ts';
import type { Component } from './component.ts';
import { pagerRows, rowsOf } from './pager.ts';

const ACTION = 'context';
const PAGE_ACTION = 'window';
/** Numbers that say which quote: its revision, start and end. */
const PER_QUOTE = 3;
/** Quotes to choose among: a row of buttons. */
const MAX_QUOTES = 5;

/** A quote of an answer, and where to read. */
interface Place {
  /** The quotes of the answer, as `quoteArgs` gives them. */
  readonly quotes: readonly (readonly number[])[];
  /** Which of them, from 0. */
  readonly which: number;
  /** Where the window starts; undefined is around the quote. */
  readonly from?: number;
}

/** Its arguments are the answer's quotes. */
export const surroundings: Component = {
  action: ACTION,
  acknowledge: 'private',
  isReading: true,
  run: ({ args }, context) => readAt({ quotes: tripletsOf(args), which: 0 }, context),
};

/** Its arguments: where the window starts, from 1, or 0 for around the quote; which quote; the quotes. */
export const surroundingsPage: Component = {
  action: PAGE_ACTION,
  acknowledge: 'update',
  isReading: true,
  run: ({ args: [from = 0, which = 0, ...quotes] }, context) =>
    readAt({ quotes: tripletsOf(quotes), which, ...(from === 0 ? {} : { from: from - 1 }) }, context),
};

export const surroundingsButton: AnswerButton = ({ answer, language, sign }) => {
  const quotes = distinct(shownQuotes(answer));
  if (quotes.length === 0) return undefined;
  const label = actionMessages(language).context;
  return buttonOf(withFitting({ action: ACTION }, quotes), { label, emoji: '🔎' }, sign);
};

/** Opens a release at its beginning. */
export function readButton(
  { number, text }: Release,
  { language, sign }: Pick<CommandContext, 'language' | 'sign'>,
): ReturnType<AnswerButton> {
  if (number === undefined || text === '') return undefined;
  const id = { action: ACTION, args: [number, 0, 0] };
  return buttonOf(id, { label: actionMessages(language).read, emoji: '📖' }, sign);
}

/** Points of one list stand in each other's neighbourhood: one of a release is enough. */
function distinct(quotes: readonly Quote[]): readonly (readonly number[])[] {
  const seen = new Set<string>();
  const args = quotes.flatMap((quote) => {
    const key = quote.role.kind === 'item' ? `${quote.header.ref}\n${quote.role.list}` : '';
    const one = key !== '' && seen.has(key) ? undefined : quoteArgs(quote);
    seen.add(key);
    return one === undefined ? [] : [one];
  });
  return args.slice(0, MAX_QUOTES);
}

async function readAt({ quotes, which, from }: Place, context: CommandContext): Promise<Body> {
  const { library, language } = context;
  const [number = 0, start = 0, end = 0] = quotes[which] ?? [];
  const release = await library.showNumber(number);
  if (release === undefined) return noticeBody(actionMessages(language).gone);
  const quote: Span = { start, end };
  const window = from === undefined ? windowAround(release, quote) : windowFrom(release, from);
  const idAt = (place: Omit<Place, 'quotes'>): CustomId => pageId({ quotes, ...place });
  const body = renderWindow(release, { window, quote, language });
  const { previous, next } = window;
  const pager = pagerRows(
    {
      previous: previous === undefined ? undefined : idAt({ which, from: previous }),
      next: next === undefined ? undefined : idAt({ which, from: next }),
    },
    context,
  );
  const others = quotes.map((_, i) =>
    buttonOf(
      idAt({ which: i }),
      { label: actionMessages(language).quote(i + 1), disabled: i === which },
      context.sign,
    ),
  );
  return { ...body, components: [...body.components, ...pager, ...rowsOf(quotes.length > 1 ? others : [])] };
}

function pageId({ quotes, which, from }: Place): CustomId {
  return withFitting({ action: PAGE_ACTION, args: [from === undefined ? 0 : from + 1, which] }, quotes);
}

function tripletsOf(args: readonly number[]): readonly (readonly number[])[] {
  const count = Math.floor(args.length / PER_QUOTE);
  return Array.from({ length: count }, (_, i) => args.slice(i * PER_QUOTE, (i + 1) * PER_QUOTE));
}
