// Whether words that stand together in the question stand together in a passage. Pure.
import { formsOf, tokensOf } from '../text/terms.ts';
import type { Asked } from './asked.ts';

/** Words between two that still count as together. */
const NEAR = 5;

/** Share of the question's neighbouring words with content that stand near each other in `text`, by weight, in [0, 1]. */
export function closenessOf({ telling }: Pick<Asked, 'telling'>, text: string): number {
  const positions = new Map<string, number[]>();
  tokensOf(text).forEach(({ term }, at) => {
    for (const form of formsOf(term)) {
      const known = positions.get(form);
      if (known === undefined) positions.set(form, [at]);
      else known.push(at);
    }
  });
  const places = telling.map(({ forms, guesses }) =>
    [...forms, ...guesses.flatMap((guess) => guess.forms)].flatMap((form) => positions.get(form) ?? []),
  );
  let sum = 0;
  let total = 0;
  for (let i = 0; i + 1 < telling.length; i++) {
    const weight = Math.min(telling[i]?.weight ?? 0, telling[i + 1]?.weight ?? 0);
    total += weight;
    if (standNear(places[i] ?? [], places[i + 1] ?? [])) sum += weight;
  }
  return total === 0 ? 0 : sum / total;
}

function standNear(ones: readonly number[], others: readonly number[]): boolean {
  return ones.some((one) => others.some((other) => one !== other && Math.abs(one - other) <= NEAR));
}
