// Cuts a release into passages. Pure.
import type { Passage } from '../domain/passage.ts';
import type { Release } from '../domain/release.ts';

/** Passages in order: in bounds, disjoint, never empty; together they hold all that is no white space. */
export function chunk(release: Release): Passage[] {
  return release.outline.paragraphs.map((span, ordinal) => ({
    ref: release.ref,
    ordinal,
    span,
    role: { kind: ordinal === 0 ? 'lead' : 'paragraph' },
  }));
}
