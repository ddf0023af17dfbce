// How much is in the index, and whether it is sound.
import type { IndexState, Status } from '../app.ts';
import type { ReleaseHeader } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import type { Holdings } from '../library.ts';
import type { EngineParts } from './engine.ts';

/** Costs next to nothing, unlike a status: the store is not checked for it. */
export function indexStateOf(searcher: EngineParts['searcher']): IndexState {
  const { dense, scanned, building, problems } = searcher.status();
  return { dense, scanned, building, problems };
}

export function statusOf({ config, store, embedder, searcher, fingerprint }: EngineParts): Status {
  const { releases, passages } = store.counts(embedder.fingerprint);
  const { dense, scanned, building } = searcher.status();
  return {
    dataDir: config.dataDir,
    releases,
    passages,
    languages: countLanguages(store.listReleases()),
    model: embedder.fingerprint,
    dimensions: embedder.dimensions,
    fingerprint,
    index: { dense, scanned, building },
    memory: process.memoryUsage().rss,
    problems: problemsOf({ store, embedder, searcher }),
  };
}

function problemsOf({
  store,
  embedder,
  searcher,
}: Pick<EngineParts, 'store' | 'embedder' | 'searcher'>): readonly string[] {
  const { unembedded } = store.counts(embedder.fingerprint);
  return [
    ...store.check(),
    ...searcher.status().problems,
    ...(unembedded > 0
      ? [`${unembedded} passages have no vector of this model: run \`rilis reindex\`.`]
      : []),
  ];
}

/** What of it `scope` shows: `headers` are the releases that may be seen. */
export function holdingsOf(parts: EngineParts, scope: Scope, headers: readonly ReleaseHeader[]): Holdings {
  return {
    releases: headers.length,
    passages: parts.searcher.status(scope).passages,
    languages: countLanguages(headers),
    model: parts.embedder.fingerprint,
    sound: problemsOf(parts).length === 0,
  };
}

function countLanguages(headers: readonly ReleaseHeader[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { language } of headers) counts[language] = (counts[language] ?? 0) + 1;
  return counts;
}
