// How much is asked at most: by one member, in one server, and of the bot as a whole. Pure: the clock is passed in.
import { LRUCache } from 'lru-cache';

/** A bucket holds one minute's questions, so that a lively moment is no offence and a steady stream is. */
const MINUTE_MS = 60_000;

/** Questions a minute where a server sets nothing. A member who reads the answers asks less, a whole class at once as much. */
export const MEMBER_LIMIT = 12;
export const GUILD_LIMIT = 240;
/** Of everybody together: what the engine answers on two small cores, with a third left for what else it does. */
const OVERALL_LIMIT = 3_000;
/** Lists of choices that one member's typing asks for: faster than fingers. */
const TYPING_LIMIT = 600;
/** Pages that one member turns in a minute: as fast as somebody skims. They ask nothing, so they cost no question. */
const READING_LIMIT = 60;
/** Members and servers remembered; whoever was longest silent is forgotten, and starts anew with a full bucket. */
const REMEMBERED = 10_000;

/** Holds `capacity` tokens at first and at most; they come back steadily, all of them within `MINUTE_MS`. */
export class TokenBucket {
  readonly capacity: number;
  #tokens: number;
  #at: number;

  constructor(capacity: number, now: number) {
    this.capacity = capacity;
    this.#tokens = capacity;
    this.#at = now;
  }

  /** Milliseconds until there is a token; 0 where there is one. */
  wait(now: number): number {
    this.#refill(now);
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) * MINUTE_MS) / this.capacity);
  }

  take(now: number): void {
    this.#refill(now);
    this.#tokens--;
  }

  #refill(now: number): void {
    // A clock that is set back gives nothing and takes nothing.
    const passed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.capacity, this.#tokens + (passed * this.capacity) / MINUTE_MS);
    this.#at = now;
  }
}

/** Who asks, and what the server they ask in allows. */
export interface Asking {
  readonly userId: string;
  readonly guildId?: string;
  /** Questions a minute; default `MEMBER_LIMIT`. */
  readonly memberLimit?: number;
  /** Questions a minute; default `GUILD_LIMIT`. */
  readonly guildLimit?: number;
}

/** Why somebody has to wait. */
export interface Wait {
  /** Whose limit is reached; `unfinished`: the member's last question is still being worked on. */
  readonly why: 'member' | 'guild' | 'everybody' | 'unfinished';
  /** Milliseconds until it is worth trying again. */
  readonly ms: number;
}

/** An answer takes about this long when many ask. */
const UNFINISHED_MS = 5_000;

export class Manners {
  readonly #now: () => number;
  readonly #buckets = new LRUCache<string, TokenBucket>({ max: REMEMBERED });
  readonly #everybody: TokenBucket;
  /** Members whose question is being worked on. */
  readonly #served = new Set<string>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#everybody = new TokenBucket(OVERALL_LIMIT, now());
  }

  #bucket(name: string, capacity: number): TokenBucket {
    const known = this.#buckets.get(name);
    // A server may have changed its limit since.
    if (known?.capacity === capacity) return known;
    const bucket = new TokenBucket(capacity, this.#now());
    this.#buckets.set(name, bucket);
    return bucket;
  }

  /** Takes a token of each bucket, or of none where one is empty; says then how long to wait, and for what. */
  charge({
    userId,
    guildId,
    memberLimit = MEMBER_LIMIT,
    guildLimit = GUILD_LIMIT,
  }: Asking): Wait | undefined {
    const now = this.#now();
    const buckets: readonly (readonly [Wait['why'], TokenBucket])[] = [
      ['member', this.#bucket(`member ${userId} in ${guildId ?? 'private'}`, memberLimit)],
      ...(guildId === undefined ? [] : ([['guild', this.#bucket(`guild ${guildId}`, guildLimit)]] as const)),
      ['everybody', this.#everybody],
    ];
    for (const [why, bucket] of buckets) {
      const ms = bucket.wait(now);
      if (ms > 0) return { why, ms };
    }
    for (const [, bucket] of buckets) bucket.take(now);
    return undefined;
  }

  /** Charges, and lets one question of each member in at a time; call `finish` when it is done with. */
  begin(asking: Asking): Wait | undefined {
    if (this.#served.has(asking.userId)) return { why: 'unfinished', ms: UNFINISHED_MS };
    const wait = this.charge(asking);
    if (wait === undefined) this.#served.add(asking.userId);
    return wait;
  }

  finish(userId: string): void {
    this.#served.delete(userId);
  }

  /** Charges for reading on in a release that was found; says how long to wait where that is too fast. */
  read(userId: string): Wait | undefined {
    const bucket = this.#bucket(`reading ${userId}`, READING_LIMIT);
    const now = this.#now();
    const ms = bucket.wait(now);
    if (ms > 0) return { why: 'member', ms };
    bucket.take(now);
    return undefined;
  }

  /** Whether to offer choices to a member who types. */
  mayType(userId: string): boolean {
    return this.#takeOf(`typing ${userId}`, TYPING_LIMIT);
  }

  /** Whether to tell a member in public that they have to wait: once a minute. */
  mayTell(userId: string): boolean {
    return this.#takeOf(`told ${userId}`, 1);
  }

  #takeOf(name: string, capacity: number): boolean {
    const bucket = this.#bucket(name, capacity);
    const now = this.#now();
    if (bucket.wait(now) > 0) return false;
    bucket.take(now);
    return true;
  }
}
