// Files that are there whole or not at all: written aside, synced, renamed, and vouched for by their hash.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Where a file is written before it takes its name; one a process, so that two never write the same. */
export function asidePath(file: string): string {
  return `${file}.${process.pid}.tmp`;
}

/** Gives the file written aside its name; both its bytes and its name survive a loss of power from here on. */
export function commitAside(file: string): void {
  syncPath(asidePath(file));
  renameSync(asidePath(file), file);
  syncPath(path.dirname(file));
}

function syncPath(target: string): void {
  const descriptor = openSync(target, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** SHA-256 of a file, hexadecimal. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
