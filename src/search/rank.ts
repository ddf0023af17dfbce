// The ranking itself: candidates by words and by vectors, one score for each.
import type { Filter } from '../domain/answer.ts';
import type { Evidence, Meets, Ranks } from '../domain/passage.ts';
import type { ReleaseRef } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { Vector } from '../domain/vector.ts';
import type { Background } from './background.ts';
import { GROUPS, type Catalog, type CatalogRelease } from './catalog.ts';
import { fuse, type Signals } from './fuse.ts';
import { LateInteraction } from './interaction.ts';
import { bestOfGroups, type TermShare } from './lexical.ts';
import type { MemoryIndex } from './memory.ts';
import type { NearestPassages } from './nearest.ts';
import { weighQuestion } from './question.ts';
import { Top, type Scored } from './top.ts';
import type { WordVectors } from './word-vectors.ts';
import { wordsOf } from './words.ts';

/**
 * Candidates of each language that the rankings put forward. By whole vectors the right passage in another language is
 * often far down; among 80 it is missed about as seldom as among 200.
 */
const LEXICAL_CANDIDATES = 40;
const DENSE_CANDIDATES = 80;

export interface Indexes {
  readonly memory: MemoryIndex;
  readonly nearest: NearestPassages;
  /** Absent where the model knows no single words. */
  readonly vectors?: WordVectors;
}

export interface AskedQuestion {
  readonly text: string;
  readonly vector: Vector;
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

/** A passage found, with what it was found by. */
export interface Found {
  readonly slot: number;
  readonly score: number;
  readonly ranks: Ranks;
  /** Worked out when asked for: only what is shown needs it. */
  readonly evidence: () => Evidence;
  /** What `score` was made of. */
  readonly signals: () => Signals;
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
 * 4. look for each word of the question in every candidate of either
 * 5. fuse the scores, and order the candidates
 */
export async function rank(indexes: Indexes, question: AskedQuestion, within: Within): Promise<Rank> {
  const { memory, nearest } = indexes;
  const start = performance.now();
  const selection = memory.catalog.select(within.filter, within.scope, within.refs);
  const words = wordsOf(question.text);
  const terms = weighQuestion(words, memory);
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
  const across = selection.counts.some((count, group) => count > 0 && group !== ownGroup);
  const surfaces = [...new Set(words.map(([surface = '']) => surface))];
  const interaction =
    across || question.toBeRead ? await openInteraction(indexes, surfaces, slots) : undefined;
  const interacted = performance.now();
  const scorer = new Scorer(indexes, question, {
    shares: memory.lexical.sharesOf(terms),
    lexicalOf,
    interaction,
    across,
    ownGroup,
    questionWords: Math.max(1, surfaces.length),
  });
  const found = order(scorer, lexical, dense).filter(({ slot }) => memory.catalog.isLive(slot));
  const end = performance.now();
  return {
    found,
    ...(interaction === undefined ? {} : { meets: (text) => interaction.scoreText(text) }),
    timings: { lexical: scored - start, dense: near - scored + end - interacted, words: interacted - near },
  };
}

/** Undefined where the model knows no single words. */
async function openInteraction(
  { memory, vectors }: Indexes,
  surfaces: readonly string[],
  slots: ReadonlySet<number>,
): Promise<LateInteraction | undefined> {
  if (vectors === undefined) return undefined;
  const { lexical } = memory;
  const words = await vectors.embed(surfaces);
  const met = new Set<number>();
  for (const slot of slots) for (const number of lexical.wordsAt(slot)) met.add(number);
  await vectors.learn(met, (number) => lexical.termAt(number));
  return new LateInteraction(words, lexical, vectors);
}

/** The language whose passages the words match best. */
function bestGroup(lexical: Candidates): number {
  let best = 0;
  lexical.forEach(([first], group) => {
    if ((first?.score ?? 0) > (lexical[best]?.[0]?.score ?? 0)) best = group;
  });
  return best;
}

interface Matched {
  readonly shares: readonly TermShare[];
  readonly lexicalOf: ReadonlyMap<number, number>;
  readonly interaction: LateInteraction | undefined;
  /** Whether passages of several languages are ranked: within one, encounters of words add nothing to BM25. */
  readonly across: boolean;
  readonly ownGroup: number;
  readonly questionWords: number;
}

class Scorer {
  readonly #indexes: Indexes;
  readonly #vector: Vector;
  readonly #matched: Matched;
  readonly #backgrounds: readonly Background[];
  readonly #coverages = new Map<CatalogRelease, number>();

