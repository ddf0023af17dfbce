// Files, folders and addresses to releases: finds them, reads their bytes, names them. What can't become a release is told, never lost.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ReleaseRef } from '../domain/release.ts';
import { readDocument, readJsonLines, type DocumentLimits } from './document.ts';
import { findFiles, type FoundFile } from './find.ts';
import { isAddress, readLink, refOfAddress } from './link.ts';
import { rejected, type Read } from './release.ts';
import type { FetchOptions } from './web/fetch.ts';

export interface ReadOptions extends DocumentLimits {
  /** Bytes of one file, or of one line of a `.jsonl` file, above which it is rejected. */
  readonly maxBytes: number;
  readonly fetching?: FetchOptions;
}

/**
 * Reads files, folders recursively in the order of their names, and pages and feeds of the web, one release at a time.
 *
 * 1. find the files below each input, or fetch its address
 * 2. decode, and read by format; a `.jsonl` file line by line, however big it is
 * 3. name the release: its path below the folder, or the id that a line gives, or its address
 * 4. tell language and outline
 */
export async function* readReleases(inputs: readonly string[], options: ReadOptions): AsyncGenerator<Read> {
  const refs = new Map<ReleaseRef, string>();
  const files = new Set<string>();
  for (const input of inputs) {
    if (isAddress(input)) {
      const address = refOfAddress(input);
      if (files.has(address)) continue;
      files.add(address);
      for await (const read of readLink(input, options, options.fetching)) yield named(read, refs);
      continue;
    }
    for await (const found of findFiles(input, options)) {
      if (found.kind === 'rejected') yield found;
      else if (!files.has(found.realPath)) {
        files.add(found.realPath);
        yield* readFound(found, refs, options);
      }
    }
  }
}

async function* readFound(
  file: FoundFile,
  refs: Map<ReleaseRef, string>,
  options: ReadOptions,
): AsyncGenerator<Read> {
  try {
    if (file.holds === 'lines') {
      yield* readJsonLines(file.path, createReadStream(file.path), options);
      return;
    }
    const bytes = await readFile(file.path);
    const document = { path: file.path, ref: file.ref, kind: file.holds, bytes };
    for await (const read of readDocument(document, options)) yield named(read, refs);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    yield rejected(file.path, `can't be read (${code}): check its permissions`);
  }
}

/** Two releases of one ingest never replace each other; the same one twice, as in two feeds, is no fault. */
function named(read: Read, refs: Map<ReleaseRef, string>): Read {
  if (read.kind === 'rejected') return read;
  const { ref, revision } = read.release;
  const before = refs.get(ref) ?? revision;
  refs.set(ref, before);
  if (before === revision) return read;
  const remedy = isAddress(ref)
    ? 'ingest one of the two feeds'
    : 'ingest the folder above both, or rename one';
  return rejected(read.path, `another release named "${ref}" was read before it: ${remedy}`);
}
