// Words of a question that no release has, as they were probably meant. Pure.
import type { RankedPassage } from '../domain/passage.ts';
import type { Release, ReleaseRef } from '../domain/release.ts';
import { sliceSpan } from '../domain/span.ts';
import type { Variants } from '../domain/variant.ts';
import { tokensOf } from '../text/terms.ts';
import { formsIn } from './asked.ts';

/** Trust from which on a guess is taken for the word: one edit away, where nearly all that are misspelt are found. */
const SURE = 0.8;

export interface Found {
  readonly ranked: readonly RankedPassage[];
  readonly releases: (ref: ReleaseRef) => Release | undefined;
}

/**
 * `words` with each that has respellings replaced by the likeliest that the passages found hold: what they do not speak
 * of was not meant, and may stand in releases alone that are not to be seen. Undefined where nothing changes.
 */
export function respell(words: string, respellings: Variants, found: Found): string | undefined {
  if (respellings.size === 0) return undefined;
  const held = wordsOf(found);
  let respelled = '';
  let end = 0;
  for (const token of tokensOf(words)) {
    const guess = respellings
      .get(token.term)
      ?.find(({ term, weight }) => weight >= SURE && held.has(term))?.term;
    if (guess === undefined) continue;
    respelled += words.slice(end, token.start) + inCaseOf(words.charAt(token.start), guess);
    end = token.end;
  }
  return end === 0 ? undefined : respelled + words.slice(end);
}

function wordsOf({ ranked, releases }: Found): ReadonlySet<string> {
  const texts = ranked.map(({ header, passage }) =>
    sliceSpan(releases(header.ref)?.text ?? '', passage.span),
  );
  return formsIn([...texts, ...ranked.map(({ header }) => header.title)].join('\n'));
}

/** What begins with a capital may be a name, and is looked for as one. */
function inCaseOf(initial: string, word: string): string {
  return initial === initial.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
