// What a ranking or an answer is worth, by the field's usual measures. Pure.

/** Ranks below this count as not found. */
export const DEPTH = 10;

/** Place of the first hit, from 1; undefined where there is none. */
export function rankOfFirst(refs: readonly string[], gold: ReadonlySet<string>): number | undefined {
  const place = refs.findIndex((ref) => gold.has(ref));
  return place === -1 ? undefined : place + 1;
}

/** 1 where the first hit is among the first `k`, else 0. */
export function recallAt(k: number, rank: number | undefined): number {
  return rank !== undefined && rank <= k ? 1 : 0;
}

/** Reciprocal of the rank, 0 below `DEPTH`. */
export function reciprocalRank(rank: number | undefined): number {
  return rank !== undefined && rank <= DEPTH ? 1 / rank : 0;
}

/** Words compared without case, width and spacing. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether any of the answers stands in the text. */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const words = plainWords(text);
  return answers.some((answer) => words.includes(plainWords(answer)));
}

/** A quote that is less than this share of the other, or more than its inverse, is another quote. */
const SAME_SHARE = 0.5;

/** Whether two quotes are the same words, one perhaps with a little more around it. */
export function isSameQuote(one: string, other: string): boolean {
  const [short = '', long = ''] = [plainWords(one), plainWords(other)].sort((a, b) => a.length - b.length);
  return short !== '' && long.includes(short) && short.length >= SAME_SHARE * long.length;
}

/** Where `point` stands among the quotes: quote and offset in it, the order in which a reader meets it. */
function placeOf(point: string, quotes: readonly string[]): readonly [number, number] | undefined {
  for (const [index, quote] of quotes.entries()) {
    const offset = plainWords(quote).indexOf(plainWords(point));
    if (offset !== -1) return [index, offset];
    if (isSameQuote(quote, point)) return [index, 0];
  }
  return undefined;
}

export type ListVerdict = 'complete' | 'out-of-order' | 'incomplete';

/** Whether the quotes give every point, in order. */
export function judgeList(quotes: readonly string[], points: readonly string[]): ListVerdict {
  const places = points.map((point) => placeOf(point, quotes));
  const found = places.filter((place) => place !== undefined);
  if (found.length < points.length) return 'incomplete';
  const ordered = found.every((place, i) => {
    const before = found[i - 1];
    return before === undefined || before[0] < place[0] || (before[0] === place[0] && before[1] < place[1]);
  });
  return ordered ? 'complete' : 'out-of-order';
}

/** The value below which `share` of the values lie; undefined where there are none. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
