// The ranking itself: candidates by words and by vectors, one score for each.
import type { Filter } from '../domain/answer.ts';
import type { Among, Evidence, Meets, Ranks } from '../domain/passage.ts';
import type { ReleaseRef } from '../domain/release.ts';
import type { Variants } from '../domain/variant.ts';
import type { Scope } from '../domain/scope.ts';
import { openLexicon, type Lexicon } from '../text/lexicon.ts';
import { Candidates } from './candidates.ts';
import { groupOf, type Catalog } from './catalog.ts';
import type { EmbeddedQuestion } from './embed-question.ts';
import type { Signals } from './fuse.ts';
import { LateInteraction, type AskedWord } from './interaction.ts';
import type { LexicalIndex } from './lexical.ts';
import { matchWords } from './matching.ts';
import { variantsOf, type Learned } from './question.ts';
import { Scorer, type Encounters, type Indexes } from './scorer.ts';
import type { Scored } from './top.ts';
import type { TranslatedQuestion } from './translations.ts';
import { differentWords } from './words.ts';

/**
 * Candidates of each language that vectors put forward. The right passage in another language is often far down; among 80
 * it is missed about as seldom as among 200.
 */
const DENSE_CANDIDATES = 80;
/** The cosine with a name in another script, which the vectors know nothing of: a word meets itself with 1. */
const NAMESAKE = 0.9;
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
  readonly among: Among;
  readonly variants: Variants;
  readonly respellings: Variants;
  /** Milliseconds. */
  readonly timings: { readonly lexical: number; readonly dense: number; readonly words: number };
}

/**
 * 1. learn from the releases what words of the question may stand for
 * 2. select what filter and scope let through
 * 3. score all of it by words, and take the best of each language; the same by translations, of the other languages
 * 4. find the nearest of each language by vectors, and how near chance comes
 * 5. look for each word of the question in the best candidates
 * 6. fuse the scores, and order the candidates
 */
export async function rank(indexes: Indexes, question: AskedQuestion, within: Within): Promise<Rank> {
  const { memory, nearest } = indexes;
  const start = performance.now();
  const learned = await memory.learnedOf(question);
  const lexicon = await lexiconFor(memory.catalog, question);
  const selection = memory.catalog.select(within.filter, within.scope, within.refs);
  const matching = { selection, learned, lexicon, limit: within.candidates };
  const { own, translated, terms, ownGroup, severalLanguages } = matchWords(memory, question, matching);
  const scored = performance.now();
  const dense = nearest.find(question.vector, {
    selection,
    limit: within.candidates ?? DENSE_CANDIDATES,
  });
  const candidates = new Candidates(own.groups, dense, translated?.groups);
  const scorer = new Scorer(indexes, question.vector, {
    candidates,
    // The scores hold until the next question, which may come before the words of this one are known.
    lexical: candidates.slots.map(own.shareOf),
    translated: translated && candidates.slots.map(translated.shareOf),
    shares: memory.lexical.sharesOf(terms),
    ownGroup,
    questionWords: Math.max(1, differentWords(question.forms).length),
  });
  const near = performance.now();
  const holding = severalLanguages ? theHolding(scorer, own.groups[ownGroup]) : undefined;
  const across = severalLanguages && holding === undefined;
  const read =
    across || question.toBeRead ? shortlist(scorer, candidates, within.candidates) : new Uint8Array(0);
  const toRead = { slots: candidates.slots, read, learned, likenesses: translated?.likenesses };
  const encounters = await readWords(indexes, question, toRead);
  scorer.meet(encounters, across);
  const interacted = performance.now();
  const found = order(scorer, candidates, holding).filter(({ slot }) => memory.catalog.isLive(slot));
  const end = performance.now();
  return {
    found,
    variants: variantsOf(learned),
    respellings: learned.respellings,
    among: (language) => selection.counts[groupOf(language)] ?? 0,
    ...(encounters === undefined ? {} : { meets: (text) => encounters.interaction.scoreText(text) }),
    timings: { lexical: scored - start, dense: near - scored + end - interacted, words: interacted - near },
  };
}

/** Undefined where no passage is in another language than the question. */
async function lexiconFor(catalog: Catalog, { group }: AskedQuestion): Promise<Lexicon | undefined> {
  return catalog.holdsOthers(group) ? await openLexicon() : undefined;
}

