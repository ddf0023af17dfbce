// Answers a file of questions, line by line, in one process with one load.
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { UsageError } from '../domain/errors.ts';
import { notice, type Context, type ExitCode, writeJson } from './context.ts';
import { isDay, isLanguage, type FilterOptions } from './questions.ts';
import type { QuestionId } from './records.ts';
import { ClosedOutputError } from './terminal/output.ts';

const day = z.string().refine(isDay, 'must be a day as YYYY-MM-DD').nullish();

const LINE = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  question: z.string().trim().min(1, 'must not be empty'),
  from: day,
  to: day,
  source: z.string().min(1).nullish(),
  lang: z.string().toLowerCase().refine(isLanguage, 'must be a language code').nullish(),
  after: z.union([z.string(), z.array(z.string())]).nullish(),
  asked_at: z.iso.datetime({ offset: true }).nullish(),
});

export interface BatchQuestion {
  readonly id: QuestionId;
  readonly question: string;
  /** What the line says, over what the command line says. */
  readonly filters: FilterOptions;
  readonly askedAt?: Date;
  /** What was asked before, newest last. */
  readonly earlier?: readonly string[];
}

/** Reads one line. Throws with what is wrong with it. */
export function parseBatchLine(line: string): BatchQuestion {
  const { id, question, asked_at: askedAt, after, ...filters } = LINE.parse(JSON.parse(line));
  const given = Object.entries(filters).filter(([, value]) => value !== null && value !== undefined);
  return {
    id: id ?? null,
    question,
    filters: Object.fromEntries(given),
    ...(askedAt === undefined || askedAt === null ? {} : { askedAt: new Date(askedAt) }),
    ...(after === undefined || after === null ? {} : { earlier: [after].flat() }),
  };
}

/** What is wrong, in one line. */
function faultOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** The id of a line that could not be answered, where it has one that can be read. */
function idOf(line: string): QuestionId {
  try {
    const { id } = JSON.parse(line) as { readonly id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}

/** Opens the file, or stdin for `-`. Throws `UsageError` for one that can't be read. */
export async function openBatch(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isDirectory()) throw new Error('It is a folder.');
  } catch (cause) {
    throw new UsageError(`The file "${file}" of --batch can't be read: give a file of JSON lines.`, {
      cause,
    });
  }
  return createReadStream(file);
}

/** Gives the record of one question; a rejection is that question's alone. */
export type BatchAnswer = (question: BatchQuestion) => Promise<unknown>;

/**
 * Writes one JSON line for every line of the input, in its order; a line that can't be answered gives
 * `{id, line, error}`, and 1 at the end. Empty lines are passed over.
 */
export async function runBatch(context: Context, input: Readable, answer: BatchAnswer): Promise<ExitCode> {
  const faults: number[] = [];
  let line = 0;
  for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    const words = raw.replace(/^\ufeff/, '');
    if (words.trim() === '') continue;
    try {
      await writeJson(context, await answer(parseBatchLine(words)));
    } catch (error) {
      if (error instanceof ClosedOutputError) throw error;
      faults.push(line);
      await writeJson(context, { id: idOf(words), line, error: faultOf(error) });
    }
  }
  if (faults.length > 0)
    notice(context, `${faults.length} lines could not be answered: ${faults.join(', ')}.`);
  return faults.length > 0 ? 1 : 0;
}
