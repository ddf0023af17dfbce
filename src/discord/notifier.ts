// Tells of what is new on followed topics. Whenever the process dies, no notice is lost and none comes twice.
import type { App } from '../app.ts';
import { destinationOf, type Destination } from '../domain/follow.ts';
import {
  isQuiet,
  markOf,
  nonceOf,
  pauseNonce,
  planPosts,
  type Pace,
  type PlannedPost,
} from '../follow/plan.ts';
import { Follower } from '../follower.ts';
import type { ClaimedPost, Guilds } from '../guilds.ts';
import type { ChannelPosts } from './channel-posts.ts';
import { refusalOf } from './failure.ts';
import { composePost } from './notice-text.ts';

const EVERY_MS = 20_000;
const HOUR_MS = 3_600_000;
/** Posts that were sent are remembered this long, for the count of an hour and for whoever looks into the file. */
const REMEMBERED_MS = 24 * HOUR_MS;
/** Notices considered at once. */
const MAX_DUE = 2_000;

export interface NotifierOptions {
  /** Milliseconds between two rounds; default 20 seconds. */
  readonly everyMs?: number;
  readonly pace?: Pace;
}

export interface NotifierParts extends NotifierOptions {
  readonly app: App;
  readonly guilds: Guilds;
  readonly posts: ChannelPosts;
  readonly report: (what: string, error: unknown) => void;
  /** Counts what became of a post. */
  readonly count: (outcome: 'sent' | 'refused' | 'failed') => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export class Notifier {
  readonly #parts: NotifierParts;
  readonly #follower: Follower;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #closed = false;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#follower = new Follower(parts.app, parts.guilds, this.#now);
  }

  /** Goes round now and from now on. Safe to call again. */
  start(): void {
    if (this.#closed || this.#round !== undefined) return;
    clearTimeout(this.#timer);
    this.#round = this.round()
      .catch((error: unknown) => {
        this.#parts.report('notices could not be looked after', error);
      })
      .finally(() => {
        this.#round = undefined;
        if (this.#closed) return;
        this.#timer = setTimeout(() => {
          this.start();
        }, this.#parts.everyMs ?? EVERY_MS).unref();
      });
  }

  /** Lets the round under way end. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  /**
   * 1. compare what is new with what is followed; a failure there keeps nothing back that was found already
   * 2. find out about posts that were claimed in an earlier round, and send those that were not sent
   * 3. claim and send what is due
   */
  async round(): Promise<void> {
    await this.#follower.look().catch((error: unknown) => {
      this.#parts.report('new releases could not be compared with what is followed', error);
    });
    const { guilds } = this.#parts;
    for (const post of await guilds.claimedPosts()) {
      if (this.#closed) return;
      if (this.#mayBeSent(post)) await this.#deliver(post, true);
    }
    await this.#sendDue();
    await guilds.forgetSent(this.#now() - REMEMBERED_MS);
  }

  #mayBeSent({ notices, pauses }: ClaimedPost): boolean {
    if (pauses.length > 0) return true;
    const isPaused = notices.every(({ follow }) => follow.paused !== undefined);
    return !isPaused && !notices.some(({ follow }) => isQuiet(follow, this.#now()));
  }

  async #sendDue(): Promise<void> {
    const { guilds, pace } = this.#parts;
    const now = this.#now();
    const [due, sent] = await Promise.all([guilds.dueNotices(now, MAX_DUE), guilds.sentPosts(now - HOUR_MS)]);
    const { posts, postponed } = planPosts(due, { now, sent, ...(pace === undefined ? {} : { pace }) });
    if (postponed.length > 0) await guilds.postpone(postponed);
    for (const post of posts) {
      if (this.#closed) return;
      await this.#claimAndDeliver(post);
    }
  }

  async #claimAndDeliver({ destination, notices, left: postponed }: PlannedPost): Promise<void> {
    const nonce = nonceOf({ destination, notices });
    const ids = notices.map(({ id }) => id);
    const claimedAt = this.#now();
    // Somebody paused or removed one of them since: the next round plans anew.
    if (!(await this.#parts.guilds.claimPost({ nonce, destination, notices: ids, postponed }, claimedAt)))
      return;
    const claimed = await this.#parts.guilds.claimedPosts();
    const post = claimed.find((one) => one.nonce === nonce);
    if (post !== undefined) await this.#deliver(post, false);
  }

  /** `wasTried`: it may have been sent already. */
  async #deliver(post: ClaimedPost, wasTried: boolean): Promise<void> {
    const { posts, guilds, count } = this.#parts;
    try {
      const channel = await posts.channelOf(post.destination);
      const known = wasTried ? await posts.find(channel, markOf(post.nonce), post.claimedAt) : undefined;
      const message = known ?? (await this.#send(post, channel));
      await guilds.recordPost(post.nonce, message, this.#now());
      if (message !== '') count('sent');
    } catch (error) {
      await this.#failed(post, error);
    }
  }

  /** Empty where nothing was left to say. */
  async #send(post: ClaimedPost, channel: string): Promise<string> {
    const body = await composePost(post, this.#parts);
    if (body === undefined) return '';
    try {
      return await this.#parts.posts.send(channel, body, post.nonce);
    } catch (error) {
      if (refusalOf(error) === undefined) throw error;
      throw new RefusedPostError('It was refused.', { cause: error });
    }
  }

  async #failed(post: ClaimedPost, thrown: unknown): Promise<void> {
    const { guilds, report, count } = this.#parts;
    const isUnsent = thrown instanceof RefusedPostError;
    const error = isUnsent ? thrown.cause : thrown;
    const reason = refusalOf(error);
    count(reason === undefined ? 'failed' : 'refused');
    if (reason === undefined) {
      report('a notice could not be sent yet; it stays in the outbox', error);
      return;
    }
    report('a notice was refused; what is told there is paused', error);
    // Whoever takes no direct messages finds it in the list of what they follow.
    if (post.pauses.length > 0) return guilds.recordPost(post.nonce, '', this.#now());
    const { destination, nonce } = post;
    const at = this.#now();
    const tell = await this.#ownersOf(destination, at);
    await guilds.pauseDestination({
      destination,
      reason,
      at,
      tell,
      ...(isUnsent ? { refused: nonce } : {}),
    });
  }

  async #ownersOf(
    destination: Destination,
    at: number,
  ): Promise<readonly { readonly owner: string; readonly nonce: string }[]> {
    if (destination.startsWith('@')) return [];
    const there = (await this.#parts.guilds.follows()).filter(
      (follow) => destinationOf(follow) === destination,
    );
    const owners = [...new Set(there.map(({ owner }) => owner))];
    return owners.map((owner) => ({ owner, nonce: pauseNonce(destination, owner, at) }));
  }
}

/** Discord refused the message itself, so that it was not sent for sure. */
class RefusedPostError extends Error {
  override readonly name = 'RefusedPostError';
}
