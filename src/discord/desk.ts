// The front desk: who has been served already, how much work is taken on at once, and when no more is.
import pLimit from 'p-limit';
import { LRUCache } from 'lru-cache';

/** Discord delivers again what it is not sure of, after a resume above all; ids older than these don't come back. */
const REMEMBERED = 10_000;
/** Questions the engine is given at once: it works on one at a time, so more would only wait inside it. */
const CONCURRENT = 4;
/** Waiting at most: at a hundred answers a second the last of them is served within the fifteen minutes of its token. */
const MAX_WAITING = 2_000;
/** Work under way is given this long when the bot stops. */
const DRAIN_MS = 8_000;

export class Desk {
  readonly #seen = new LRUCache<string, true>({ max: REMEMBERED });
  readonly #limit = pLimit(CONCURRENT);
  readonly #open = new Set<Promise<unknown>>();
  readonly #maxWaiting: number;
  #closed = false;

  constructor(maxWaiting = MAX_WAITING) {
    this.#maxWaiting = maxWaiting;
  }

  /** True the first time this id is shown. */
  isNew(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, true);
    return true;
  }

  /** Counts what is only being acknowledged too: a flood arrives faster than its first acknowledgement. */
  get isFull(): boolean {
    return this.#open.size >= this.#maxWaiting;
  }

  /** Work that waits for its turn. */
  get waiting(): number {
    return this.#limit.pendingCount;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Runs `work` when its turn comes. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    return this.#limit(work);
  }

  /** Keeps the desk open until `work` is done; its failures are the caller's to handle. */
  watch(work: Promise<unknown>): void {
    const settled = work.catch(() => undefined).finally(() => this.#open.delete(settled));
    this.#open.add(settled);
  }

  /** Takes no more work, and waits for what is under way, up to eight seconds. */
  async close(): Promise<void> {
    this.#closed = true;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, DRAIN_MS);
    });
    await Promise.race([Promise.all(this.#open), patience]);
    clearTimeout(timer);
  }
}
