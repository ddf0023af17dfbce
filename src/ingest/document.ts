// One document's bytes to the releases that it holds. What can't become a release is told, never lost.
import type { ReleaseRef } from '../domain/release.ts';
import { canonicalize } from '../text/normalize.ts';
import { decode } from './decode.ts';
import type { Draft, Fault } from './draft.ts';
import { readHtml } from './formats/html.ts';
import { readJsonLine } from './formats/jsonl.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readPlain } from './formats/plain.ts';
import type { Kind } from './kinds.ts';
import { readLines } from './lines.ts';
import { rejected, releaseOf, type Read } from './release.ts';

export interface Document {
  /** Where it is, for those who are told about it. */
  readonly path: string;
  /** The name of the release, where it holds one. */
  readonly ref: ReleaseRef;
  readonly kind: Kind;
  readonly bytes: Buffer;
}

export interface DocumentLimits {
  /** Bytes of one line of JSON lines above which it is rejected. */
  readonly maxBytes: number;
}

const FORMATS: Readonly<Record<Exclude<Kind, 'lines'>, (content: string) => Draft | Fault>> = {
  plain: readPlain,
  markdown: readMarkdown,
  html: readHtml,
};

/** The releases of a document, and what of it is none. */
export async function* readDocument(document: Document, limits: DocumentLimits): AsyncGenerator<Read> {
  const { path, ref, kind, bytes } = document;
  if (kind === 'lines') {
    yield* readJsonLines(path, [bytes], limits);
    return;
  }
  const draft = readDraft(bytes, kind);
  yield 'fault' in draft
    ? rejected(path, draft.fault)
    : { kind: 'release', path, release: releaseOf(canonicalize(ref), draft) };
}

function readDraft(bytes: Buffer, kind: Exclude<Kind, 'lines'>): Draft | Fault {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary')
    return { fault: `is ${decoded.what}, no text: save it as .txt, .md or .html` };
  if (decoded.kind === 'undecodable') return { fault: 'its encoding is unknown: save it as UTF-8' };
  if (decoded.text.trim() === '') return { fault: 'is empty: give it a headline and a text, or remove it' };
  const draft = FORMATS[kind](decoded.text);
  return 'fault' in draft ? draft : whole(draft);
}

/** A release has a headline and a text. */
function whole(draft: Draft): Draft | Fault {
  if (draft.title === '')
    return { fault: 'has no headline: put one on the first line, with a blank line below' };
  if (draft.text.trim() === '')
    return { fault: 'has no text below its headline: add it, or remove the file' };
  return draft;
}

/** The releases of JSON lines that come in chunks. Rejects when the chunks do. */
export async function* readJsonLines(
  path: string,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  limits: DocumentLimits,
): AsyncGenerator<Read> {
  const ids = new Set<string>();
  let count = 0;
  for await (const { number, text, fault } of readLines(chunks, limits)) {
    const where = `${path}:${number}`;
    if (text?.trim() === '') continue;
    count++;
    yield text === undefined ? rejected(where, fault ?? 'is unreadable') : readLine(where, text, ids);
  }
  if (count === 0) yield rejected(path, 'is empty: give it one release a line, or remove it');
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
