// Between rows of the tables and the nouns of the domain. Pure but for hashing.
import { createHash } from 'node:crypto';
import type { Outline } from '../domain/outline.ts';
import type { Role, StoredPassage } from '../domain/passage.ts';
import type { Release, ReleaseHeader } from '../domain/release.ts';
import type { Vector } from '../domain/vector.ts';

export interface HeaderRow {
  readonly number: number;
  readonly ref: string;
  readonly revision: string;
  readonly title: string;
  readonly published_at: string | null;
  readonly source: string;
  readonly language: string;
  readonly url: string | null;
}

export interface ReleaseRow extends HeaderRow {
  readonly text: string;
  readonly outline: string;
  readonly rules: number;
}

export interface PassageRow {
  readonly id: number;
  readonly ref: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly heading_start: number | null;
  readonly heading_end: number | null;
}

export function toHeader(row: HeaderRow): ReleaseHeader {
  return {
    ref: row.ref,
    revision: row.revision,
    number: row.number,
    title: row.title,
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    source: row.source,
    language: row.language,
    ...(row.url === null ? {} : { url: row.url }),
  };
}

export function toRelease(row: ReleaseRow): Release {
  return { ...toHeader(row), text: row.text, outline: JSON.parse(row.outline) as Outline };
}

export function toPassage(row: PassageRow): StoredPassage {
  return {
    id: row.id,
    ref: row.ref,
    ordinal: row.ordinal,
    span: { start: row.start, end: row.end },
    role: JSON.parse(row.role) as Role,
    ...(row.heading_start === null || row.heading_end === null
      ? {}
      : { heading: { start: row.heading_start, end: row.heading_end } }),
  };
}

/** 128 bits of SHA-256: no two texts of one index will ever share them. */
export function hashText(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

export function toBlob(vector: Vector): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Copies, since SQLite's buffer need not be aligned to four bytes. */
export function toVector(blob: Buffer): Vector {
  const vector = new Float32Array(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(vector.buffer).set(blob);
  return vector;
}
