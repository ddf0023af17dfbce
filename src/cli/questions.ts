// Options and arguments that `search` and `ask` share, checked where they are read. Pure.
import { type Command, InvalidArgumentError } from 'commander';
import type { Filter } from '../domain/answer.ts';
import { UsageError } from '../domain/errors.ts';

/** More would be the whole index; `list` is for that. */
const MAX_LIMIT = 1_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LANGUAGE = /^[a-z]{2,3}$/;

export interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly lang?: string;
}

export interface QuestionOptions extends FilterOptions {
  readonly limit?: number;
  readonly json?: true;
  readonly batch?: string;
}

/** Whether `day` is a calendar day as `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  if (!DAY.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

export function isLanguage(code: string): boolean {
  return LANGUAGE.test(code);
}

function parseDay(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError('Give a day that exists as YYYY-MM-DD, such as 2024-05-27.');
}

function parseLanguage(value: string): string {
  const code = value.toLowerCase();
  if (isLanguage(code)) return code;
  throw new InvalidArgumentError('Give a language code such as id, en or zh.');
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_LIMIT}.`);
}

export function withFilterOptions(command: Command): Command {
  return command
    .option('--from <date>', 'only releases published on this day or later (YYYY-MM-DD)', parseDay)
    .option('--to <date>', 'only releases published on this day or earlier (YYYY-MM-DD)', parseDay)
    .option('--source <name>', 'only releases whose source contains this')
    .option('--lang <code>', 'only releases in this language (id, en, zh)', parseLanguage);
}

export function withQuestionOptions(command: Command): Command {
  return withFilterOptions(command)
    .option('--limit <n>', 'at most this many results', parseLimit)
    .option('--json', 'print JSON only')
    .option(
      '--batch <file>',
      'answer every line {id, question, from?, to?, source?, lang?} of a file ("-" is stdin), one JSON line each',
    );
}

/** Throws `UsageError` for a period that ends before it begins. */
export function filterOf({ from, to, source, lang }: FilterOptions): Filter {
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`The period from ${from} to ${to} ends before it begins.`);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(source === undefined ? {} : { source }),
    ...(lang === undefined ? {} : { language: lang }),
  };
}

/** The words of the command line as one question. Throws `UsageError` where there are none. */
export function questionOf(words: readonly string[]): string {
  const question = words.join(' ').trim();
  if (question === '') throw new UsageError('There is no question: write one after the command, in quotes.');
  return question;
}
