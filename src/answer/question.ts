// How a question is read: what it asks for, and which releases it restricts itself to. Pure: the clock is passed in.
import type { Filter, Reading, Shape } from '../domain/answer.ts';
import type { Language } from '../domain/release.ts';
import type { Span } from '../domain/span.ts';
import { simplify } from '../text/simplified.ts';
import { readItem, readPointCount, type ItemRequest } from './item.ts';
import { readQuestionLanguage } from './question-language.ts';
import { readShape } from './shape.ts';
import { readSource } from './sources.ts';
import { readSpeaker, wantsReportersQuestion } from './speakers.ts';
import { readPeriods, type Periods } from './periods.ts';
import type { Clock } from './times.ts';

export interface ReadOptions extends Clock {
  /** The sources in the index. */
  readonly sources: readonly string[];
  /** Filters that were given beside the question; they stand above what the question says. */
  readonly given?: Filter;
  /** Whether dates and sources in the question filter; default true. */
  readonly readFilters?: boolean;
}

/** What was read of a question so far. */
type Partly = Partial<Omit<Reading, 'terms' | 'guessed'>>;

/**
 * 1. the language of the question
 * 2. its shape, the point it asks for, whose words
 * 3. filters: when, from whom
 * 4. what is left to look for
 */
export function readQuestion(text: string, options: ReadOptions): Reading {
  const question = simplify(text.normalize('NFKC')).trim();
  const questionLanguage = readQuestionLanguage(question);
  const item = readItem(question);
  const { filter, read, spans } = readFiltersOf(question, questionLanguage, options);
  const given = options.given ?? {};
  const guessed = (Object.keys(filter) as (keyof Filter)[]).filter((key) => given[key] === undefined);
  return {
    ...filter,
    ...given,
    ...read,
    questionLanguage,
    ...readRequest(question, item),
    terms: without(question, [...spans, ...(item?.certain === true ? [item.span] : [])]),
    guessed,
  };
}

/** Shapes that a number of a point turns into asking for that point. */
const OPEN_SHAPES: ReadonlySet<Shape> = new Set(['fact', 'definition', 'list', 'yes-no', 'count']);

function readRequest(question: string, item: ItemRequest | undefined): Partly & Pick<Reading, 'shape'> {
  const asked = readShape(question);
  const open = OPEN_SHAPES.has(asked);
  const shape = item?.certain === true && open ? 'item' : asked;
  return {
    shape,
    ...(item !== undefined && (item.certain || open) ? { item: item.n } : {}),
    ...defined('of', shape === 'list' || shape === 'item' ? readPointCount(question) : undefined),
    ...defined('speaker', readSpeaker(question)),
    ...(wantsReportersQuestion(question) ? { wantsQuestion: true } : {}),
  };
}

/** A field that is there only where its value is. */
function defined<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : (Object.fromEntries([[key, value]]) as Partial<Record<K, V>>);
}

interface ReadFilters {
  readonly filter: Filter;
  readonly read: Partly;
  /** The words that became filters. */
  readonly spans: readonly Span[];
}

const NOTHING_READ: ReadFilters = { filter: {}, read: {}, spans: [] };

function readFiltersOf(question: string, language: Language, options: ReadOptions): ReadFilters {
  const { sources, given = {}, readFilters = true } = options;
  if (!readFilters) return NOTHING_READ;
  const { period, latest, asOf, ...read } = readPeriods(question, language, options);
  const issued = isDated(given) ? NO_DATES : read;
  const source = given.source === undefined ? readSource(question, sources) : undefined;
  return {
    filter: { ...defined('source', source?.source), ...issued.filter },
    read: { ...defined('period', period), ...(latest ? { latest } : {}), ...defined('asOf', asOf) },
    spans: source === undefined ? issued.spans : [...issued.spans, source.span],
  };
}

const NO_DATES: Pick<Periods, 'filter' | 'spans'> = { filter: {}, spans: [] };

function isDated({ from, to }: Filter): boolean {
  return (from ?? to) !== undefined;
}

/** The question without the words that were read as something else; itself where nothing would be left. */
function without(question: string, spans: readonly Span[]): string {
  let rest = question;
  for (const { start, end } of [...spans].sort((one, other) => other.start - one.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  rest = rest
    .replace(/\s+/g, ' ')
    .replace(/ ([?.!,;:？。！，])/g, '$1')
    .replace(/^[\s,;:，]+/, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}
