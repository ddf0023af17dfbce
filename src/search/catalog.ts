// What the engine keeps in memory of every current passage, in columns: where it stands, and which release it is of.
import type { Filter } from '../domain/answer.ts';
import type { Role, StoredPassage } from '../domain/passage.ts';
import { headerOf, type Language, type ReleaseHeader, type ReleaseRef } from '../domain/release.ts';
import { allowsSource, EVERYTHING, isUnlimited, type Scope } from '../domain/scope.ts';
import type { IndexedRelease } from '../store/store.ts';
import { Column } from './column.ts';
import { isEmpty, passerOf } from './filter.ts';

/** A release in the catalog; its passages have the slots `first` to `end`, exclusive, in order. */
export interface CatalogRelease {
  readonly number: number;
  readonly header: ReleaseHeader;
  readonly first: number;
  readonly end: number;
}

/** Which slots may be found: all that are live, or those that also pass a filter. */
export interface Selection {
  /** 1 for every slot that may be found. */
  readonly mask: Uint8Array;
  /** How many there are in each language group. */
  readonly counts: readonly number[];
}

/** The columns as they are kept on disk. */
export interface CatalogState {
  readonly releases: readonly CatalogRelease[];
  readonly roles: readonly Role[];
  readonly ids: Uint32Array;
  /** Start and end of the passage, then start and end of its heading (both 0 without one). */
  readonly spans: Uint32Array;
  readonly roleOf: Uint32Array;
}

/** Languages whose passages are ranked against each other; Malay is read by Indonesian rules. */
export const GROUPS = ['id', 'en', 'zh', 'other'] as const;
const GROUP_OF: Readonly<Record<Language, number>> = { id: 0, ms: 0, en: 1, zh: 2 };

/** Index into `GROUPS`. */
export function groupOf(language: Language): number {
  return GROUP_OF[language] ?? GROUPS.indexOf('other');
}

const SPAN_FIELDS = 4;

/** Whether some passage is written in letters, and some in Han characters. */
export interface Scripts {
  readonly letters: boolean;
  readonly han: boolean;
}

export class Catalog {
  readonly #releases: CatalogRelease[] = [];
  /** Index into the releases of each that is live, by number. */
  readonly #live = new Map<number, number>();
  readonly #roles: Role[];
  readonly #roleIndex = new Map<string, number>();
  readonly #ids: Column<Uint32Array>;
  readonly #spans: Column<Uint32Array>;
  readonly #roleOf: Column<Uint32Array>;
  readonly #releaseOf = new Column(Uint32Array);
  readonly #mask = new Column(Uint8Array);
  readonly #groups = new Column(Uint8Array);
  readonly #counts: number[] = GROUPS.map(() => 0);

  constructor(state?: CatalogState) {
    this.#ids = new Column(Uint32Array, state?.ids);
    this.#spans = new Column(Uint32Array, state?.spans);
    this.#roleOf = new Column(Uint32Array, state?.roleOf);
    this.#roles = [...(state?.roles ?? [])];
    this.#roles.forEach((role, i) => this.#roleIndex.set(JSON.stringify(role), i));
    for (const release of state?.releases ?? []) this.#enter(release);
  }

  /** Passages with a slot, whether live or removed. */
  get size(): number {
    return this.#ids.length;
  }

  get liveCount(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  get scripts(): Scripts {
    const han = this.#counts[groupOf('zh')] ?? 0;
    return { letters: this.liveCount > han, han: han > 0 };
  }

  /** Whether some passage is in another language than `group`'s, or there are several where that is not known. */
  holdsOthers(group?: number): boolean {
    const held = this.#counts.map((count) => count > 0);
    return group === undefined ? held.filter(Boolean).length > 1 : held.some((is, i) => is && i !== group);
  }

  /** The highest release number ever added. */
  get lastNumber(): number {
    return this.#releases.at(-1)?.number ?? 0;
  }

  /** Language group of every slot. */
  get groups(): Uint8Array {
    return this.#groups.view();
  }

  /** Language group of one slot. */
  groupAt(slot: number): number {
    return this.#groups.at(slot);
  }

  /** Adds a release whose number and passage ids are above all that are in; gives its first slot. */
  add({ number, release, passages }: IndexedRelease): number {
    const first = this.size;
    for (const passage of passages) {
      const { span, heading } = passage;
      this.#ids.push(passage.id);
      for (const offset of [span.start, span.end, heading?.start ?? 0, heading?.end ?? 0]) {
        this.#spans.push(offset);
      }
      this.#roleOf.push(this.#internRole(passage.role));
    }
    this.#enter({ number, header: headerOf(release), first, end: this.size });
    return first;
  }

  #internRole(role: Role): number {
    const key = JSON.stringify(role);
    const known = this.#roleIndex.get(key);
    if (known !== undefined) return known;
    this.#roleIndex.set(key, this.#roles.length);
    return this.#roles.push(role) - 1;
  }

