// Messages that the bot posts of its own accord, and finding out whether one was posted already.
import {
  Routes,
  SnowflakeUtil,
  type APIChannel,
  type APIMessage,
  type RequestData,
  type REST,
} from 'discord.js';
import type { Destination } from '../domain/follow.ts';
import type { Body } from './body.ts';

/** How far the clocks of Discord and of this machine may be apart. */
const CLOCK_SKEW_MS = 120_000;
const PAGE = 100;
/** Pages looked through: a post was made soon after it was claimed, if it was. */
const MAX_PAGES = 20;

/** Errors are those of discord.js's REST; it waits out rate limits. */
export class ChannelPosts {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  /** The channel of a destination; for a user that of their direct messages, which is opened where it was not. */
  async channelOf(destination: Destination): Promise<string> {
    if (!destination.startsWith('@')) return destination;
    const body = { recipient_id: destination.slice(1) };
    const { id } = (await this.#rest.post(Routes.userChannels(), { body })) as APIChannel;
    return id;
  }

  /** Gives the message's id. For a few minutes Discord takes the same nonce for the same message. */
  async send(channel: string, message: Body, nonce: string): Promise<string> {
    const body: RequestData['body'] = { ...message, nonce, enforce_nonce: true };
    const { id } = (await this.#rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
    return id;
  }

  /** The id of the message with this mark that was posted after `since` (milliseconds since 1970), where there is one. */
  async find(channel: string, mark: number, since: number): Promise<string | undefined> {
    let after = SnowflakeUtil.generate({ timestamp: since - CLOCK_SKEW_MS, increment: 0n }).toString();
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = new URLSearchParams({ after, limit: String(PAGE) });
      const messages = (await this.#rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
      const found = messages.find(({ components }) => components?.some(({ id }) => id === mark));
      if (found !== undefined || messages.length < PAGE) return found?.id;
      after = messages
        .map(({ id }) => id)
        .reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
    }
    return undefined;
  }
}
