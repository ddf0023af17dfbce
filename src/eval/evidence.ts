// What an index knows about a question before it answers: the features that confidence is fitted on.
import { weigh } from '../answer/compose.ts';
import type { Features } from '../answer/confidence.ts';
import type { LanguageGroup } from '../answer/languages.ts';
import { readQuestion } from '../answer/question.ts';
import type { Config } from '../config.ts';
import type { Reading } from '../domain/answer.ts';
import type { Release, ReleaseRef } from '../domain/release.ts';
import { sliceSpan } from '../domain/span.ts';
import { ANSWER_CANDIDATES, filterOf, withoutGuesses } from '../engine/settle.ts';
import { buildDense } from '../engine/indexing.ts';
import { indexDir, openQuestionEmbedder, openStore } from '../engine/open.ts';
import { openSearcher } from '../search/search.ts';
import type { Trial } from './trials.ts';

/** The evidence for the best passage of one language. */
export interface LanguageEvidence {
  readonly own: boolean;
  readonly features: Features;
  readonly ref: string;
  readonly text: string;
}

export interface EvidenceReader {
  read(trial: Trial): Promise<readonly LanguageEvidence[]>;
  /** Stamp of the model. */
  readonly fingerprint: string;
  close(): Promise<void>;
}

/** Opens an index that is there already, in this process. */
export async function openEvidence(config: Config): Promise<EvidenceReader> {
  const store = openStore(config);
  const embedder = await openQuestionEmbedder(config);
  const { fingerprint } = embedder;
  const searcher = await openSearcher({
    store,
    embedder,
    directory: indexDir(config),
    fingerprint,
    buildDense,
  });
  const look = async (reading: Reading): Promise<readonly LanguageEvidence[]> => {
    const { ranked, meets, among, variants } = await searcher.search(reading.terms, {
      ...ANSWER_CANDIDATES,
      toBeRead: true,
      filter: filterOf(reading),
      questionLanguage: reading.questionLanguage,
    });
    const releases = (ref: ReleaseRef): Release | undefined => store.readRelease(ref);
    const { groups } = weigh({
      reading,
      ranked,
      releases,
      variants,
      among,
      ...(meets === undefined ? {} : { meets }),
    });
    return groups.flatMap(evidenceOf);
  };
  return {
    fingerprint,
    async read({ question, language }) {
      const reading = readQuestion(question.question, {
        now: question.asked_at === undefined ? new Date() : new Date(question.asked_at),
        timeZone: config.timeZone,
        sources: searcher.sources(),
        given: language === undefined ? {} : { language },
      });
      const found = await look(reading);
      return found.length > 0 || reading.guessed.length === 0 ? found : look(withoutGuesses(reading));
    },
    async close() {
      await searcher.close();
      await embedder.close();
      store.close();
    },
  };
}

function evidenceOf({ candidates: [first], own, features }: LanguageGroup): readonly LanguageEvidence[] {
  if (first === undefined || features === undefined) return [];
  return [{ own, features, ref: first.release.ref, text: sliceSpan(first.release.text, first.span) }];
}