  #enter(release: CatalogRelease): void {
    const index = this.#releases.push(numbered(release)) - 1;
    this.#live.set(release.number, index);
    const group = groupOf(release.header.language);
    for (let slot = release.first; slot < release.end; slot++) {
      this.#releaseOf.push(index);
      this.#mask.push(1);
      this.#groups.push(group);
    }
    this.#counts[group] = (this.#counts[group] ?? 0) + release.end - release.first;
  }

  /** Takes out every release that is not among `current`; its slots stay, and are found no more. */
  retain(current: ReadonlySet<number>): void {
    for (const [number, index] of this.#live) {
      if (current.has(number)) continue;
      this.#live.delete(number);
      const { header, first, end } = this.#releases[index] as CatalogRelease;
      const group = groupOf(header.language);
      this.#mask.view().fill(0, first, end);
      this.#counts[group] = (this.#counts[group] ?? 0) - (end - first);
    }
  }

  has(number: number): boolean {
    return this.#live.has(number);
  }

  isLive(slot: number): boolean {
    return this.#mask.at(slot) === 1;
  }

  /** The releases that are live, in the order of their numbers. */
  *releases(): IterableIterator<CatalogRelease> {
    for (const index of this.#live.values()) yield this.#releases[index] as CatalogRelease;
  }

  releaseAt(slot: number): CatalogRelease {
    return this.#releases[this.#releaseOf.at(slot)] as CatalogRelease;
  }

  passageAt(slot: number): StoredPassage {
    const release = this.releaseAt(slot);
    const spans = this.#spans.view();
    const [start = 0, end = 0, headingStart = 0, headingEnd = 0] = spans.subarray(
      slot * SPAN_FIELDS,
      (slot + 1) * SPAN_FIELDS,
    );
    return {
      id: this.#ids.at(slot),
      ref: release.header.ref,
      ordinal: slot - release.first,
      span: { start, end },
      role: this.#roles[this.#roleOf.at(slot)] as Role,
      ...(headingEnd > 0 ? { heading: { start: headingStart, end: headingEnd } } : {}),
    };
  }

  idAt(slot: number): number {
    return this.#ids.at(slot);
  }

  /**
   * The slot of a passage by its id, or -1. Ids ascend with slots, so each end bounds where it can be, to one slot where
   * no id was left out; what remains is halved.
   */
  slotOf(id: number): number {
    const ids = this.#ids.elements;
    const last = this.size - 1;
    let low = Math.max(0, last - ((ids[last] ?? 0) - id));
    let high = Math.min(last, id - (ids[0] ?? 0));
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle] as number;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The slots that pass `filter` and `scope`, of `refs` alone; without any all that are live, without a copy. */
  select(filter: Filter, scope: Scope = EVERYTHING, refs?: ReadonlySet<ReleaseRef>): Selection {
    if (refs === undefined && isUnlimited(scope) && isEmpty(filter))
      return { mask: this.#mask.view(), counts: this.#counts };
    const mask = new Uint8Array(this.size);
    const counts = GROUPS.map(() => 0);
    const passes = passerOf(filter, scope);
    for (const { header, first, end } of this.releases()) {
      if (refs?.has(header.ref) === false || !passes(header)) continue;
      const group = groupOf(header.language);
      mask.fill(1, first, end);
      counts[group] = (counts[group] ?? 0) + end - first;
    }
    return { mask, counts };
  }

  /** The sources of the releases that are live and may be seen, each once. */
  sources(scope: Scope = EVERYTHING): readonly string[] {
    const all = new Set(Array.from(this.releases(), ({ header }) => header.source));
    return [...all].filter((source) => allowsSource(scope, source));
  }

  /** What is live and may be seen. */
  count(scope: Scope): { readonly releases: number; readonly passages: number } {
    if (isUnlimited(scope)) return { releases: this.#live.size, passages: this.liveCount };
    const seen = Array.from(this.releases()).filter(({ header }) => allowsSource(scope, header.source));
    return { releases: seen.length, passages: seen.reduce((sum, { first, end }) => sum + end - first, 0) };
  }

  /** The columns for the disk; releases that were removed are still among them. */
  state(): CatalogState {
    return {
      releases: [...this.#releases],
      roles: this.#roles,
      ids: this.#ids.view(),
      spans: this.#spans.view(),
      roleOf: this.#roleOf.view(),
    };
  }
}

/** A header that was saved before headers had numbers takes that of its release. */
function numbered(release: CatalogRelease): CatalogRelease {
  return { ...release, header: { ...release.header, number: release.number } };
}
