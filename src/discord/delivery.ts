// Gets replies to Discord: acknowledged first, sent once, tried again where that can't double them.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  InteractionResponseType,
  MessageFlags,
  REST,
  Routes,
  SnowflakeUtil,
  type APIModalInteractionResponseCallbackData,
  type RequestData,
} from 'discord.js';
import pLimit from 'p-limit';
import { LRUCache } from 'lru-cache';
import type { Body } from './body.ts';
import { INVALID_REQUESTS_TOLD } from './client.ts';
import {
  ExpiredInteractionError,
  isAcknowledged,
  isPassing,
  isUnknownMessage,
  rateLimitWait,
} from './failure.ts';
import { TokenBucket } from './manners.ts';
import type { RestWatch } from './rest-watch.ts';

/**
 * Interaction webhooks don't count against the bot's 50 requests a second, but users report bans after floods of them;
 * this is well above what a busy server asks and well below a flood.
 */
const WEBHOOK_REQUESTS_PER_SECOND = 100;
/** Of an acknowledgement: with the pauses, a second of its three. */
const ACKNOWLEDGE_TRIES = 4;
/** Of an answer: with the pauses, twenty seconds, in which most outages pass. */
const ANSWER_TRIES = 8;
/** Doubles with every try. */
const FIRST_WAIT_MS = 150;
/** A hanging request is given up for another try; an acknowledgement has three seconds in all. */
const TIMEOUT_MS = 2_500;

/** A rate limit shorter than this is waited out in the line of requests; a longer one must fit the time that is left. */
const SHORT_WAIT_MS = 1_000;
/** How long Discord lets an interaction be acknowledged, and then be answered. */
const ACKNOWLEDGE_MS = 3_000;
const ANSWER_MS = 15 * 60_000;
/**
 * Failures a minute that are told in private after "thinking" was shown to everyone: each takes two requests more, and
 * where everything fails at once the channel had better hear of it.
 */
const WITHDRAWN_A_MINUTE = 60;
/** Channels whose line of answers is remembered; in more than that at once the order in the oldest is given up. */
const LANES = 5_000;

/**
 * Who will see the answer, settled for good by the acknowledgement: the one who asked alone, or everyone; `update` puts
 * it in the place of the message whose button was pressed.
 */
export type Acknowledgement = 'private' | 'public' | 'update';

const ACKNOWLEDGEMENTS: Readonly<Record<Acknowledgement, object>> = {
  private: {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  },
  public: { type: InteractionResponseType.DeferredChannelMessageWithSource, data: {} },
  update: { type: InteractionResponseType.DeferredMessageUpdate },
};

/** What names an interaction on the wire. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  /** Answers in one channel are sent one after the other, so that a limit of the channel is met once, not by all. */
  readonly channelId?: string | null;
}

export interface DeliveryOptions {
  /** Base URL of the REST API without a version; undefined is Discord's own. */
  readonly api: string | undefined;
  /** The client's own REST, which holds the bot's token. */
  readonly authorized: REST;
  readonly watch: RestWatch;
}

/** Errors are those of discord.js's REST, once no further try can help. */
export class Delivery {
  readonly #webhooks: REST;
  readonly #authorized: REST;
  readonly #watch: RestWatch;
  readonly #lanes = new LRUCache<string, ReturnType<typeof pLimit>>({ max: LANES });
  readonly #withdrawals = new TokenBucket(WITHDRAWN_A_MINUTE, Date.now());

