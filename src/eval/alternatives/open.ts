// What people would use instead of Rilis, on the same passages, questions and vectors.
import type { Config } from '../../config.ts';
import { openQuestionEmbedder, openStore } from '../../engine/open.ts';
import { DEPTH, rankOfFirst } from '../metrics.ts';
import type { Trial } from '../trials.ts';
import type { Ingested, OpenRanker, Ranker } from './alternative.ts';
import { openBm25 } from './bm25.ts';
import { openDense } from './dense.ts';
import { openLangChain } from './langchain.ts';
import { openMiniSearch } from './minisearch.ts';
import { openOrama } from './orama.ts';

const SYSTEMS: Readonly<Record<string, OpenRanker>> = {
  'BM25 alone': openBm25,
  'dense alone': openDense,
  MiniSearch: openMiniSearch,
  'Orama hybrid': openOrama,
  'LangChain HNSWLib': openLangChain,
};

/** What one alternative made of one trial. */
export interface AlternativeRow {
  readonly system: string;
  readonly set: string;
  readonly id: string;
  readonly pair: string;
  /** As in `Row`. */
  readonly rank: number | null;
}

export interface Alternatives {
  /** One row a system. */
  rank(set: string, trial: Trial): Promise<readonly AlternativeRow[]>;
  close(): Promise<void>;
}

/** Opens them on an index that was ingested. */
export async function openAlternatives(config: Config): Promise<Alternatives> {
  const store = openStore(config);
  const embedder = await openQuestionEmbedder(config);
  const ingested: Ingested = { config, store, embedder };
  const systems: (readonly [string, Ranker])[] = [];
  for (const [system, open] of Object.entries(SYSTEMS)) systems.push([system, await open(ingested)]);
  return {
    async rank(set, { question, pair, gold, ignored, language }) {
      const [vector] = await embedder.embedQuestions([question.question]);
      if (vector === undefined) throw new Error(`No vector for question ${question.id}.`);
      const asked = { text: question.question, vector, ...(language === undefined ? {} : { language }) };
      const rows: AlternativeRow[] = [];
      for (const [system, rankBy] of systems) {
        // A release counts once, at its best passage, as in the search of Rilis.
        const refs = [...new Set(await rankBy(asked))].filter((ref) => !ignored.has(ref));
        const rank = rankOfFirst(refs.slice(0, DEPTH), gold) ?? null;
        rows.push({ system, set, id: question.id, pair, rank });
      }
      return rows;
    },
    async close() {
      await embedder.close();
      store.close();
    },
  };
}
