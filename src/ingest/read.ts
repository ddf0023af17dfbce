// Files and folders to releases: finds them, reads their bytes, names them. What can't become a release is told, never lost.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ReleaseRef } from '../domain/release.ts';
import { readDocument, readJsonLines, type DocumentLimits } from './document.ts';
import { findFiles, type FoundFile } from './find.ts';
import { rejected, type Read } from './release.ts';

export interface ReadOptions extends DocumentLimits {
  /** Bytes of one file, or of one line of a `.jsonl` file, above which it is rejected. */
  readonly maxBytes: number;
}

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
        yield* readFound(found, refs, options);
      }
    }
  }
}

async function* readFound(
  file: FoundFile,
  refs: Set<ReleaseRef>,
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

/** Two releases of one ingest never replace each other. */
function named(read: Read, refs: Set<ReleaseRef>): Read {
  if (read.kind === 'rejected') return read;
  const { ref } = read.release;
  if (refs.has(ref)) {
    return rejected(
      read.path,
      `another release named "${ref}" was read before it: ingest the folder above both, or rename one`,
    );
  }
  refs.add(ref);
  return read;
}