/** Marks the candidates that are read word by word: all, where their number was asked for. */
function shortlist(scorer: Scorer, { slots }: Candidates, asked: number | undefined): Uint8Array {
  return asked === undefined ? scorer.shortlist() : new Uint8Array(slots.length).fill(1);
}

/** Each word of the question with the terms that it may be in another language or script. */
function withLikenesses(
  { words = [], forms }: AskedQuestion,
  { learned, likenesses }: Pick<ToRead, 'learned' | 'likenesses'>,
  lexical: LexicalIndex,
): readonly AskedWord[] {
  const surfaces = differentWords(forms);
  return words.map((word, i) => {
    const surface = surfaces[i] ?? '';
    const alike = new Map(likenesses?.get(surface));
    for (const { term } of learned.transliterations.get(surface) ?? []) {
      const number = lexical.numberOf(term);
      if (number !== undefined) alike.set(number, NAMESAKE);
    }
    return alike.size === 0 ? word : { ...word, likenesses: alike };
  });
}

interface ToRead {
  readonly slots: readonly number[];
  /** 1 for each slot that is read. */
  readonly read: Uint8Array;
  readonly learned: Learned;
  readonly likenesses: TranslatedQuestion['likenesses'] | undefined;
}

/** Undefined where nothing is to be read, or the model knows no single words. */
async function readWords(
  { memory, vectors }: Indexes,
  question: AskedQuestion,
  { slots, read, ...alike }: ToRead,
): Promise<Encounters | undefined> {
  if (read.length === 0 || vectors === undefined || question.words === undefined) return undefined;
  const { lexical } = memory;
  const unknown = new Set<number>();
  for (let i = 0; i < slots.length; i++)
    if (read[i] === 1) vectors.addUnknown(lexical.wordsAt(slots[i] as number), unknown);
  await vectors.learn(unknown, (number) => lexical.termAt(number));
  return {
    read,
    interaction: new LateInteraction(withLikenesses(question, alike, lexical), memory, vectors),
  };
}

/** The passage of the question's own language that holds about all that is asked: no translation will answer better. */
function theHolding(scorer: Scorer, [best]: readonly Scored[] = []): number | undefined {
  return best !== undefined && scorer.coverage(best.slot) >= HELD ? best.slot : undefined;
}

function order(scorer: Scorer, candidates: Candidates, holding: number | undefined): readonly Found[] {
  const found: FoundPassage[] = [];
  for (let i = 0; i < candidates.slots.length; i++)
    found.push(new FoundPassage(scorer, candidates, { place: i, raw: scorer.score(i) }));
  found.sort(byRawScore);
  if (holding !== undefined) bringForward(found, holding, scorer);
  return found;
}

/**
 * The passage that holds what is asked comes before all in another language: a whole sentence of a release is nearer, by
 * its vector, to its translation alone than to the paragraph that it stands in.
 */
function bringForward(sorted: FoundPassage[], holding: number, scorer: Scorer): void {
  const from = sorted.findIndex(({ slot }) => slot === holding);
  const to = sorted.findIndex(({ place }) => scorer.isForeign(place));
  if (to < 0 || from < to) return;
  const [held] = sorted.splice(from, 1);
  if (held !== undefined) sorted.splice(to, 0, held.scoring(sorted[to]?.raw ?? 0));
}

/** A class, for hundreds are made a question: as closures they took a tenth of its time. */
class FoundPassage implements Found {
  readonly slot: number;
  readonly score: number;
  /** Position among the candidates. */
  readonly place: number;
  /** The score before it is clipped, for the order. */
  readonly raw: number;
  readonly #scorer: Scorer;
  readonly #candidates: Candidates;

  constructor(
    scorer: Scorer,
    candidates: Candidates,
    { place, raw }: { readonly place: number; readonly raw: number },
  ) {
    this.#scorer = scorer;
    this.#candidates = candidates;
    this.place = place;
    this.raw = raw;
    this.slot = candidates.slots[place] as number;
    this.score = Math.min(1, Math.max(0, raw));
  }

  /** The same with another score. */
  scoring(raw: number): FoundPassage {
    return new FoundPassage(this.#scorer, this.#candidates, { place: this.place, raw });
  }

  ranks(): Ranks {
    return this.#candidates.ranksOf(this.place);
  }

  evidence(): Evidence {
    return this.#scorer.evidence(this.place);
  }

  signals(): Signals {
    return this.#scorer.signals(this.place);
  }
}

function byRawScore(one: FoundPassage, other: FoundPassage): number {
  return other.raw - one.raw || one.slot - other.slot;
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
