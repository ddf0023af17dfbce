// Whether there is room for the index, and whether it may be written.
import { access, constants, statfs } from 'node:fs/promises';
import path from 'node:path';
import { broken, doubtful, sound, type Finding } from './finding.ts';

const MEGABYTE = 1024 * 1024;
/** SQLite writes changes beside the store before it takes them over; below this an ingest may fail half way. */
const LEAST_MB = 100;
/** An index is written aside and renamed, so for a while there are two of them. */
const AMPLE_MB = 1_000;

/** Looks at the folder, or at the nearest one above that is there: it is made on demand. */
export async function examineDisk(dataDir: string): Promise<Finding> {
  const dir = await nearest(dataDir);
  try {
    await access(dir, constants.W_OK);
  } catch {
    return broken(
      'disk',
      `${dir} may not be written`,
      'Give the user that runs Rilis the right to write there, or set RILIS_DATA_DIR to another folder.',
    );
  }
  const { bavail, bsize } = await statfs(dir);
  return judgeRoom(dataDir, Math.floor((bavail * bsize) / MEGABYTE));
}

/** What so much room means for an index at `dataDir`. */
export function judgeRoom(dataDir: string, megabytes: number): Finding {
  const found = `${megabytes} MB free at ${dataDir}`;
  const mend = 'Make room on that disk, or move the folder and set RILIS_DATA_DIR to it.';
  if (megabytes < LEAST_MB) return broken('disk', found, mend);
  return megabytes < AMPLE_MB ? doubtful('disk', found, mend) : sound('disk', found);
}

async function nearest(dir: string): Promise<string> {
  try {
    await access(dir);
    return dir;
  } catch {
    const above = path.dirname(dir);
    return above === dir ? dir : nearest(above);
  }
}
