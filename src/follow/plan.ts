// Which notices go into which post, and which have to wait. Pure.
import { createHash } from 'node:crypto';
import { destinationOf, type Destination, type Notice } from '../domain/follow.ts';
import { afterQuiet, nextDigest } from './schedule.ts';

/** Notices in one message: Discord takes 40 components, a notice up to four of them. */
export const NOTICES_A_POST = 8;
/** A channel that gets more in an hour is no place to talk any more. */
export const POSTS_AN_HOUR = 4;
const HOUR_MS = 3_600_000;

export interface Pace {
  /** A post waits until nothing new has come for so long, so that one ingest gives one post. Default one minute. */
  readonly settleMs?: number;
  /** But no longer than this after the first. Default ten minutes. */
  readonly longestMs?: number;
}

const PACE: Required<Pace> = { settleMs: 60_000, longestMs: 600_000 };

export interface SentPost {
  readonly destination: Destination;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface PlannedPost {
  readonly destination: Destination;
  /** Never empty, best first. */
  readonly notices: readonly Notice[];
  /** Notices that wait for the next digest, told with this post. */
  readonly left: number;
}

export interface Plan {
  readonly posts: readonly PlannedPost[];
  readonly postponed: readonly { readonly notice: number; readonly dueAt: number }[];
}

export interface PlanOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly sent: readonly SentPost[];
  readonly pace?: Pace;
}

/**
 * 1. take what is due, destination by destination, once an ingest has settled
 * 2. fill as many posts as the hour allows
 * 3. leave the rest to the next digest, and say so in the last post
 */
export function planPosts(waiting: readonly Notice[], { now, sent, pace = {} }: PlanOptions): Plan {
  const posts: PlannedPost[] = [];
  const postponed: Plan['postponed'][number][] = [];
  const due = waiting.filter((notice) => notice.dueAt <= now && !isQuiet(notice.follow, now));
  for (const destination of new Set(due.map(({ follow }) => destinationOf(follow)))) {
    const notices = due.filter(({ follow }) => destinationOf(follow) === destination);
    if (!isSettled(notices, now, { ...PACE, ...pace })) continue;
    const recent = sent.filter((post) => post.destination === destination && post.at > now - HOUR_MS);
    const room = Math.max(0, POSTS_AN_HOUR - recent.length);
    const ordered = notices.toSorted((one, other) => strength(other) - strength(one) || one.id - other.id);
    const fitting = ordered.slice(0, room * NOTICES_A_POST);
    const over = ordered.slice(fitting.length);
    for (let i = 0; i < fitting.length; i += NOTICES_A_POST) {
      const last = i + NOTICES_A_POST >= fitting.length;
      posts.push({
        destination,
        notices: fitting.slice(i, i + NOTICES_A_POST),
        left: last ? over.length : 0,
      });
    }
    postponed.push(...over.map((notice) => ({ notice: notice.id, dueAt: nextDigest(notice.follow, now) })));
  }
  return { posts, postponed };
}

/** Whether nothing may be sent for this follow now, whenever it was due. */
export function isQuiet(follow: Notice['follow'], now: number): boolean {
  return afterQuiet(follow, now) !== now;
}

function isSettled(
  notices: readonly Notice[],
  now: number,
  { settleMs, longestMs }: Required<Pace>,
): boolean {
  const found = notices.map(({ foundAt }) => foundAt);
  return now - Math.max(...found) >= settleMs || now - Math.min(...found) >= longestMs;
}

function strength({ reason }: Notice): number {
  return reason.coverage + reason.cosine;
}

/** At most 25 characters that follow from destination and notices alone: a second try is known as the same post. */
export function nonceOf({ destination, notices }: Pick<PlannedPost, 'destination' | 'notices'>): string {
  const keys = notices.map(({ follow, ref, revision, span }) => [follow.id, ref, revision, span.start]);
  return hashOf([destination, ...keys]);
}

/** Discord takes 25. */
const NONCE_LENGTH = 24;

/** As `nonceOf`, for the word to an owner that what is sent to `destination` is refused since `at`. */
export function pauseNonce(destination: Destination, owner: string, at: number): string {
  return hashOf(['paused', destination, owner, at]);
}

function hashOf(key: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url').slice(0, NONCE_LENGTH);
}

/** Component ids are positive and have 31 bits. */
const MARK_MODULUS = 0x7fffffff;

/** The same as the id of the post's outer component: unlike the nonce it can be read back from the channel. */
export function markOf(nonce: string): number {
  return (Buffer.from(nonce, 'base64url').readUInt32BE() % (MARK_MODULUS - 1)) + 1;
}
