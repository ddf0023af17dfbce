// Headlines and issuers of what is in the index, for those who look something up.
import type { ReleaseHeader } from '../domain/release.ts';
import type { Store } from '../store/store.ts';

/** The headers of a store, kept in memory until something is written: choices are offered while somebody types. */
export class Headers {
  readonly #store: Pick<Store, 'generation' | 'listReleases'>;
  #generation = -1;
  #all: readonly ReleaseHeader[] = [];

  constructor(store: Pick<Store, 'generation' | 'listReleases'>) {
    this.#store = store;
  }

  /** Newest first. */
  all(): readonly ReleaseHeader[] {
    const generation = this.#store.generation();
    if (generation !== this.#generation) {
      this.#all = this.#store.listReleases();
      this.#generation = generation;
    }
    return this.#all;
  }
}

export interface SourceSummary {
  /** Empty where the releases name no issuer. */
  readonly source: string;
  readonly releases: number;
  /** When its latest release was published; undefined where none has a date. */
  readonly latest?: string;
}

const NOT_WORD = /[^\p{L}\p{N}]+/u;

/** Those whose headline holds a word that begins with each of the words given; in the order given. */
export function suggestReleases(
  headers: readonly ReleaseHeader[],
  words: string,
  limit: number,
): readonly ReleaseHeader[] {
  const wanted = plain(words);
  const found: ReleaseHeader[] = [];
  for (const header of headers) {
    if (found.length >= limit) break;
    const title = plain(header.title);
    // Chinese is written without spaces: there a word may begin anywhere.
    if (wanted.every((word) => title.some((other) => other.startsWith(word)) || holdsHan(title, word)))
      found.push(header);
  }
  return found;
}

function holdsHan(title: readonly string[], word: string): boolean {
  return /\p{Script=Han}/u.test(word) && title.some((other) => other.includes(word));
}

function plain(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(NOT_WORD)
    .filter((word) => word !== '');
}

export function summarizeSources(headers: readonly ReleaseHeader[]): readonly SourceSummary[] {
  const summaries = new Map<string, { releases: number; latest: string }>();
  for (const { source, publishedAt = '' } of headers) {
    const { releases, latest } = summaries.get(source) ?? { releases: 0, latest: '' };
    summaries.set(source, {
      releases: releases + 1,
      latest: publishedAt > latest ? publishedAt : latest,
    });
  }
  return [...summaries]
    .map(([source, { releases, latest }]) => ({
      source,
      releases,
      ...(latest === '' ? {} : { latest }),
    }))
    .sort((one, other) => other.releases - one.releases || one.source.localeCompare(other.source));
}
