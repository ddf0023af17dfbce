// The columns of the memory index on disk, so that a start need not read and count every passage anew.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StaleIndexError } from '../domain/errors.ts';
import type { Role } from '../domain/passage.ts';
import type { CatalogRelease, CatalogState } from './catalog.ts';
import type { Numbers } from './column.ts';
import { asidePath, commitAside } from './durable.ts';
import type { LexicalState } from './lexical.ts';
import type { MatrixState } from './matrix.ts';

/** Raised when the layout or the meaning of a section changes. */
const FORMAT = 3;
const SIDECAR = 'lexical.json';

export interface IndexState {
  readonly catalog: CatalogState;
  readonly lexical: LexicalState;
  readonly matrix: MatrixState;
  /** Abbreviations with what they stand for, as `abbreviations.ts` keeps them. */
  readonly abbreviations: readonly (readonly [string, string])[];
}

const TYPES = { Uint8Array, Int8Array, Uint32Array, Float32Array } as const;
type TypeName = keyof typeof TYPES;

const sidecarSchema = z.object({
  format: z.literal(FORMAT),
  file: z.string(),
  fingerprint: z.string(),
  generation: z.number(),
  passages: z.number(),
  sections: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['Uint8Array', 'Int8Array', 'Uint32Array', 'Float32Array']),
      length: z.number(),
    }),
  ),
  bytes: z.number(),
  sha256: z.string(),
});
type Sidecar = z.infer<typeof sidecarSchema>;

export interface SnapshotStamp {
  /** Of model and rules; a snapshot of another one is never read. */
  readonly fingerprint: string;
  /** The store's generation that the snapshot shows. */
  readonly generation: number;
}

/**
 * 1. lay the state out as sections of one file, written aside and hashed on the way
 * 2. sync and rename it
 * 3. write the sidecar, last
 * 4. remove the file that it named before
 */
export function writeSnapshot(directory: string, stamp: SnapshotStamp, state: IndexState): void {
  const file = `lexical-${stamp.generation}.bin`;
  const sections = sectionsOf(state);
  const written = writeSections(asidePath(path.join(directory, file)), sections);
  commitAside(path.join(directory, file));
  const sidecar: Sidecar = {
    format: FORMAT,
    file,
    ...stamp,
    passages: state.catalog.ids.length,
    sections: [...sections].map(([name, { constructor, length }]) => ({
      name,
      type: constructor.name as TypeName,
      length,
    })),
    ...written,
  };
  const named = path.join(directory, SIDECAR);
  writeFileSync(asidePath(named), `${JSON.stringify(sidecar, null, 2)}\n`);
  commitAside(named);
  for (const other of readdirSync(directory)) {
    if (/^lexical-\d+\.bin$/.test(other) && other !== file)
      rmSync(path.join(directory, other), { force: true });
  }
}

function writeSections(
  file: string,
  sections: ReadonlyMap<string, Numbers>,
): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'w');
  let bytes = 0;
  try {
    for (const section of sections.values()) {
      const raw = bytesOf(section);
      hash.update(raw);
      for (let at = 0; at < raw.length;) at += writeSync(descriptor, raw, at);
      bytes += raw.length;
    }
  } finally {
    closeSync(descriptor);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * The snapshot kept in `directory`, or undefined where there is none. Throws `StaleIndexError` when it is of another
 * stamp or not what was written.
 */
export function readSnapshot(directory: string, fingerprint: string): IndexState | undefined {
  const named = path.join(directory, SIDECAR);
  if (!existsSync(named)) return undefined;
  try {
    const sidecar = sidecarSchema.parse(JSON.parse(readFileSync(named, 'utf8')));
    if (sidecar.fingerprint !== fingerprint) throw new Error('it is of another model or other rules');
    return stateOf(readSections(path.join(directory, sidecar.file), sidecar));
  } catch (error) {
    throw new StaleIndexError(
      `The index kept in ${named} is not used: ${(error as Error).message}. It is built again.`,
      {
        cause: error,
      },
    );
  }
}

/** Each section is read into an array of its own, so that no view holds on to the whole file. */
function readSections(file: string, sidecar: Sidecar): ReadonlyMap<string, Numbers> {
  const hash = createHash('sha256');
  const sections = new Map<string, Numbers>();
  const descriptor = openSync(file, 'r');
  try {
    if (fstatSync(descriptor).size !== sidecar.bytes)
      throw new Error('its size is not that of the file written');
    for (const { name, type, length } of sidecar.sections) {
      const section = new TYPES[type](length);
      const raw = bytesOf(section);
      for (let at = 0; at < raw.length;) {
        const read = readSync(descriptor, raw, at, raw.length - at, null);
        if (read === 0) throw new Error('it ends too early');
        at += read;
      }
      hash.update(raw);
      sections.set(name, section);
    }
  } finally {
    closeSync(descriptor);
  }
  if (hash.digest('hex') !== sidecar.sha256) throw new Error('its hash is not that of the file written');
  return sections;
}

function bytesOf(section: Numbers): Uint8Array {
  return new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function sectionsOf({ catalog, lexical, matrix, abbreviations }: IndexState): ReadonlyMap<string, Numbers> {
  return new Map<string, Numbers>([
    ['releases', encode(catalog.releases)],
    ['roles', encode(catalog.roles)],
    ['ids', catalog.ids],
    ['spans', catalog.spans],
    ['roleOf', catalog.roleOf],
    ['terms', new TextEncoder().encode(lexical.terms.join('\n'))],
    ['offsets', lexical.rows.offsets],
    ['slots', lexical.rows.slots],
    ['counts', lexical.rows.counts],
    ['lengths', lexical.lengths],
    ['forwardEnds', lexical.forward.ends],
    ['forwardWords', lexical.forward.words],
    ['codes', matrix.codes],
    ['scales', matrix.scales],
    ['abbreviations', encode(abbreviations)],
  ]);
}

function stateOf(sections: ReadonlyMap<string, Numbers>): IndexState {
  const numbers = (name: string): Numbers => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`it has no section "${name}"`);
    return section;
  };
  const text = (name: string): string => new TextDecoder().decode(numbers(name));
  const terms = text('terms');
  return {
    catalog: {
      releases: JSON.parse(text('releases')) as readonly CatalogRelease[],
      roles: JSON.parse(text('roles')) as readonly Role[],
      ids: numbers('ids') as Uint32Array,
      spans: numbers('spans') as Uint32Array,
      roleOf: numbers('roleOf') as Uint32Array,
    },
    lexical: {
      terms: terms === '' ? [] : terms.split('\n'),
      rows: {
        offsets: numbers('offsets') as Uint32Array,
        slots: numbers('slots') as Uint32Array,
        counts: numbers('counts') as Uint8Array,
      },
      lengths: numbers('lengths') as Uint32Array,
      forward: {
        ends: numbers('forwardEnds') as Uint32Array,
        words: numbers('forwardWords') as Uint32Array,
      },
    },
    matrix: { codes: numbers('codes') as Int8Array, scales: numbers('scales') as Float32Array },
    abbreviations: JSON.parse(text('abbreviations')) as IndexState['abbreviations'],
  };
}
