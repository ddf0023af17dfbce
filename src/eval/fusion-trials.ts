// The candidates of every question of a set with the signals they are ranked by, so that they can be ranked again.
import type { Config } from '../config.ts';
import { openQuestionEmbedder, openStore } from '../engine/open.ts';
import { readQuestionLanguage } from '../answer/question-language.ts';
import { EVERYTHING } from '../domain/scope.ts';
import { groupOf } from '../search/catalog.ts';
import { embedQuestion } from '../search/embed-question.ts';
import type { Signals } from '../search/fuse.ts';
import { MemoryIndex } from '../search/memory.ts';
import { NearestPassages } from '../search/nearest.ts';
import { rank } from '../search/rank.ts';
import { openWordVectors } from '../search/word-vectors.ts';
import { ingestSet, planTrials } from './measure.ts';
import { randomFrom, sample } from './random.ts';
import type { EvalSet } from './sets.ts';
import type { Trial } from './trials.ts';
import { openWorkspace } from './workspace.ts';

export interface FusionCandidate {
  readonly ref: string;
  readonly right: boolean;
  readonly signals: Signals;
}

/** One question and what both rankings put forward for it. */
export interface FusionTrial {
  readonly set: string;
  /** `id>zh`: the languages of question and right passage. */
  readonly pair: string;
  /** Whether passages of all languages were there to be found. */
  readonly mixed: boolean;
  readonly candidates: readonly FusionCandidate[];
}

const SEED = 20240527;

interface Collecting {
  readonly mixed: boolean;
  /** Questions of a set at most. */
  readonly size: number;
}

/** Puts the sets into one index and asks it their questions. */
export async function collectTrials(
  sets: readonly EvalSet[],
  { mixed, size }: Collecting,
): Promise<readonly FusionTrial[]> {
  const workspace = await openWorkspace();
  try {
    for (const set of sets) await ingestSet(workspace, set);
    const asker = await openAsker(workspace.config);
    const trials: FusionTrial[] = [];
    for (const set of sets) {
      const planned = sample(await planTrials(workspace.app, set, mixed), size, randomFrom(SEED));
      for (const trial of planned.filter(({ question }) => question.answerable)) {
        const candidates = await asker.ask(trial);
        trials.push({ set: set.name, pair: trial.pair, mixed, candidates });
      }
    }
    await asker.close();
    return trials;
  } finally {
    await workspace.close();
  }
}

async function openAsker(config: Config) {
  const store = openStore(config);
  const embedder = await openQuestionEmbedder(config);
  const memory = new MemoryIndex(embedder.dimensions);
  memory.catchUp(store, embedder.fingerprint);
  const nearest = new NearestPassages(memory.catalog, memory.matrix);
  nearest.update();
  const vectors = openWordVectors(embedder);
  return {
    async ask({ question, language, gold, ignored }: Trial): Promise<readonly FusionCandidate[]> {
      const text = question.question;
      const embedded = await embedQuestion(text, embedder);
      if (embedded === undefined) return [];
      const { found } = await rank(
        { memory, nearest, ...(vectors === undefined ? {} : { vectors }) },
        { ...embedded, group: groupOf(readQuestionLanguage(text)), toBeRead: false },
        { filter: language === undefined ? {} : { language }, scope: EVERYTHING },
      );
      return found
        .map((one) => ({ ref: memory.catalog.releaseAt(one.slot).header.ref, signals: one.signals() }))
        .filter(({ ref }) => !ignored.has(ref))
        .map(({ ref, signals }) => ({ ref, right: gold.has(ref), signals }));
    },
    async close(): Promise<void> {
      await embedder.close();
      store.close();
    },
  };
}
