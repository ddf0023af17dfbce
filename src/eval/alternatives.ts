// What people would use instead, on the very passages, questions and vectors of Rilis.
import MiniSearch from 'minisearch';
import { contextualText } from '../domain/passage.ts';
import type { Vector } from '../domain/vector.ts';
import { openQuestionEmbedder, openStore } from '../engine/open.ts';
import type { Config } from '../config.ts';
import { MemoryIndex } from '../search/memory.ts';
import { weighQuestion } from '../search/question.ts';
import { Top } from '../search/top.ts';
import { wordsOf } from '../search/words.ts';
import type { Store } from '../store/store.ts';
import { rankOfFirst, DEPTH } from './metrics.ts';
import type { Trial } from './trials.ts';

/** Passages asked for, so that ten releases are left of them, long ones and ignored ones among them. */
const WANTED = 10 * DEPTH;

interface Question {
  readonly text: string;
  readonly vector: Vector;
  /** Only passages of this language. */
  readonly language?: string;
}

/** Ranks passages; gives the refs of their releases, best first. */
type Ranker = (question: Question) => readonly string[];

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
  rank(set: string, trial: Trial): Promise<readonly AlternativeRow[]>;
  close(): Promise<void>;
}

/** Opens them on an index that was ingested. */
export async function openAlternatives(config: Config): Promise<Alternatives> {
  const store = openStore(config);
  const embedder = await openQuestionEmbedder(config);
  const memory = new MemoryIndex(embedder.dimensions);
  memory.catchUp(store, embedder.fingerprint);
  const systems: Readonly<Record<string, Ranker>> = {
    'BM25 alone': rankByWords(memory),
    'dense alone': rankByVectors(memory),
    MiniSearch: rankByMiniSearch(store),
  };
  return {
    async rank(set, { question, pair, gold, ignored, language }) {
      const [vector] = await embedder.embedQuestions([question.question]);
      if (vector === undefined) throw new Error(`No vector for question ${question.id}.`);
      const asked = { text: question.question, vector, ...(language === undefined ? {} : { language }) };
      return Object.entries(systems).map(([system, rankBy]) => {
        // A release counts once, at its best passage, as in the search of Rilis.
        const refs = [...new Set(rankBy(asked))].filter((ref) => !ignored.has(ref));
        const rank = rankOfFirst(refs.slice(0, DEPTH), gold) ?? null;
        return { system, set, id: question.id, pair, rank };
      });
    },
    async close() {
      await embedder.close();
      store.close();
    },
  };
}

/** Refs of the best slots that pass the language, by whatever scores them. */
function bestRefs(
  memory: MemoryIndex,
  language: string | undefined,
  scoreOf: (slot: number) => number,
): readonly string[] {
  const { mask } = memory.catalog.select(language === undefined ? {} : { language });
  const top = new Top(WANTED);
  for (let slot = 0; slot < mask.length; slot++) {
    const score = mask[slot] === 1 ? scoreOf(slot) : 0;
    if (score > 0) top.offer(slot, score);
  }
  return top.drain().map(({ slot }) => memory.catalog.releaseAt(slot).header.ref);
}

function rankByWords(memory: MemoryIndex): Ranker {
  return ({ text, language }) => {
    const scores = memory.lexical.score(weighQuestion(wordsOf(text)), 0);
    return bestRefs(memory, language, (slot) => scores[slot] ?? 0);
  };
}

function rankByVectors(memory: MemoryIndex): Ranker {
  return ({ vector, language }) => bestRefs(memory, language, (slot) => memory.matrix.cosine(vector, slot));
}

/** Words as Unicode tells them apart: MiniSearch's own cut at spaces would leave Chinese sentences whole. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function tokenize(text: string): string[] {
  return Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
}

function rankByMiniSearch(store: Store): Ranker {
  const index = new MiniSearch<MiniPassage>({ fields: ['text'], storeFields: ['ref', 'language'], tokenize });
  for (const { release, passages } of store.releasesAfter(0)) {
    const { ref, language } = release;
    index.addAll(
      passages.map((passage) => ({ id: passage.id, ref, language, text: contextualText(release, passage) })),
    );
  }
  return ({ text, language }) =>
    index
      .search(text, { filter: (found) => language === undefined || found['language'] === language })
      .slice(0, WANTED)
      .map((found) => String(found['ref']));
}

interface MiniPassage {
  readonly id: number;
  readonly ref: string;
  readonly language: string;
  readonly text: string;
}
