// The interface of the outbox: notices that wait, posts that are claimed before they are sent, and what was sent.
import type { Destination, Follow, Notice, PauseReason } from '../domain/follow.ts';

/** A post that is about to be made. */
export interface NewPost {
  /** What Discord and the channel know it again by; at most 25 characters. */
  readonly nonce: string;
  readonly destination: Destination;
  /** Ids of the notices. */
  readonly notices: readonly number[];
  /** Notices that wait for the next digest, told with this post. */
  readonly postponed: number;
}

/** A post that was claimed and is not known to be sent. */
export interface ClaimedPost extends Omit<NewPost, 'notices'> {
  /** Milliseconds since 1970: it was not sent before. */
  readonly claimedAt: number;
  /** Matches that found no room in the outbox. */
  readonly missed: number;
  readonly notices: readonly Notice[];
  /** Paused follows that their owner is told of; then there are no notices. */
  readonly pauses: readonly Follow[];
}

export interface Sent {
  readonly destination: Destination;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Pause {
  readonly destination: Destination;
  readonly reason: PauseReason;
  /** The post that was refused, so that it was not sent for sure: its notices wait again. */
  readonly refused?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The owners to tell, and the nonce of the post for each. */
  readonly tell: readonly { readonly owner: string; readonly nonce: string }[];
}

export interface Outbox {
  /** Unclaimed notices of follows that are not paused and that were due at `now`, the oldest first, at most `limit`. */
  dueNotices(now: number, limit: number): readonly Notice[];
  postpone(notices: readonly { readonly notice: number; readonly dueAt: number }[]): void;
  /** Claims its notices; false, and nothing is claimed, where one of them is claimed, paused or gone. */
  claimPost(post: NewPost, at: number): boolean;
  /** The oldest first; those of which nothing is left to tell are forgotten. */
  claimedPosts(): readonly ClaimedPost[];
  /** `message` is the id that Discord gave it; empty where nothing was left to send. */
  recordPost(nonce: string, message: string, at: number): void;
  /** It was not sent for sure: its notices wait again. */
  releasePost(nonce: string): void;
  /**
   * What is sent there is refused: pauses the follows and claims the posts that tell so. Other posts that are claimed
   * stay so: whether they were sent has to be found out.
   */
  pauseDestination(pause: Pause): void;
  /** Posts with a message, sent after `since`. */
  sentPosts(since: number): readonly Sent[];
  /** Forgets posts sent before `before`, with their notices. */
  forgetSent(before: number): void;
}
