// The kinds of document that hold releases, by name and by content type. Pure.
import path from 'node:path';

export type Kind = 'plain' | 'markdown' | 'html' | 'lines' | 'feed';

const BY_EXTENSION: Readonly<Record<string, Kind>> = {
  '.txt': 'plain',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.jsonl': 'lines',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
};

const BY_TYPE: Readonly<Record<string, Kind>> = {
  'text/plain': 'plain',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/jsonl': 'lines',
  'application/x-ndjson': 'lines',
  'application/ndjson': 'lines',
  'application/jsonlines': 'lines',
  'application/x-jsonlines': 'lines',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/xml': 'feed',
  'text/xml': 'feed',
};

/** Types that servers send for text whose kind they do not know: there the name tells. */
const VAGUE: ReadonlySet<string> = new Set(['text/plain', 'application/octet-stream', '']);

/** The extensions that are read, for those who are told what to give. */
export const EXTENSIONS = Object.keys(BY_EXTENSION).join(', ');

/** What a file or path of this name holds; undefined for other kinds. */
export function kindOfName(name: string): Kind | undefined {
  return BY_EXTENSION[path.posix.extname(name.replaceAll('\\', '/')).toLowerCase()];
}

/** What a document served as `contentType` from a path of this name holds; undefined for other kinds. */
export function kindOfType(contentType: string, name: string): Kind | undefined {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return (VAGUE.has(type) ? kindOfName(name) : undefined) ?? BY_TYPE[type];
}

/** The encoding that a content type declares. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{2,30})/i.exec(contentType)?.[1];
}
