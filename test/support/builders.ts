// Releases and passages for tests: whole and valid, with what a test cares about given by name.
import { createHash } from 'node:crypto';
import type { Passage } from '../../src/domain/passage.ts';
import type { Release } from '../../src/domain/release.ts';
import { outlineOf } from '../../src/ingest/outline.ts';
import type { PreparedRelease } from '../../src/store/store.ts';

/** A release whose revision is that of its title and text, as reading gives it. */
export function aRelease(given: Partial<Release> = {}): Release {
  const title = given.title ?? 'Pelabuhan baru dibuka';
  const text = given.text ?? 'Pelabuhan baru dibuka pada hari Senin.\n\nKapal pertama tiba pukul sembilan.';
  return {
    ref: 'pelabuhan.txt',
    publishedAt: '2024-05-27T17:07:04',
    source: 'Otoritas Pelabuhan',
    language: 'id',
    outline: { paragraphs: [], headings: [], lists: [], turns: [] },
    ...given,
    title,
    text,
    revision: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
  };
}

/** A release whose layout was read: with the outline of its text. */
export function anOutlinedRelease(given: Partial<Release> & Pick<Release, 'text'>): Release {
  return aRelease({ ...given, outline: outlineOf(given.text) });
}

/** One passage a paragraph, cut at blank lines. */
export function passagesOf(release: Release): readonly Passage[] {
  return [...release.text.matchAll(/\S[^]*?(?=\n\n|$)/g)].map((match, ordinal) => ({
    ref: release.ref,
    ordinal,
    span: { start: match.index, end: match.index + match[0].length },
    role: { kind: ordinal === 0 ? 'lead' : 'paragraph' },
  }));
}

/** A release ready to be kept; its vectors are unit vectors that differ from passage to passage. */
export function aPreparedRelease(given: Partial<Release> = {}, rules = 1): PreparedRelease {
  const release = aRelease(given);
  const passages = passagesOf(release);
  const embeddedTexts = passages.map(
    ({ span }) => `${release.title}\n${release.text.slice(span.start, span.end)}`,
  );
  return { release, passages, embeddedTexts, vectors: embeddedTexts.map(aVector), rules };
}

/** A unit vector of four dimensions that depends on the text alone. */
export function aVector(text: string): Float32Array {
  const bytes = createHash('sha256').update(text).digest();
  const vector = Float32Array.from([0, 1, 2, 3], (i) => (bytes[i] ?? 0) - 128);
  const norm = Math.hypot(...vector) || 1;
  return vector.map((x) => x / norm);
}
