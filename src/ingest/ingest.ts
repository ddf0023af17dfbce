// Releases in: reads, chunks, embeds and keeps, one transaction a release.
import type { Passage } from '../domain/passage.ts';
import { contextualText } from '../domain/passage.ts';
import type { Release, ReleaseRef } from '../domain/release.ts';
import type { Vector } from '../domain/vector.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { PutOutcome, Store } from '../store/store.ts';
import { simplify } from '../text/simplified.ts';
import { chunk } from './chunk.ts';
import type { Read } from './release.ts';
import { CHUNKING_RULES } from './rules.ts';

/** Passages embedded in one go: keeps every embedding thread busy while the next batch is read. */
const BATCH_PASSAGES = 256;
/** Releases embedded in one go when a new model reads what is there. */
const MISSING_BATCH = 32;

export interface Parts {
  readonly store: Store;
  readonly embedder: Embedder;
}

export interface IngestRequest {
  readonly reads: AsyncIterable<Read>;
  /** Called with every release once it is safely kept, or found to be kept already. */
  readonly onKept?: (ref: ReleaseRef, outcome: PutOutcome) => void;
}

export interface IngestResult {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly path: string; readonly reason: string }[];
}

interface Draft {
  readonly release: Release;
  readonly passages: readonly Passage[];
  readonly texts: readonly string[];
}

/**
 * 1. read the next release, or note what can't be one
 * 2. leave alone what the store holds already
 * 3. chunk, and embed the passages whose vectors are not known
 * 4. put each release with its passages and vectors in one transaction
 *
 * Steps 1 and 2 of a batch run while the batch before is embedded.
 */
export async function ingest(parts: Parts, { reads, onKept }: IngestRequest): Promise<IngestResult> {
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const rejected: { path: string; reason: string }[] = [];
  const tell = (ref: ReleaseRef, outcome: PutOutcome): void => {
    counts[outcome]++;
    onKept?.(ref, outcome);
  };
  let batch: Draft[] = [];
  let passages = 0;
  let keeping = Promise.resolve();
  const flush = async (): Promise<void> => {
    await keeping;
    keeping = keep(parts, batch, tell);
    // Its failure is told by the next `await keeping`; until then it must not count as unhandled.
    keeping.catch(() => undefined);
    batch = [];
    passages = 0;
  };

  for await (const read of reads) {
    if (read.kind === 'rejected') {
      rejected.push({ path: read.path, reason: read.reason });
    } else if (parts.store.holds(read.release, CHUNKING_RULES)) {
      tell(read.release.ref, 'unchanged');
    } else {
      const draft = draftOf(read.release);
      batch.push(draft);
      passages += draft.passages.length;
      if (passages >= BATCH_PASSAGES) await flush();
    }
  }
  await flush();
  await keeping;
  return { ...counts, rejected };
}

function draftOf(release: Release): Draft {
  const passages = chunk(release);
  return { release, passages, texts: passages.map((passage) => textToEmbed(release, passage)) };
}

/** Vectors know simplified characters best, and those of one word should not differ by its script. */
function textToEmbed(release: Release, passage: Passage): string {
  return simplify(contextualText(release, passage));
}

async function keep(
  { store, embedder }: Parts,
  drafts: readonly Draft[],
  tell: (ref: ReleaseRef, outcome: PutOutcome) => void,
): Promise<void> {
  const vectors = await embedNew(
    { store, embedder },
    drafts.flatMap((draft) => draft.texts),
  );
  for (const { release, passages, texts } of drafts) {
    const outcome = store.putRelease(
      {
        release,
        passages,
        embeddedTexts: texts,
        vectors: texts.map((text) => vectors.get(text) as Vector),
        rules: CHUNKING_RULES,
      },
      embedder.fingerprint,
    );
    tell(release.ref, outcome);
  }
}

/** A vector for every text, embedding those alone that the store has no vector of. */
async function embedNew(
  { store, embedder }: Parts,
  texts: readonly string[],
): Promise<ReadonlyMap<string, Vector>> {
  const vectors = new Map(store.findVectors(texts, embedder.fingerprint));
  const unknown = [...new Set(texts)].filter((text) => !vectors.has(text));
  const fresh = await embedder.embedPassages(unknown);
  unknown.forEach((text, i) => vectors.set(text, fresh[i] as Vector));
  return vectors;
}

/**
 * Embeds the passages that have no vector of this model yet: after the model changed. `onDone` is told the passages
 * done and those there are.
 */
export async function embedMissing(
  { store, embedder }: Parts,
  onDone?: (done: number, total: number) => void,
): Promise<void> {
  const total = store.counts(embedder.fingerprint).unembedded;
  for (let done = 0; ;) {
    const releases = store.unembeddedReleases(embedder.fingerprint, MISSING_BATCH);
    if (releases.length === 0) return;
    const texts = releases.flatMap(({ release, passages }) => passages.map((p) => textToEmbed(release, p)));
    const vectors = await embedNew({ store, embedder }, texts);
    store.putVectors([...vectors.keys()], [...vectors.values()], embedder.fingerprint);
    done += texts.length;
    onDone?.(Math.min(done, total), total);
  }
}
