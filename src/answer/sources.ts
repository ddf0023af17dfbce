// Which of the known sources a question names: "menurut Kemenlu", "according to the port authority". Pure.
import type { Span } from '../domain/span.ts';
import { simplify } from '../text/simplified.ts';

export interface NamedSource {
  /** As the index knows it. */
  readonly source: string;
  /** The words that say so, with what introduces them. */
  readonly span: Span;
}

const CUE =
  '\\b(?:menurut|berdasarkan|dari (?:rilis|siaran pers|situs)|rilis|siaran pers|according to|from the (?:release|site)s? of|released by|published by)\\s+(?:the\\s+)?|(?:据|根据|按照)';
/** UTF-16 units; shorter names match by chance. */
const MIN_NAME = 3;

/** The source that a question restricts itself to; the longest name wins where several fit. */
export function readSource(question: string, sources: readonly string[]): NamedSource | undefined {
  const names = sources
    .flatMap((source) => [simplify(source), acronymOf(source)].map((name) => ({ source, name })))
    .filter(({ name }) => name.length >= MIN_NAME)
    .sort((one, other) => other.name.length - one.name.length);
  for (const { source, name } of names) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const match = new RegExp(`(?:${CUE})${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(question);
    if (match !== null) {
      return { source, span: { start: match.index, end: match.index + match[0].length } };
    }
  }
  return undefined;
}

/** `Badan Pangan Wilayah Timur` is also called `BPWT`. */
function acronymOf(source: string): string {
  const words = source.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return words.length >= MIN_NAME ? words.map((word) => word.slice(0, 1)).join('') : '';
}
