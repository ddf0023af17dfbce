// Finds the files below an input, in a stable order, without leaving its folder.
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { EXTENSIONS, kindOfName, type Kind } from './kinds.ts';

export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly realPath: string;
  /** The path below the folder that was given, with `/`; the name of a file that was given itself. */
  readonly ref: string;
  readonly holds: Kind;
}

export interface RejectedPath {
  readonly kind: 'rejected';
  readonly path: string;
  readonly reason: string;
}

interface Limits {
  readonly maxBytes: number;
}

interface Folder {
  readonly path: string;
  /** Real path of the folder given. */
  readonly root: string;
  readonly ref: string;
}

const MEGABYTE = 1024 * 1024;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'error';

/** The readable files of one input. Hidden files and those of other kinds are passed over within folders. */
export async function* findFiles(input: string, limits: Limits): AsyncGenerator<FoundFile | RejectedPath> {
  let facts: Stats;
  try {
    facts = await stat(input);
  } catch (error) {
    yield rejected(input, unreadable(error));
    return;
  }
  if (!facts.isDirectory()) {
    const holds = kindOfName(input);
    yield holds === undefined
      ? rejected(input, `is of an unknown kind: ${EXTENSIONS} are read`)
      : await checkFile({ path: input, ref: path.basename(input), holds }, limits);
    return;
  }
  let found = 0;
  for await (const file of findInFolder({ path: input, root: await realpath(input), ref: '' }, limits)) {
    found++;
    yield file;
  }
  if (found === 0) yield rejected(input, `holds no releases: ${EXTENSIONS} are read`);
}

function rejected(where: string, reason: string): RejectedPath {
  return { kind: 'rejected', path: where, reason };
}

function unreadable(error: unknown): string {
  const code = codeOf(error);
  return code === 'ENOENT'
    ? 'does not exist: check the path'
    : `can't be read (${code}): check its permissions`;
}

async function* findInFolder(folder: Folder, limits: Limits): AsyncGenerator<FoundFile | RejectedPath> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder.path, { withFileTypes: true });
  } catch (error) {
    yield rejected(folder.path, unreadable(error));
    return;
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of visible.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const below = {
      ...folder,
      path: path.join(folder.path, entry.name),
      ref: joinRef(folder.ref, entry.name),
    };
    const holds = kindOfName(entry.name);
    if (entry.isDirectory()) yield* findInFolder(below, limits);
    else if (entry.isSymbolicLink()) yield* checkLink(below);
    else if (holds !== undefined) yield await checkFile({ ...below, holds }, limits);
  }
}

function joinRef(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A link is never followed: inside the folder its target is read under its own name, outside it does not belong. */
async function* checkLink({ path: link, root }: Folder): AsyncGenerator<RejectedPath> {
  try {
    const target = path.relative(root, await realpath(link));
    if (!target.startsWith(`..${path.sep}`) && !path.isAbsolute(target)) return;
    yield rejected(link, 'links to a place outside the folder: ingest that place itself');
  } catch (error) {
    yield rejected(link, `links to something that ${unreadable(error)}`);
  }
}

async function checkFile(
  { path: file, ref, holds }: Pick<FoundFile, 'path' | 'ref' | 'holds'>,
  { maxBytes }: Limits,
): Promise<FoundFile | RejectedPath> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return rejected(file, 'is no regular file: save it as one');
    if (facts.size === 0) return rejected(file, 'is empty: give it a headline and a text, or remove it');
    // JSON lines are read one by one, so the size of the file does not matter.
    if (facts.size > maxBytes && holds !== 'lines') return rejected(file, tooBig(facts.size, maxBytes));
    return { kind: 'file', path: file, realPath: await realpath(file), ref, holds };
  } catch (error) {
    return rejected(file, unreadable(error));
  }
}

/** Why something of `bytes` is not read. */
export function tooBig(bytes: number, maxBytes: number): string {
  const inMegabytes = (n: number): string => String(Number((n / MEGABYTE).toPrecision(3)));
  return `has ${inMegabytes(bytes)} MB, more than the ${inMegabytes(maxBytes)} MB allowed: split it, or raise RILIS_MAX_FILE_MB`;
}
