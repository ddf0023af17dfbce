// The ranking itself: candidates by words and by vectors, one score for each.
import type { Filter } from '../domain/answer.ts';
import type { Evidence, Meets, Ranks } from '../domain/passage.ts';
import type { ReleaseRef } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { WordVector } from '../embed/embedder.ts';
import { GROUPS, type Catalog } from './catalog.ts';
import type { EmbeddedQuestion } from './embed-question.ts';
import type { Signals } from './fuse.ts';
import { LateInteraction } from './interaction.ts';
import { bestOfGroups } from './lexical.ts';
import { weighQuestion } from './question.ts';
import { Scorer, type Encounters, type Indexes } from './scorer.ts';
import { Top, type Scored } from './top.ts';
import { differentWords } from './words.ts';

/**
 * Candidates of each language that the rankings put forward. By whole vectors the right passage in another language is
 * often far down; among 80 it is missed about as seldom as among 200.
 */
const LEXICAL_CANDIDATES = 40;
const DENSE_CANDIDATES = 80;
/**
 * Share of the question's information from which on a passage in its own language is what it asks for, and no
 * translation is looked for. MRR@10 on the same questions is equal with and without, in every pair of languages.
 */
const HELD = 0.8;

export interface AskedQuestion extends EmbeddedQuestion {
  /** Language group of the question, where it is known. */
  readonly group?: number;
  /** Whether the passages will be read, so that `meets` is wanted whatever their languages. */
  readonly toBeRead: boolean;
}

/** Which passages may be found. */
export interface Within {
  readonly filter: Filter;
  readonly scope: Scope;
  /** Default: all. */
  readonly refs?: ReadonlySet<ReleaseRef> | undefined;
  /** Passages of each language that either ranking puts forward. */
  readonly candidates?: number | undefined;
}

/** A passage found, with what it was found by. What only shown passages need is worked out when asked for. */
export interface Found {
  readonly slot: number;
  readonly score: number;
  ranks(): Ranks;
  evidence(): Evidence;
  /** What `score` was made of. */
  signals(): Signals;
}

export interface Rank {
  /** Best first. */
  readonly found: readonly Found[];
  /** Absent where the model knows no single words. */
  readonly meets?: Meets;
  /** Milliseconds. */
  readonly timings: { readonly lexical: number; readonly dense: number; readonly words: number };
}

type Candidates = readonly (readonly Scored[])[];

/**
 * 1. select what filter and scope let through
 * 2. score all of it by words, and take the best of each language
 * 3. find the nearest of each language by vectors, and how near chance comes
 * 4. look for each word of the question in the best candidates
 * 5. fuse the scores, and order the candidates
 */
export async function rank(indexes: Indexes, question: AskedQuestion, within: Within): Promise<Rank> {
  const { memory, nearest } = indexes;
  const start = performance.now();
  const selection = memory.catalog.select(within.filter, within.scope, within.refs);
  const terms = weighQuestion(question.forms, memory);
  const scores = memory.lexical.score(terms);
  const bound = memory.lexical.upperBound(terms) || 1;
  const lexical = bestOfGroups(
    scores,
    { mask: selection.mask, groups: memory.catalog.groups },
    GROUPS.map(() => new Top(within.candidates ?? LEXICAL_CANDIDATES)),
  );
  const scored = performance.now();
  const dense = nearest.find(question.vector, {
    selection,
    limit: within.candidates ?? DENSE_CANDIDATES,
  });
  const slots = new Set([...lexical, ...dense].flat().map(({ slot }) => slot));
  // The scores hold until the next question, which may come before the words of this one are known.
  const lexicalOf = new Map(Array.from(slots, (slot) => [slot, Math.min(1, (scores[slot] ?? 0) / bound)]));
  const near = performance.now();
  const ownGroup = question.group ?? bestGroup(lexical);
  const severalLanguages = selection.counts.some((count, group) => count > 0 && group !== ownGroup);
  const scorer = new Scorer(indexes, question.vector, {
    shares: memory.lexical.sharesOf(terms),
    lexicalOf,
    cosineOf: new Map(dense.flatMap((group) => group.map(({ slot, score }) => [slot, score]))),
    ownGroup,
    questionWords: Math.max(1, differentWords(question.forms).length),
  });
  const holding = severalLanguages ? theHolding(scorer, lexical[ownGroup]) : undefined;
  const across = severalLanguages && holding === undefined;
  const encounters =
    across || question.toBeRead
      ? await readWords(
          indexes,
          question.words,
          within.candidates === undefined ? scorer.shortlist(slots) : slots,
        )
      : undefined;
  scorer.meet(encounters, across);
  const interacted = performance.now();
  const found = order(scorer, { lexical, dense }, holding).filter(({ slot }) => memory.catalog.isLive(slot));
  const end = performance.now();
  return {
    found,
    ...(encounters === undefined ? {} : { meets: (text) => encounters.interaction.scoreText(text) }),
    timings: { lexical: scored - start, dense: near - scored + end - interacted, words: interacted - near },
  };
}

