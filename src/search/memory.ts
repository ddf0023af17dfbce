// Everything the engine holds in memory of the current passages, kept in step with the store.
import type { Variants } from '../domain/variant.ts';
import type { IndexedRelease, Store } from '../store/store.ts';
import { ASKING_WORDS } from '../text/asking.ts';
import { openReadings } from '../text/pinyin.ts';
import { Abbreviations } from './abbreviations.ts';
import { Catalog, type CatalogRelease } from './catalog.ts';
import { Compounds } from './compounds.ts';
import { wholeWords, type EmbeddedQuestion, type QuestionWords } from './embed-question.ts';
import { LexicalIndex } from './lexical.ts';
import { VectorMatrix } from './matrix.ts';
import { namesOf, type Names } from './names.ts';
import type { Learned } from './question.ts';
import { Spelling } from './spelling.ts';
import { Stems } from './stems.ts';
import type { IndexState } from './snapshot.ts';
import { Transliterations } from './transliterations.ts';
import { passageWords, wordsOf } from './words.ts';

/** Beyond this share of removed passages everything is built anew: they cost time and memory and skew frequencies. */
const MAX_REMOVED = 0.2;
/** A start compares every header of a snapshot with the store, and the passages of this many releases. */
const COMPARED_RELEASES = 64;

export class MemoryIndex {
  readonly catalog: Catalog;
  readonly lexical: LexicalIndex;
  readonly matrix: VectorMatrix;
  readonly abbreviations: Abbreviations;
  readonly stems: Stems;
  readonly #compounds: Compounds;
  readonly #spelling: Spelling;
  /** Made for the first question that has a use for it. */
  #transliterations: Transliterations | undefined;

  constructor(dimensions: number, state?: IndexState) {
    this.catalog = new Catalog(state?.catalog);
    this.lexical = new LexicalIndex(state?.lexical);
    this.matrix = new VectorMatrix(dimensions, state?.matrix);
    this.abbreviations = new Abbreviations(state?.abbreviations);
    this.stems = new Stems(this.lexical);
    this.#compounds = new Compounds(this.lexical);
    this.#spelling = new Spelling(this.lexical);
  }

  /** What the releases teach about the words of a question, and how its names are written in other scripts. */
  async learnedOf(question: QuestionWords & Pick<EmbeddedQuestion, 'words'>): Promise<Learned> {
    const { forms } = question;
    const whole = wholeWords(question);
    const names = namesOf(question, this.catalog.scripts);
    const transliterations =
      names === undefined ? new Map<string, never>() : await this.#transliterate(names);
    const compounds = this.#compounds.find(forms);
    const isUnderstood = (surface: string): boolean =>
      transliterations.has(surface) ||
      compounds.has(surface) ||
      whole.has(surface) ||
      ASKING_WORDS.has(surface);
    const guesses = forms
      .filter(([surface = '']) => !isUnderstood(surface))
      .map((word) => [word[0] ?? '', this.#spelling.correct(word)] as const);
    return {
      respellings: new Map(guesses.filter(([, some]) => some.length > 0)),
      transliterations,
      compounds,
      expansions: this.abbreviations.expand(forms),
    };
  }

  async #transliterate(names: Names): Promise<Variants> {
    this.#transliterations ??= new Transliterations(this.lexical, await openReadings());
    return this.#transliterations.find(names);
  }

  /** The columns for the disk. */
  state(): IndexState {
    return {
      catalog: this.catalog.state(),
      lexical: this.lexical.state(),
      matrix: this.matrix.state(),
      abbreviations: this.abbreviations.pairs(),
    };
  }

  /** Share of the slots whose passages were removed. */
  get removedShare(): number {
    return this.catalog.size === 0 ? 0 : 1 - this.catalog.liveCount / this.catalog.size;
  }

  get isWorn(): boolean {
    return this.removedShare > MAX_REMOVED;
  }

  /**
   * 1. add the releases that are newer than the last one known
   * 2. take out those that are current no more; in this order, so that two revisions are never both found
   * 3. fetch the vectors that are missing
   */
  catchUp(store: Store, model: string): void {
    for (const indexed of store.releasesAfter(this.catalog.lastNumber)) this.#add(indexed);
    this.catalog.retain(new Set(store.currentNumbers()));
    this.#fetchVectors(store, model);
  }

  #add(indexed: IndexedRelease): void {
    const { release, passages } = indexed;
    this.catalog.add(indexed);
    this.matrix.extend(passages.length);
    this.abbreviations.learn(`${release.title}\n${release.text}`);
    const title = wordsOf(release.title);
    for (const passage of passages) this.lexical.add(passageWords(release, passage, title));
  }

  #fetchVectors(store: Store, model: string): void {
    const first = this.#firstWithoutVector();
    if (first === undefined) return;
    for (const { id, vector } of store.vectorsAfter(this.catalog.idAt(first) - 1, model)) {
      const slot = this.catalog.slotOf(id);
      if (slot >= 0) this.matrix.set(slot, vector);
    }
  }

  #firstWithoutVector(): number | undefined {
    const { mask } = this.catalog.select({});
    for (let slot = 0; slot < mask.length && this.matrix.missing > 0; slot++) {
      if (mask[slot] === 1 && !this.matrix.has(slot)) return slot;
    }
    return undefined;
  }

  /**
   * Whether what is in memory is the store's own: no current release of an earlier number is unknown, every header is
   * current, and the passages of some releases have the ids known. A file put in the store's place fails this.
   */
  matches(store: Store): boolean {
    const current = store.currentNumbers();
    if (current.some((number) => number <= this.catalog.lastNumber && !this.catalog.has(number)))
      return false;
    this.catalog.retain(new Set(current));
    const revisions = new Map(store.listReleases().map((header) => [header.ref, JSON.stringify(header)]));
    const known = [...this.catalog.releases()];
    const step = Math.max(1, Math.floor(known.length / COMPARED_RELEASES));
    return (
      known.every(({ header }) => revisions.get(header.ref) === JSON.stringify(header)) &&
      known.every((release, i) => i % step !== 0 || this.#hasPassagesOf(store, release))
    );
  }

  #hasPassagesOf(store: Store, { header, first, end }: CatalogRelease): boolean {
    const passages = store.readPassages(header.ref);
    return (
      passages.length === end - first && passages.every(({ id }, i) => id === this.catalog.idAt(first + i))
    );
  }
}
