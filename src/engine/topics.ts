// Which releases a followed topic finds, passage by passage.
import { readQuestionLanguage } from '../answer/question-language.ts';
import type { Filter } from '../domain/answer.ts';
import type { Match } from '../domain/follow.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { Language, Release, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
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
  if (refs.length === 0) return [];
  const language = await languageOf(topic, parts);
  const found: Scored[] = [];
  for (let i = 0; i < refs.length; i += AT_ONCE)
    found.push(
      ...(await matchSome(topic, refs.slice(i, i + AT_ONCE), {
        ...parts,
        language,
        isNews: news !== undefined,
      })),
    );
  return found.sort((one, other) => other.score - one.score).map(({ match }) => match);
}

/** Share of a topic's information from which on the language of the passage that holds it is the topic's own. */
const HELD = 0.7;

/** A few words tell their language less surely than the releases that hold them do. */
async function languageOf(topic: string, { searcher, scope }: TopicParts): Promise<Language> {
  const { ranked } = await searcher.search(topic, { scope, limit: 1 });
  const [best] = ranked;
  return best !== undefined && best.evidence.coverage >= HELD
    ? best.header.language
    : readQuestionLanguage(topic);
}

interface SomeParts extends TopicParts {
  /** Of the topic. */
  readonly language: Language;
  readonly isNews: boolean;
}

interface Scored {
  readonly match: Match;
  readonly score: number;
}

async function matchSome(
  topic: string,
  refs: readonly ReleaseRef[],
  { searcher, scope, read, earlier, language, isNews }: SomeParts,
): Promise<readonly Scored[]> {
  const { ranked } = await searcher.search(topic, {
    refs: new Set(refs),
    scope,
    limit: CANDIDATES,
    perRelease: CANDIDATES,
    candidates: CANDIDATES,
    toBeRead: true,
    questionLanguage: language,
  });
  const matches = new Map<ReleaseRef, Scored>();
  for (const passage of ranked) {
    const { ref } = passage.header;
    const match = matchOf(topic, passage, { release: read(ref), language });
    const best = matches.get(ref);
    if (match === undefined || (best !== undefined && !tellsMore(match, best.match))) continue;
    if (isNews && earlier(ref).some((text) => text.includes(match.text))) continue;
    matches.set(ref, { match, score: Math.max(passage.score, best?.score ?? 0) });
  }
  return [...matches.values()];
}

/**
 * Whether a passage says more of the topic than another of its release: ranking counts the words of the headline, which
 * all of them have, too.
 */
function tellsMore({ reason: one }: Match, { reason: other }: Match): boolean {
  return one.words.length === other.words.length
    ? one.cosine > other.cosine
    : one.words.length > other.words.length;
}

interface MatchContext {
  readonly release: Release | undefined;
  /** Of the topic. */
  readonly language: Language;
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