/** Undefined where the model knows no single words. */
async function readWords(
  { memory, vectors }: Indexes,
  words: readonly WordVector[] | undefined,
  slots: ReadonlySet<number>,
): Promise<Encounters | undefined> {
  if (vectors === undefined || words === undefined) return undefined;
  const { lexical } = memory;
  const unknown = new Set<number>();
  for (const slot of slots) vectors.addUnknown(lexical.wordsAt(slot), unknown);
  await vectors.learn(unknown, (number) => lexical.termAt(number));
  return { slots, interaction: new LateInteraction(words, lexical, vectors) };
}

/** The passage of the question's own language that holds about all that is asked: no translation will answer better. */
function theHolding(scorer: Scorer, [best]: readonly Scored[] = []): number | undefined {
  return best !== undefined && scorer.coverage(best.slot) >= HELD ? best.slot : undefined;
}

/** The language whose passages the words match best. */
function bestGroup(lexical: Candidates): number {
  let best = 0;
  lexical.forEach(([first], group) => {
    if ((first?.score ?? 0) > (lexical[best]?.[0]?.score ?? 0)) best = group;
  });
  return best;
}

function order(
  scorer: Scorer,
  { lexical, dense }: Readonly<Record<keyof Ranks, Candidates>>,
  holding: number | undefined,
): readonly Found[] {
  const ranks = { lexical: ranksOf(lexical), dense: ranksOf(dense) };
  const scored: Scored[] = [];
  for (const slot of new Set([...ranks.lexical.keys(), ...ranks.dense.keys()]))
    scored.push({ slot, score: scorer.score(slot) });
  scored.sort(byScore);
  if (holding !== undefined) bringForward(scored, holding, (slot) => scorer.isForeign(slot));
  return scored.map((one) => new FoundPassage(scorer, ranks, one));
}

/**
 * The passage that holds what is asked comes before all in another language: a whole sentence of a release is nearer, by
 * its vector, to its translation alone than to the paragraph that it stands in.
 */
function bringForward(sorted: Scored[], holding: number, isForeign: (slot: number) => boolean): void {
  const from = sorted.findIndex(({ slot }) => slot === holding);
  const to = sorted.findIndex(({ slot }) => isForeign(slot));
  if (to < 0 || from < to) return;
  sorted.splice(from, 1);
  sorted.splice(to, 0, { slot: holding, score: sorted[to]?.score ?? 0 });
}

/** Positions of the slots in both rankings. */
type RanksBySlot = Readonly<Record<keyof Ranks, ReadonlyMap<number, number>>>;

/** A class, for hundreds are made a question: as closures they took a tenth of its time. */
class FoundPassage implements Found {
  readonly slot: number;
  readonly score: number;
  readonly #scorer: Scorer;
  readonly #ranks: RanksBySlot;

  constructor(scorer: Scorer, ranks: RanksBySlot, { slot, score }: Scored) {
    this.#scorer = scorer;
    this.#ranks = ranks;
    this.slot = slot;
    this.score = Math.min(1, Math.max(0, score));
  }

  ranks(): Ranks {
    const lexical = this.#ranks.lexical.get(this.slot);
    const dense = this.#ranks.dense.get(this.slot);
    return { ...(lexical === undefined ? {} : { lexical }), ...(dense === undefined ? {} : { dense }) };
  }

  evidence(): Evidence {
    return this.#scorer.evidence(this.slot);
  }

  signals(): Signals {
    return this.#scorer.signals(this.slot);
  }
}

function byScore(one: Scored, other: Scored): number {
  return other.score - one.score || one.slot - other.slot;
}

/** Positions from 1 over all languages together. */
function ranksOf(candidates: Candidates): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const { slot } of candidates.flat().sort(byScore)) ranks.set(slot, ranks.size + 1);
  return ranks;
}

export interface TakeOptions {
  /** Passages wanted. */
  readonly limit: number;
  /** Passages of one release that come before those of others. */
  readonly perRelease: number;
}

/** At most `perRelease` of each release, in order; where that leaves room, the rest follows. */
export function takeByRelease(
  found: readonly Found[],
  catalog: Catalog,
  { limit, perRelease }: TakeOptions,
): readonly Found[] {
  const taken: Found[] = [];
  const left: Found[] = [];
  const counts = new Map<number, number>();
  for (const one of found) {
    if (taken.length === limit) break;
    const { number } = catalog.releaseAt(one.slot);
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    (count <= perRelease ? taken : left).push(one);
  }
  return [...taken, ...left.slice(0, limit - taken.length)];
}