  constructor({ api, authorized, watch }: DeliveryOptions) {
    this.#authorized = authorized;
    this.#watch = watch;
    this.#webhooks = new REST({
      ...(api === undefined ? {} : { api }),
      version: '10',
      // Its own retries come without a pause; ours wait.
      retries: 0,
      timeout: TIMEOUT_MS,
      globalRequestsPerSecond: WEBHOOK_REQUESTS_PER_SECOND,
      // One handler an interaction stays until the sweep.
      handlerSweepInterval: 60_000,
      invalidRequestWarningInterval: INVALID_REQUESTS_TOLD,
      rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > SHORT_WAIT_MS,
    });
    watch.attach(this.#webhooks);
    watch.attach(authorized);
  }

  /** Says that the answer is being worked on. */
  acknowledge(key: InteractionKey, how: Acknowledgement): Promise<void> {
    return this.#callback(key, ACKNOWLEDGEMENTS[how]);
  }

  /** Answers at once, where nothing has to be worked out. */
  reply(key: InteractionKey, body: Body): Promise<void> {
    return this.#callback(key, { type: InteractionResponseType.ChannelMessageWithSource, data: body });
  }

  /** Opens a form; this is the answer to what opened it. */
  openForm(key: InteractionKey, data: APIModalInteractionResponseCallbackData): Promise<void> {
    return this.#callback(key, { type: InteractionResponseType.Modal, data });
  }

  async choose(key: InteractionKey, choices: readonly { name: string; value: string }[]): Promise<void> {
    await this.#callback(key, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  async #callback({ id, token }: InteractionKey, body: object): Promise<void> {
    try {
      await this.#persist(
        () => this.#webhooks.post(Routes.interactionCallback(id, token), { body, auth: false }),
        { tries: ACKNOWLEDGE_TRIES, deadline: SnowflakeUtil.timestampFrom(id) + ACKNOWLEDGE_MS },
      );
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
    }
  }

  /** Puts the answer in the place of "thinking", or of the message whose button was pressed; doing it twice leaves one answer. */
  async finish({ id, applicationId, token, channelId }: InteractionKey, answer: Body): Promise<void> {
    const { files = [], ...body } = answer;
    // The ephemeral flag was settled by the acknowledgement and is refused in an edit.
    const edit = { ...body, flags: body.flags & ~MessageFlags.Ephemeral };
    const deadline = SnowflakeUtil.timestampFrom(id) + ANSWER_MS;
    await this.#lane(channelId ?? token)(async () => {
      if (Date.now() > deadline) throw new ExpiredInteractionError('Its fifteen minutes are over.');
      await this.#persist(
        () =>
          this.#webhooks.patch(Routes.webhookMessage(applicationId, token), {
            body: edit,
            auth: false,
            ...(files.length === 0 ? {} : { files: files.map(({ name, data }) => ({ name, data })) }),
          }),
        { deadline },
      );
    });
  }

  /**
   * Tells the one who asked alone what was to be an answer for everyone. Discord lets an acknowledgement never become
   * private and takes a message beside it only once it was answered, so:
   *
   * 1. put it in the place of "thinking": from here on there is an honest reply, whatever goes wrong
   * 2. tell it in private, once
   * 3. take back what everyone sees; where 2 failed it stays
   */
  async finishAlone(key: InteractionKey, notice: Body): Promise<void> {
    await this.finish(key, notice);
    const now = Date.now();
    if (this.#withdrawals.wait(now) > 0) return;
    this.#withdrawals.take(now);
    await this.tell(key, notice);
    await this.#withdraw(key);
  }

  async #withdraw({ id, applicationId, token }: InteractionKey): Promise<void> {
    try {
      await this.#persist(
        () => this.#webhooks.delete(Routes.webhookMessage(applicationId, token), { auth: false }),
        { deadline: SnowflakeUtil.timestampFrom(id) + ANSWER_MS },
      );
    } catch (error) {
      if (!isUnknownMessage(error)) throw error;
    }
  }

  /** Tells the one who asked alone, beside a message that stays. Tried once: a second try could tell it twice. */
  async tell({ applicationId, token }: InteractionKey, body: Body): Promise<void> {
    await this.#webhooks.post(Routes.webhook(applicationId, token), { body, auth: false });
  }

  #lane(channel: string): ReturnType<typeof pLimit> {
    const lane = this.#lanes.get(channel) ?? pLimit(1);
    this.#lanes.set(channel, lane);
    return lane;
  }

  /** Replies to a message. `nonce` makes a second try the same message; at most 25 characters. */
  async post(channelId: string, message: { readonly body: Body; readonly replyTo: string }): Promise<void> {
    const body: RequestData['body'] = {
      ...message.body,
      message_reference: { message_id: message.replyTo, fail_if_not_exists: false },
      nonce: message.replyTo,
      enforce_nonce: true,
    };
    await this.#persist(() => this.#authorized.post(Routes.channelMessages(channelId), { body }));
  }

  async showTyping(channelId: string): Promise<void> {
    await this.#authorized.post(Routes.channelTyping(channelId));
  }

  /**
   * Tries again after failures that pass, waiting longer each time, and waits out a rate limit that ends before
   * `deadline` (milliseconds since 1970). Only for requests that may be made twice.
   */
  async #persist<T>(
    request: () => Promise<T>,
    { tries = ANSWER_TRIES, deadline = Infinity }: Persistence = {},
  ): Promise<T> {
    for (let attempt = 1; ;) {
      try {
        return await request();
      } catch (error) {
        const limited = rateLimitWait(error);
        if (limited === undefined) this.#watch.failed(error);
        const pause =
          limited === undefined
            ? pauseAfter(error, { attempt: attempt++, tries })
            : waitWithin(limited, deadline);
        await sleep(pause);
      }
    }
  }
}

interface Persistence {
  /** Default `ANSWER_TRIES`. */
  readonly tries?: number;
  /** Milliseconds since 1970; default none. */
  readonly deadline?: number;
}

/** Milliseconds until the next try; throws `error` where none can help. */
function pauseAfter(
  error: unknown,
  { attempt, tries }: { readonly attempt: number; readonly tries: number },
): number {
  if (attempt === tries || !isPassing(error)) throw error as Error;
  return FIRST_WAIT_MS * 2 ** (attempt - 1);
}

/** `wait`, unless the time is over by then. */
function waitWithin(wait: number, deadline: number): number {
  if (Date.now() + wait < deadline) return wait;
  throw new ExpiredInteractionError(`Discord asks to wait ${wait} ms, which is past its time.`);
}
