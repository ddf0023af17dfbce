// The passages nearest to a question, language by language: graphs where they pay, exact scans for the rest.
import type { Vector } from '../domain/vector.ts';
import { Backgrounds, type Background } from './background.ts';
import { GROUPS, type Catalog, type Selection } from './catalog.ts';
import type { DenseBuild, DenseIndex, Neighbours } from './dense.ts';
import type { VectorMatrix } from './matrix.ts';
import { byScore, Top, type Scored } from './top.ts';

/** Below this many passages of a language a scan takes a third of a millisecond, and no graph is built. */
export const FEWEST_FOR_GRAPH = 1_000;
/** A filter that lets less than this share of a language pass is scanned: a graph would wander through the rest. */
const NARROW_FILTER = 0.1;
/** Share of a language's passages that may be outside its graph, or of the graph's that left, before it is built anew. */
const MAX_DRIFT = 0.2;
/** A graph is asked for at most this many times what is wanted, to make up for what a filter takes out. */
const MAX_SURPLUS = 8;

/** What a language group's passages are found by. */
interface Group {
  /** Slots of all that are live and have a vector. */
  members: Uint32Array;
  /** Those of them that no graph holds. */
  loose: Uint32Array;
  graph: DenseIndex | undefined;
  /** Slots that the graph holds, live or not. */
  held: ReadonlySet<number>;
}

const NOTHING = new Uint32Array(0);

export interface NearestRequest {
  readonly selection: Selection;
  /** Passages wanted of each group. */
  readonly limit: number;
}

interface Scan {
  readonly question: Vector;
  readonly mask: Uint8Array;
  readonly limit: number;
}

export class NearestPassages {
  readonly #catalog: Catalog;
  readonly #matrix: VectorMatrix;
  readonly #groups: readonly Group[] = GROUPS.map(() => ({
    members: NOTHING,
    loose: NOTHING,
    graph: undefined,
    held: new Set(),
  }));
  #backgrounds: Backgrounds;

  constructor(catalog: Catalog, matrix: VectorMatrix) {
    this.#catalog = catalog;
    this.#matrix = matrix;
    this.#backgrounds = new Backgrounds(matrix, []);
    this.update();
  }

  /** Takes in what came or left; call it after every change of the catalog or the matrix. */
  update(): void {
    const members: number[][] = GROUPS.map(() => []);
    const { mask } = this.#catalog.select({});
    this.#catalog.groups.forEach((group, slot) => {
      if (mask[slot] === 1 && this.#matrix.has(slot)) members[group]?.push(slot);
    });
    this.#groups.forEach((group, i) => {
      group.members = Uint32Array.from(members[i] ?? []);
      group.loose = group.members.filter((slot) => !group.held.has(slot));
    });
    this.#backgrounds = new Backgrounds(
      this.#matrix,
      this.#groups.map(({ members: slots }) => slots),
    );
  }

  /** Serves the group `name` from `graph` from now on. */
  attach(name: string, graph: DenseIndex): void {
    const group = this.#groups[(GROUPS as readonly string[]).indexOf(name)];
    if (group === undefined) return;
    group.graph = graph;
    group.held = new Set(graph.ids().map((id) => this.#catalog.slotOf(id)));
    group.loose = group.members.filter((slot) => !group.held.has(slot));
  }

  /** The same graphs over a memory that was built anew: they name passages by id, and slots have changed. */
  over(catalog: Catalog, matrix: VectorMatrix): NearestPassages {
    const renewed = new NearestPassages(catalog, matrix);
    this.#groups.forEach(({ graph }, i) => {
      if (graph !== undefined) renewed.attach(GROUPS[i] ?? '', graph);
    });
    return renewed;
  }

  /** Passages found through graphs, and passages scanned for every question. */
  counts(): { readonly dense: number; readonly scanned: number } {
    const sum = (of: (group: Group) => number): number =>
      this.#groups.reduce((total, group) => total + of(group), 0);
    const scanned = sum(({ loose }) => loose.length);
    return { dense: sum(({ members }) => members.length) - scanned, scanned };
  }

  /** The groups that are worth a graph and have none, or one that the passages have drifted away from. */
  due(): readonly string[] {
    return GROUPS.filter((_, i) => isDue(this.#groups[i] as Group));
  }

  /** What the index of a group is built of. */
  buildOf(name: string): Pick<DenseBuild, 'ids' | 'codes' | 'scales'> {
    const { members } = this.#groups[(GROUPS as readonly string[]).indexOf(name)] as Group;
    const { dimensions } = this.#matrix;
    const codes = new Int8Array(members.length * dimensions);
    members.forEach((slot, i) => {
      codes.set(this.#matrix.row(slot), i * dimensions);
    });
    return {
      ids: members.map((slot) => this.#catalog.idAt(slot)),
      codes,
      scales: Float32Array.from(members, (slot) => this.#matrix.scale(slot)),
    };
  }

  /** Per group the nearest passages of the selection with their cosines, best first. */
  find(question: Vector, { selection, limit }: NearestRequest): readonly (readonly Scored[])[] {
    // What the graphs' library takes.
    const numbers = Array.from(question);
    return this.#groups.map((group, i) => {
      const wanted = selection.counts[i] ?? 0;
      if (wanted === 0) return [];
      const { mask } = selection;
      if (group.graph === undefined || wanted < NARROW_FILTER * group.members.length)
        return this.#scan(group.members, { question, mask, limit });
      const surplus = Math.min(MAX_SURPLUS, group.held.size / Math.max(1, wanted - group.loose.length));
      const { neighbors, distances } = group.graph.nearest(numbers, Math.ceil(limit * Math.max(1, surplus)));
      const near = this.#live({ neighbors, distances }, mask);
      if (group.loose.length === 0) return near.slice(0, limit);
      return [...near, ...this.#scan(group.loose, { question, mask, limit })].sort(byScore).slice(0, limit);
    });
  }

  /** Exact cosines of all that the mask lets through, and the best of them. */
  #scan(slots: Uint32Array, { question, mask, limit }: Scan): readonly Scored[] {
    const top = new Top(limit);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      if (mask[slot] !== 1) continue;
      const cosine = this.#matrix.cosine(question, slot);
      if (cosine > top.threshold) top.offer(slot, cosine);
    }
    return top.drain();
  }

  /** What a graph found, as far as the mask lets it through. Its distances are exact: only its choice is not. */
  #live({ neighbors, distances }: Neighbours, mask: Uint8Array): readonly Scored[] {
    const found: Scored[] = [];
    for (let i = 0; i < neighbors.length; i++) {
      const slot = this.#catalog.slotOf(neighbors[i] as number);
      if (slot >= 0 && mask[slot] === 1) found.push({ slot, score: 1 - (distances[i] as number) });
    }
    return found;
  }

  cosine(question: Vector, slot: number): number {
    return this.#matrix.cosine(question, slot);
  }

  /** What chance gives in each group for this question. */
  backgrounds(question: Vector): readonly Background[] {
    return this.#backgrounds.of(question);
  }
}

function isDue({ graph, members, loose, held }: Group): boolean {
  if (members.length < FEWEST_FOR_GRAPH) return false;
  if (graph === undefined) return true;
  const gone = held.size - (members.length - loose.length);
  return loose.length > MAX_DRIFT * members.length || gone > MAX_DRIFT * held.size;
}
