// One document's bytes to the releases that it holds. What can't become a release is told, never lost.
import type { ReleaseRef } from '../domain/release.ts';
import { canonicalize } from '../text/normalize.ts';
import { simplify } from '../text/simplified.ts';
import { readDateline, readHeadlineDate } from './dateline.ts';
import { readDate } from './dates.ts';
import { decode } from './decode.ts';
import type { Draft, Fault } from './draft.ts';
import { readFeed } from './formats/feed.ts';
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
  /** What it is called or served as; markup that is of the other kind is read as what it is. */
  readonly kind: Kind;
  readonly bytes: Buffer;
  /** The encoding that it was served in. */
  readonly charset?: string;
  /** For what came from the web: the address by which it is cited, and the one against which its links are read. */
  readonly found?: { readonly url: string; readonly base: string };
}

export interface DocumentLimits {
  /** Bytes of one line of JSON lines above which it is rejected. */
  readonly maxBytes: number;
}

const FORMATS: Readonly<Record<'plain' | 'markdown' | 'html', (content: string) => Draft | Fault>> = {
  plain: readPlain,
  markdown: readMarkdown,
  html: readHtml,
};
const PROLOG = '^(?:\\uFEFF|\\s|<\\?[^>]*>|<!--(?:(?!-->)[^])*-->|<!DOCTYPE[^>\\[]*>)*';
const FEED = new RegExp(`${PROLOG}<(?:rss|feed|rdf:RDF|atom:feed)[\\s>]`, 'i');
const PAGE = new RegExp(`${PROLOG}<html[\\s>]`, 'i');
/** UTF-16 units in which a document shows what it is. */
const START = 4096;

/** The releases of a document, and what of it is none. */
export async function* readDocument(document: Document, limits: DocumentLimits): AsyncGenerator<Read> {
  if (document.kind === 'lines') {
    yield* readJsonLines(document.path, [document.bytes], limits);
    return;
  }
  const content = contentOf(document);
  if (typeof content !== 'string') {
    yield rejected(document.path, content.fault);
    return;
  }
  const kind = kindOfText(content, document.kind);
  if (kind === 'feed') yield* readEntries(content, document);
  else yield readWhole(FORMATS[kind](content), document);
}

function contentOf({ bytes, charset }: Document): string | Fault {
  const decoded = decode(bytes, charset);
  if (decoded.kind === 'binary')
    return { fault: `is ${decoded.what}, no text: save it as .txt, .md or .html` };
  if (decoded.kind === 'undecodable') return { fault: 'its encoding is unknown: save it as UTF-8' };
  if (decoded.text.trim() === '') return { fault: 'is empty: give it a headline and a text, or remove it' };
  return decoded.text;
}

/** Feeds are served as pages, and pages as XML. */
function kindOfText(content: string, kind: Exclude<Kind, 'lines'>): Exclude<Kind, 'lines'> {
  const start = content.slice(0, START);
  if (FEED.test(start)) return 'feed';
  return kind === 'feed' && PAGE.test(start) ? 'html' : kind;
}

function readWhole(read: Draft | Fault, { path, ref, found }: Document): Read {
  const draft = 'fault' in read ? read : whole(read);
  if ('fault' in draft) return rejected(path, draft.fault);
  const dated = { ...draft, date: dateOf(draft) };
  const release = releaseOf(canonicalize(ref), found === undefined ? dated : cited(dated, found));
  return { kind: 'release', path, release };
}

/** Where the format has no place for a date, or none is there, text or headline may tell it. */
function dateOf({ date, title, text }: Draft): string | undefined {
  return (
    (date === undefined ? undefined : readDate(date)) ??
    readDateline(text) ??
    readHeadlineDate(simplify(title))
  );
}

/** A page may name another's address as its own; who issued it may be known by the host alone. */
function cited(draft: Draft, { url }: { readonly url: string }): Draft {
  return { ...draft, url, source: sourceOr(draft, url) };
}

function sourceOr({ source }: Draft, address: string): string {
  return source === undefined || source.trim() === '' ? new URL(address).hostname : source;
}

function* readEntries(content: string, { path, ref, found }: Document): Generator<Read> {
  const entries = readFeed(content, found?.base);
  if ('fault' in entries) {
    yield rejected(path, entries.fault);
    return;
  }
  const refs = new Set<ReleaseRef>();
  for (const [i, entry] of entries.entries()) {
    const where = `${path}#${i + 1}`;
    if ('fault' in entry) {
      yield rejected(where, entry.fault);
      continue;
    }
    const { names, draft } = entry;
    const candidates = (names.length === 0 ? [`${ref}#${draft.title}`] : names).map(canonicalize);
    const free = candidates.find((name) => !refs.has(name));
    if (free === undefined) {
      yield rejected(where, `repeats "${candidates[0]}", an entry above it: nothing is lost`);
      continue;
    }
    refs.add(free);
    const attributed = found === undefined ? draft : { ...draft, source: sourceOr(draft, found.base) };
    yield { kind: 'release', path: where, release: releaseOf(free, attributed) };
  }
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
