// The kinds of document that hold releases, by name. Pure.
import path from 'node:path';

export type Kind = 'plain' | 'markdown' | 'html' | 'lines';

const BY_EXTENSION: Readonly<Record<string, Kind>> = {
  '.txt': 'plain',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.jsonl': 'lines',
};

/** The extensions that are read, for those who are told what to give. */
export const EXTENSIONS = Object.keys(BY_EXTENSION).join(', ');

/** What a file or path of this name holds; undefined for other kinds. */
export function kindOfName(name: string): Kind | undefined {
  return BY_EXTENSION[path.posix.extname(name.replaceAll('\\', '/')).toLowerCase()];
}