  constructor(indexes: Indexes, { vector }: AskedQuestion, matched: Matched) {
    this.#indexes = indexes;
    this.#vector = vector;
    this.#matched = matched;
    this.#backgrounds = indexes.nearest.backgrounds(vector);
  }

  /** Unbounded, so that a handicap all candidates share does not make them equal. */
  score(slot: number): number {
    return fuse(this.signals(slot));
  }

  signals(slot: number): Signals {
    const { memory, nearest } = this.#indexes;
    const group = memory.catalog.groups[slot] ?? 0;
    const { across, interaction: encounters } = this.#matched;
    const interaction = across ? encounters?.score(slot) : undefined;
    return {
      lexical: this.#matched.lexicalOf.get(slot) ?? 0,
      releaseCoverage: this.#releaseCoverage(memory.catalog.releaseAt(slot)),
      cosine: nearest.cosine(this.#vector, slot),
      background: this.#backgrounds[group] ?? { mean: 0, deviation: 1 },
      ownLanguage: group === this.#matched.ownGroup,
      questionWords: this.#matched.questionWords,
      ...(interaction === undefined ? {} : { interaction }),
    };
  }

  #releaseCoverage(release: CatalogRelease): number {
    const known = this.#coverages.get(release);
    if (known !== undefined) return known;
    const { first, end } = release;
    const coverage = this.#indexes.memory.lexical.coverage(this.#matched.shares, first, end);
    this.#coverages.set(release, coverage);
    return coverage;
  }

  evidence(slot: number): Evidence {
    const { memory, nearest } = this.#indexes;
    return {
      cosine: nearest.cosine(this.#vector, slot),
      coverage: memory.lexical.coverage(this.#matched.shares, slot),
      lexical: this.#matched.lexicalOf.get(slot) ?? 0,
      ...(this.#matched.interaction === undefined
        ? {}
        : { interaction: this.#matched.interaction.score(slot) }),
    };
  }
}

function order(scorer: Scorer, lexical: Candidates, dense: Candidates): readonly Found[] {
  const lexicalRanks = ranksOf(lexical);
  const denseRanks = ranksOf(dense);
  const slots = new Set([...lexicalRanks.keys(), ...denseRanks.keys()]);
  return Array.from(slots, (slot) => ({ slot, raw: scorer.score(slot) }))
    .sort((one, other) => other.raw - one.raw || one.slot - other.slot)
    .map(({ slot, raw }) => ({
      slot,
      score: Math.min(1, Math.max(0, raw)),
      ranks: ranksAt(slot, lexicalRanks, denseRanks),
      evidence: () => scorer.evidence(slot),
      signals: () => scorer.signals(slot),
    }));
}

/** Positions from 1 over all languages together. */
function ranksOf(candidates: Candidates): ReadonlyMap<number, number> {
  const all = candidates.flat().sort((one, other) => other.score - one.score || one.slot - other.slot);
  return new Map(all.map(({ slot }, i) => [slot, i + 1]));
}

function ranksAt(
  slot: number,
  lexicalRanks: ReadonlyMap<number, number>,
  denseRanks: ReadonlyMap<number, number>,
) {
  const lexical = lexicalRanks.get(slot);
  const dense = denseRanks.get(slot);
  return { ...(lexical === undefined ? {} : { lexical }), ...(dense === undefined ? {} : { dense }) };
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
