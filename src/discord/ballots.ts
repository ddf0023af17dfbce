// Who has said already whether an answer was useful: keyed hashes in memory alone, so that one voice counts once and no
// name is kept. A restart forgets them.
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Voices remembered; whoever comes back to an answer that is older than so many may be counted again. */
const REMEMBERED = 20_000;

export class Ballots {
  /** Nobody has it, and it ends with the process: without it a hash tells nothing of whose it is. */
  readonly #key = randomBytes(32);
  readonly #given = new LRUCache<string, true>({ max: REMEMBERED });

  has(userId: string, messageId: string): boolean {
    return this.#given.has(this.#markOf(userId, messageId));
  }

  add(userId: string, messageId: string): void {
    this.#given.set(this.#markOf(userId, messageId), true);
  }

  #markOf(userId: string, messageId: string): string {
    return createHmac('sha256', this.#key).update(`${userId}\n${messageId}`).digest('base64');
  }
}
