// Reads messages back from Discord: what the bot said before is kept there, and nowhere else.
import { Routes, type APIMessage, type REST } from 'discord.js';

/** An answer does not wait longer for what was said before it. */
const TIMEOUT_MS = 2_500;

/** Rejects with the errors of discord.js's REST, or of a signal that timed out. */
export class History {
  readonly #authorized: REST;

  /** The client's own REST, which holds the bot's token. */
  constructor(authorized: REST) {
    this.#authorized = authorized;
  }

  async read(channelId: string, messageId: string): Promise<APIMessage> {
    return (await this.#authorized.get(Routes.channelMessage(channelId, messageId), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })) as APIMessage;
  }

  /** Up to `limit` messages (at most 100) from before this one, newest first. */
  async readBefore(channelId: string, messageId: string, limit: number): Promise<readonly APIMessage[]> {
    return (await this.#authorized.get(Routes.channelMessages(channelId), {
      query: new URLSearchParams({ before: messageId, limit: String(limit) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })) as APIMessage[];
  }
}
