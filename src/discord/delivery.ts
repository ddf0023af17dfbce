// Gets replies to Discord: acknowledged first, sent once, tried again where that can't double them.
import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionResponseType, MessageFlags, REST, Routes, type RequestData } from 'discord.js';
import type { Body } from './body.ts';
import { isAcknowledged, isPassing } from './failure.ts';

/**
 * Interaction webhooks don't count against the bot's 50 requests a second, but users report bans after floods of them;
 * this is well above what a busy server asks and well below a flood.
 */
const WEBHOOK_REQUESTS_PER_SECOND = 100;
const TRIES = 4;
const FIRST_WAIT_MS = 150;
/** A hanging request is given up for another try; an acknowledgement has three seconds in all. */
const TIMEOUT_MS = 2_500;

/** What names an interaction on the wire. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export interface DeliveryOptions {
  /** Base URL of the REST API without a version; undefined is Discord's own. */
  readonly api: string | undefined;
  /** The client's own REST, which holds the bot's token. */
  readonly authorized: REST;
}

/** Errors are those of discord.js's REST, once no further try can help. */
export class Delivery {
  readonly #webhooks: REST;
  readonly #authorized: REST;

  constructor({ api, authorized }: DeliveryOptions) {
    this.#authorized = authorized;
    this.#webhooks = new REST({
      ...(api === undefined ? {} : { api }),
      version: '10',
      // Its own retries come without a pause; ours wait.
      retries: 0,
      timeout: TIMEOUT_MS,
      globalRequestsPerSecond: WEBHOOK_REQUESTS_PER_SECOND,
      // One handler an interaction stays until the sweep.
      handlerSweepInterval: 300_000,
    });
  }

  /** Says that the answer is being worked on; `ephemeral` is settled here for good. */
  defer(key: InteractionKey, ephemeral: boolean): Promise<void> {
    return this.#callback(key, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: ephemeral ? { flags: MessageFlags.Ephemeral } : {},
    });
  }

  /** Answers at once, where nothing has to be worked out. */
  reply(key: InteractionKey, body: Body): Promise<void> {
    return this.#callback(key, { type: InteractionResponseType.ChannelMessageWithSource, data: body });
  }

  async choose(key: InteractionKey, choices: readonly { name: string; value: string }[]): Promise<void> {
    await this.#callback(key, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  async #callback({ id, token }: InteractionKey, body: object): Promise<void> {
    try {
      await persist(() => this.#webhooks.post(Routes.interactionCallback(id, token), { body, auth: false }));
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
    }
  }

  /** Puts the answer in the place of "thinking"; doing it twice leaves one answer. */
  async finish({ applicationId, token }: InteractionKey, body: Body): Promise<void> {
    // The ephemeral flag was settled by the acknowledgement and is refused in an edit.
    const edit = { ...body, flags: body.flags & ~MessageFlags.Ephemeral };
    await persist(() =>
      this.#webhooks.patch(Routes.webhookMessage(applicationId, token), { body: edit, auth: false }),
    );
  }

  /** Replies to a message. `nonce` makes a second try the same message; at most 25 characters. */
  async post(channelId: string, message: { readonly body: Body; readonly replyTo: string }): Promise<void> {
    const body: RequestData['body'] = {
      ...message.body,
      message_reference: { message_id: message.replyTo, fail_if_not_exists: false },
      nonce: message.replyTo,
      enforce_nonce: true,
    };
    await persist(() => this.#authorized.post(Routes.channelMessages(channelId), { body }));
  }

  async showTyping(channelId: string): Promise<void> {
    await this.#authorized.post(Routes.channelTyping(channelId));
  }
}

/** Tries again after failures that pass, waiting longer each time. Only for requests that may be made twice. */
async function persist<T>(request: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      if (attempt === TRIES || !isPassing(error)) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }
}
