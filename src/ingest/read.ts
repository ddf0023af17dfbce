// Files and folders to releases: finds them, decodes them, names them. What can't become a release is told, never lost.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Release, ReleaseRef } from '../domain/release.ts';
import { detectLanguage } from '../text/language.ts';
import { canonicalize } from '../text/normalize.ts';
import { readDate } from './dates.ts';
import { decode } from './decode.ts';
import type { Draft, Fault } from './draft.ts';
import { findFiles, type FoundFile } from './find.ts';
import { readHtml } from './formats/html.ts';
import { readJsonLine } from './formats/jsonl.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readPlain } from './formats/plain.ts';
import { readLines } from './lines.ts';
import { outlineOf } from './outline.ts';

export type Read =
  | { readonly kind: 'release'; readonly path: string; readonly release: Release }
  | {
      readonly kind: 'rejected';
      /** The path as given or found; with the line for a line of a `.jsonl` file, `file.jsonl:12`. */
      readonly path: string;
      /** What is wrong and what to do about it. */
      readonly reason: string;
    };

export interface ReadOptions {
  /** Bytes of one file, or of one line of a `.jsonl` file, above which it is rejected. */
  readonly maxBytes: number;
}

const FORMATS: Readonly<Record<string, (content: string) => Draft | Fault>> = {
  '.txt': readPlain,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
};

/**
 * Reads files, and folders recursively in the order of their names, one release at a time.
 *
 * 1. find the files below each input
 * 2. decode, and read by format; a `.jsonl` file line by line, however big it is
 * 3. name the release: its path below the folder, or the id that a line gives
 * 4. tell language and outline
 */
export async function* readReleases(inputs: readonly string[], options: ReadOptions): AsyncGenerator<Read> {
  const refs = new Set<ReleaseRef>();
  const files = new Set<string>();
  for (const input of inputs) {
    for await (const found of findFiles(input, options)) {
      if (found.kind === 'rejected') yield found;
      else if (!files.has(found.realPath)) {
        files.add(found.realPath);
        yield* path.extname(found.path).toLowerCase() === '.jsonl'
          ? readJsonLines(found, options)
          : [await readWhole(found, refs)];
      }
    }
  }
}

function rejected(where: string, reason: string): Read {
  return { kind: 'rejected', path: where, reason };
}

async function readWhole(file: FoundFile, refs: Set<ReleaseRef>): Promise<Read> {
  const draft = await readDraft(file);
  if ('fault' in draft) return rejected(file.path, draft.fault);
  const ref = canonicalize(file.ref);
  if (refs.has(ref)) {
    return rejected(
      file.path,
      `another release named "${ref}" was read before it: ingest the folder above both, or rename one`,
    );
  }
  refs.add(ref);
  return { kind: 'release', path: file.path, release: releaseOf(ref, draft) };
}

async function readDraft(file: FoundFile): Promise<Draft | Fault> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    return {
      fault: `can't be read (${(error as NodeJS.ErrnoException).code ?? 'error'}): check its permissions`,
    };
  }
  const decoded = decode(bytes);
  if (decoded.kind === 'binary')
    return { fault: `is ${decoded.what}, no text: save it as .txt, .md or .html` };
  if (decoded.kind === 'undecodable') return { fault: 'its encoding is unknown: save it as UTF-8' };
  if (decoded.text.trim() === '') return { fault: 'is empty: give it a headline and a text, or remove it' };
  const draft = FORMATS[path.extname(file.path).toLowerCase()]?.(decoded.text);
  return draft === undefined || 'fault' in draft
    ? (draft ?? { fault: 'is of an unknown format' })
    : whole(draft);
}

/** A release has a headline and a text. */
function whole(draft: Draft): Draft | Fault {
  if (draft.title === '')
    return { fault: 'has no headline: put one on the first line, with a blank line below' };
  if (draft.text.trim() === '')
    return { fault: 'has no text below its headline: add it, or remove the file' };
  return draft;
}

async function* readJsonLines(file: FoundFile, { maxBytes }: ReadOptions): AsyncGenerator<Read> {
  const ids = new Set<string>();
  let count = 0;
  try {
    for await (const { number, text, fault } of readLines(file.path, { maxBytes })) {
      const where = `${file.path}:${number}`;
      if (text?.trim() === '') continue;
      count++;
      yield text === undefined ? rejected(where, fault ?? 'is unreadable') : readLine(where, text, ids);
    }
  } catch (error) {
    count++;
    yield rejected(
      file.path,
      `can't be read (${(error as NodeJS.ErrnoException).code ?? 'error'}): check its permissions`,
    );
  }
  if (count === 0) yield rejected(file.path, 'is empty: give it one release a line, or remove it');
}

function readLine(where: string, line: string, ids: Set<string>): Read {
  const read = readJsonLine(line);
  if ('fault' in read) return rejected(where, read.fault);
  if (ids.has(read.id)) {
    return rejected(
      where,
      `repeats the id "${read.id}" of a line above: give every release an id of its own`,
    );
  }
  ids.add(read.id);
  return { kind: 'release', path: where, release: releaseOf(read.id, read.draft) };
}

function releaseOf(ref: ReleaseRef, draft: Draft): Release {
  const { title, text, headings } = draft;
  const publishedAt = draft.date === undefined ? undefined : readDate(draft.date);
  const url = webAddress(draft.url);
  return {
    ref,
    revision: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
    title,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    source: canonicalize(draft.source ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    language: declaredLanguage(draft.language) ?? detectLanguage(`${title}\n${text}`),
    ...(url === undefined ? {} : { url }),
    text,
    outline: outlineOf(text, headings),
  };
}

/** Citations link to it: nothing but the web's own addresses. */
function webAddress(written: string | undefined): string | undefined {
  const address = written?.trim();
  return address !== undefined && URL.canParse(address) && /^https?:/i.test(address) ? address : undefined;
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  in: 'id',
  ind: 'id',
  eng: 'en',
  cmn: 'zh',
  zho: 'zh',
  chi: 'zh',
};

function declaredLanguage(tag: string | undefined): string | undefined {
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return primary === undefined ? undefined : (LANGUAGE_NAMES[primary] ?? primary);
}
