// Which releases a followed topic finds, passage by passage.
import { readQuestionLanguage } from '../answer/question-language.ts';
import type { Filter } from '../domain/answer.ts';
import type { Match } from '../domain/follow.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { Release, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
import type { Scope } from '../domain/scope.ts';
import { sliceSpan } from '../domain/span.ts';
import { matchReason } from '../follow/match.ts';
import { groupOf } from '../search/catalog.ts';
import type { Searcher } from '../search/searcher.ts';

export interface TopicRequest {
  readonly topic: string;
  /** Releases of these alone; default all. */
  readonly filter?: Filter;
  /**
   * Releases that are new: these alone are compared, and what an earlier revision of one says already is not told
   * again.
   */
  readonly news?: readonly ReleaseRef[];
}

/** Releases compared at once: few enough that all their passages are candidates. */
const AT_ONCE = 32;
const CANDIDATES = 1_024;
/** Releases looked through for one topic. */
const MAX_RELEASES = 2_000;

export interface TopicParts {
  readonly searcher: Searcher;
  readonly scope: Scope;
  readonly read: (ref: ReleaseRef) => Release | undefined;
  /** Texts of the revisions before the current one. */
  readonly earlier: (ref: ReleaseRef) => readonly string[];
}

/** The best passage of each of `headers`' releases that is about the topic, best first. */
export async function matchTopic(
  { topic, news }: TopicRequest,
  headers: readonly ReleaseHeader[],
  parts: TopicParts,
): Promise<readonly Match[]> {
  const wanted = news === undefined ? undefined : new Set(news);
  const refs = headers.flatMap(({ ref }) => (wanted?.has(ref) === false ? [] : ref)).slice(0, MAX_RELEASES);
  const found: Scored[] = [];
  for (let i = 0; i < refs.length; i += AT_ONCE)
    found.push(
      ...(await matchSome(topic, refs.slice(i, i + AT_ONCE), { ...parts, isNews: news !== undefined })),
    );
  return found.sort((one, other) => other.score - one.score).map(({ match }) => match);
}

interface Scored {
  readonly match: Match;
  readonly score: number;
}

async function matchSome(
  topic: string,
  refs: readonly ReleaseRef[],
  { searcher, scope, read, earlier, isNews }: TopicParts & { readonly isNews: boolean },
): Promise<readonly Scored[]> {
  const language = readQuestionLanguage(topic);
  const { ranked } = await searcher.search(topic, {
    refs: new Set(refs),
    scope,
    limit: CANDIDATES,
    perRelease: CANDIDATES,
    candidates: CANDIDATES,
    questionLanguage: language,
  });
  const matches = new Map<ReleaseRef, Scored>();
  const told = new Map<ReleaseRef, readonly string[]>();
  for (const passage of ranked) {
    const { ref } = passage.header;
    if (matches.has(ref)) continue;
    const match = matchOf(topic, passage, { release: read(ref), language });
    if (match === undefined) continue;
    if (isNews && !told.has(ref)) told.set(ref, earlier(ref));
    if (told.get(ref)?.some((text) => text.includes(match.text)) === true) continue;
    matches.set(ref, { match, score: passage.score });
  }
  return [...matches.values()];
}

interface MatchContext {
  readonly release: Release | undefined;
  /** Of the topic. */
  readonly language: string;
}

function matchOf(
  topic: string,
  { header, passage, evidence }: RankedPassage,
  { release, language }: MatchContext,
): Match | undefined {
  // What is kept on disk may be newer than what was searched.
  if (release?.revision !== header.revision) return undefined;
  const text = sliceSpan(release.text, passage.span);
  const isAcross = groupOf(header.language) !== groupOf(language);
  const reason = matchReason(topic, { text, evidence, isAcross });
  return reason === undefined ? undefined : { header, span: passage.span, text, reason };
}
