// Reads an evaluation set: passages or releases, and questions about them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PROJECT_DIR } from '../config.ts';
import { UsageError } from '../domain/errors.ts';
import { questionsOfPairs, questionsOfTitles } from './known-item.ts';
import { sample, type Random } from './random.ts';

/** Questions that the project ships, and the releases they are asked of. */
export const OWN_SET = path.join(PROJECT_DIR, 'data', 'eval');
export const OWN_RELEASES = path.join(PROJECT_DIR, 'data', 'releases');

const texts = z.array(z.string()).default([]);

const QUESTION = z
  .object({
    id: z.string(),
    lang: z.string(),
    question: z.string(),
    kind: z.string().default('fact'),
    answers: texts,
    /** Gold answers by the language of the passage, where the set has them. */
    answers_by_lang: z.record(z.string(), z.array(z.string())).default({}),
    passage_ids: texts,
    other_passage_ids: texts,
    /** Passages that hold the question itself in its own language. */
    same_lang_passage_id: z.string().optional(),
    answerable: z.boolean().default(true),
    quotes: texts,
    item: z.number().optional(),
    of: z.number().optional(),
    asked_at: z.string().optional(),
    role: z.string().optional(),
    mt: z.boolean().default(false),
  })
  .readonly();

const PASSAGE = z
  .object({
    id: z.string(),
    lang: z.string(),
    title: z.string().default(''),
    date: z.string().optional(),
    source: z.string().default(''),
    url: z.string().optional(),
    text: z.string().optional(),
    body: z.string().optional(),
    mt: z.boolean().default(false),
  })
  .readonly();

const PAIR = z.looseObject({ id: z.string() }).readonly();

export type EvalQuestion = z.infer<typeof QUESTION>;
export type EvalPassage = z.infer<typeof PASSAGE>;
export type EvalPair = z.infer<typeof PAIR>;

export interface EvalSet {
  readonly name: string;
  /** Passages to be ingested as releases, or a folder of releases. */
  readonly corpus: { readonly passages: readonly EvalPassage[] } | { readonly folder: string };
  readonly questions: readonly EvalQuestion[];
}

function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new UsageError(`${file}, line ${i + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}

/** The set of a folder. Machine-translated rows are left out. Throws `UsageError` for a folder that holds none. */
export function readSet(folder: string): EvalSet {
  const name = path.basename(path.resolve(folder));
  if (path.resolve(folder) === OWN_SET) return readOwnSet(name);
  const has = (file: string): boolean => existsSync(path.join(folder, file));
  const read = <T>(file: string, schema: z.ZodType<T>): readonly T[] =>
    readLines(path.join(folder, file), schema);
  const human = <T extends { readonly mt: boolean }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ mt }) => !mt);
  if (has('passages.jsonl'))
    return {
      name,
      corpus: { passages: human(read('passages.jsonl', PASSAGE)) },
      questions: human(read('questions.jsonl', QUESTION)),
    };
  if (has('releases.jsonl')) {
    const releases = read('releases.jsonl', PASSAGE);
    // A headline can't be looked for in an index that holds it.
    const passages = releases.map((release) => ({ ...release, title: '' }));
    const questions = has('questions.jsonl')
      ? read('questions.jsonl', QUESTION)
      : questionsOfTitles(releases);
    return { name, corpus: { passages }, questions };
  }
  if (has('pairs.jsonl')) return { name, ...questionsOfPairs(read('pairs.jsonl', PAIR)) };
  throw new UsageError(`${folder} holds no passages.jsonl, releases.jsonl or pairs.jsonl.`);
}

function readOwnSet(name: string): EvalSet {
  const files = existsSync(path.join(OWN_SET, 'questions.jsonl'))
    ? ['questions.jsonl']
    : readdirSync(OWN_SET).filter((file) => file.endsWith('.jsonl'));
  return {
    name,
    corpus: { folder: OWN_RELEASES },
    questions: files.flatMap((file) => readLines(path.join(OWN_SET, file), QUESTION)),
  };
}

/**
 * `size` passages of a set, drawn at random, with the questions that one of them is about. Undefined where the set has not
 * twice as many: such a part would be the set again.
 */
export function partOf(
  { name, corpus, questions }: EvalSet,
  size: number,
  random: Random,
): EvalSet | undefined {
  if (!('passages' in corpus) || corpus.passages.length < 2 * size) return undefined;
  const passages = sample(corpus.passages, size, random);
  const drawn = new Set(passages.map(({ id }) => id));
  const asked = questions.filter(({ passage_ids: ids, other_passage_ids: others }) =>
    [...ids, ...others].some((id) => drawn.has(id)),
  );
  return { name: `${name}-${size}`, corpus: { passages }, questions: asked };
}
