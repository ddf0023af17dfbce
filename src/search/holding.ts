// Which releases hold most of the words of a text: by words alone, for who looks for the text itself.
import type { ReleaseHeader } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import { GROUPS } from './catalog.ts';
import { bestOfGroups } from './lexical.ts';
import type { MemoryIndex } from './memory.ts';
import { weighQuestion } from './question.ts';
import { Top } from './top.ts';
import { wordsOf } from './words.ts';

/** Passages looked at for each release wanted: a release has many that share words with a text out of it. */
const PASSAGES = 8;

export interface HoldingOptions {
  readonly scope: Scope;
  /** Releases wanted. */
  readonly limit: number;
}

/** Best first, each judged by its best passage, whatever its language. */
export function findHolding(
  { catalog, lexical }: MemoryIndex,
  text: string,
  { scope, limit }: HoldingOptions,
): readonly ReleaseHeader[] {
  const { mask } = catalog.select({}, scope);
  const top = new Top(PASSAGES * limit);
  // No slip is mended and no abbreviation is spelt out: another word is another text.
  const scores = lexical.score(weighQuestion(wordsOf(text)));
  const best = bestOfGroups(
    scores,
    { mask, groups: catalog.groups },
    GROUPS.map(() => top),
  ).flat();
  const releases = new Set(best.map(({ slot }) => catalog.releaseAt(slot)));
  return Array.from(releases, ({ header }) => header).slice(0, limit);
}
