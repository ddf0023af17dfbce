// A topic that somebody follows, and the notices it gives. Pure.
import type { ReleaseHeader, ReleaseRef } from './release.ts';
import type { Span } from './span.ts';

/** When notices are sent: as releases come, or once a day. */
export type FollowMode = 'at-once' | 'daily';

/** Nothing is sent from `from` until `to`, both `HH:MM` in the follow's zone; `from` may be later than `to`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Why a follow sends nothing: by wish, or since its channel can't be written to any more. */
export type PauseReason = 'wish' | 'no-access' | 'no-channel' | 'no-direct' | 'refused';

/** What somebody asks to be told of. */
export interface FollowWish {
  /** The user who asked for it; a snowflake, as text. */
  readonly owner: string;
  /** Where it was asked for; absent in direct messages. */
  readonly guild?: string;
  /** Channel or thread that notices are posted to; absent: the owner's direct messages. */
  readonly channel?: string;
  readonly topic: string;
  /** As in `Filter.source`. */
  readonly source?: string;
  /** Of the notices' own words: `id`, `en` or `zh`. */
  readonly language: string;
  readonly mode: FollowMode;
  readonly quiet?: QuietHours;
  /** IANA zone of digests and quiet hours. */
  readonly timeZone: string;
}

export interface Follow extends FollowWish {
  /** From 1; never used twice. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly paused?: PauseReason;
}

/** Why a passage matches: words of the topic that it holds, and how near it is in meaning. */
export interface MatchReason {
  /** As the topic writes them; empty where meaning alone decided. */
  readonly words: readonly string[];
  /** Share of the topic's information that the words carry, in [0, 1]. */
  readonly coverage: number;
  /** Cosine, in [-1, 1]. */
  readonly cosine: number;
}

/** A passage of a new release that matches a topic. */
export interface Match {
  readonly header: ReleaseHeader;
  readonly span: Span;
  /** Always `release.text.slice(span.start, span.end)` of the pinned revision. */
  readonly text: string;
  readonly reason: MatchReason;
}

/** A match that somebody is to be told of, without its words: they are read and checked again when it is told. */
export interface Notice {
  readonly id: number;
  readonly follow: Follow;
  readonly ref: ReleaseRef;
  readonly revision: string;
  readonly span: Span;
  readonly reason: MatchReason;
  /** Milliseconds since 1970. */
  readonly foundAt: number;
  readonly dueAt: number;
}

/** A post to one channel or one user's direct messages (`@` and the user's id). */
export type Destination = string;

export function destinationOf({ channel, owner }: Pick<Follow, 'channel' | 'owner'>): Destination {
  return channel ?? `@${owner}`;
}
