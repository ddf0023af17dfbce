// The REST side of the fake: the life of interactions and messages, as far as Rilis touches it.
import { FakeDirectory } from './directory.ts';
import { snowflake } from './who.ts';
import { BOT_ID } from './gateway.ts';
import { FakeChannels, type FakeThread } from './channels.ts';
import { settle, type Callback, type FakeInteraction } from './interaction.ts';
import type { MessageBody } from './schema.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly body: unknown;
  readonly authorization: string | undefined;
}

/** A message as it stands in its channel. */
export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly at: number;
  readonly body: MessageBody;
}

/** Channels of direct messages, one a user: their ids begin so. */
const DIRECT = '77';

/** The channel of a user's direct messages with the bot. */
export function directChannelOf(userId: string): string {
  return `${DIRECT}${userId.slice(DIRECT.length)}`;
}

const error = (status: number, code: number, message: string): Reply => ({ status, body: { code, message } });

export class FakeRest {
  readonly interactions = new Map<string, FakeInteraction>();
  /** Messages posted to channels, by id; a nonce that comes again posts nothing. */
  readonly posts: MessageBody[] = [];
  /** The same with where and when; the oldest first. */
  readonly messages: FakeMessage[] = [];
  /** How long a nonce that comes again is known. */
  nonceLifeMs = Infinity;
  /** The same with what others wrote, as it is read back. */
  readonly channels = new FakeChannels();
  /** Called with every thread that the bot opens. */
  onThread: (thread: FakeThread) => void = () => undefined;
  commands: unknown;
  readonly directory = new FakeDirectory();
  /** What `GET /gateway/bot` tells of the sessions that may be begun, and of shards. */
  sessionLimit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
  recommendedShards = 1;
  /** After this an interaction that was not acknowledged is gone. */
  callbackDeadlineMs = 3_000;
  tokenLifeMs = 900_000;
  readonly #token: string;
  readonly #gatewayUrl: () => string;

  constructor(token: string, gatewayUrl: () => string) {
    this.#token = token;
    this.#gatewayUrl = gatewayUrl;
  }

  route(request: RestRequest): Reply {
    return this.#interactionRoute(request) ?? this.#authorizedRoute(request);
  }

  #interactionRoute({ method, path, body }: RestRequest): Reply | undefined {
    const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
    if (callback !== null) return this.#acknowledge(callback[2] ?? '', body as Callback);
    const webhook = /^\/webhooks\/(\d+)\/([^/]+)(\/messages\/@original)?$/.exec(path);
    if (webhook === null) return undefined;
    const [, bot, token = '', original] = webhook;
    if (bot !== BOT_ID) return error(404, 10015, 'Unknown Webhook');
    if (original === undefined) return this.#tell(token, body as MessageBody);
    return method === 'DELETE' ? this.#withdraw(token) : this.#edit(token, body as MessageBody);
  }

  /** The interaction whose webhook is used, while its token lives. */
  #open(token: string): FakeInteraction | Reply {
    const interaction = this.interactions.get(token);
    if (interaction === undefined || interaction.state === 'new') return error(404, 10015, 'Unknown Webhook');
    return Date.now() - interaction.createdAt > this.tokenLifeMs
      ? error(401, 50027, 'Invalid Webhook Token')
      : interaction;
  }

  #tell(token: string, body: MessageBody): Reply {
    const interaction = this.#open(token);
    if ('status' in interaction) return interaction;
    // The first message after "thinking" takes its place, whatever its own flags say.
    if (interaction.isThinking && interaction.state === 'deferred') return this.#edit(token, body);
    interaction.told.push(body);
    return { status: 200, body: { id: interaction.id } };
  }

  #withdraw(token: string): Reply {
    const interaction = this.#open(token);
    if ('status' in interaction) return interaction;
    if (interaction.withdrawn) return error(404, 10008, 'Unknown Message');
    interaction.withdrawn = true;
    return { status: 204 };
  }

  #acknowledge(token: string, callback: Callback): Reply {
    const interaction = this.interactions.get(token);
    if (interaction === undefined) return error(404, 10062, 'Unknown interaction');
    if (interaction.state !== 'new') return error(400, 40060, 'Interaction has already been acknowledged.');
    const age = Date.now() - interaction.createdAt;
    if (age > this.callbackDeadlineMs) return error(404, 10062, 'Unknown interaction');
    interaction.acknowledgedAfter = age;
    settle(interaction, callback);
    return { status: 204 };
  }

  #edit(token: string, body: MessageBody): Reply {
    const interaction = this.#open(token);
    if ('status' in interaction) return interaction;
    if (interaction.withdrawn) return error(404, 10008, 'Unknown Message');
    // The same body again is the same answer: an edit may be repeated.
    if (JSON.stringify(interaction.answers.at(-1)) !== JSON.stringify(body)) interaction.answers.push(body);
    interaction.state = 'answered';
    if (!interaction.ephemeral) this.channels.answer(interaction, body);
    return { status: 200, body: { id: interaction.id } };
  }

  #authorizedRoute({ method, path, query, body, authorization }: RestRequest): Reply {
    if (authorization !== `Bot ${this.#token}`) return error(401, 0, '401: Unauthorized');
    const ids = path.match(/\d{15,}/g) ?? [];
    const routes: readonly (readonly [string, RegExp, () => Reply])[] = [
      ['GET', /^\/gateway\/bot$/, () => this.#gateway()],
      [
        'POST',
        /^\/channels\/\d+\/messages$/,
        () => this.#post(path.split('/')[2] ?? '', body as MessageBody),
      ],
      ['GET', /^\/channels\/\d+\/messages$/, () => this.#history(path.split('/')[2] ?? '', query)],
      ['GET', /^\/channels\/\d+\/messages\/\d+$/, () => this.#message(ids[0], ids[1])],
      [
        'POST',
        /^\/channels\/\d+\/messages\/\d+\/threads$/,
        () => this.#thread(ids, body as { name: string }),
      ],
      ['POST', /^\/users\/@me\/channels$/, () => openDirect(body as { readonly recipient_id: string })],
      ['POST', /^\/channels\/\d+\/typing$/, () => ({ status: 204 })],
      ['GET', /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, () => this.#registered()],
      ['PUT', /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, () => this.#register(body)],
    ];
    const route = routes.find(([verb, pattern]) => verb === method && pattern.test(path));
    if (route !== undefined) return route[2]();
    const known = method === 'GET' ? this.directory.read(path) : undefined;
    return known === undefined ? error(404, 0, '404: Not Found') : { status: 200, body: known };
  }

  #gateway(): Reply {
    return {
      status: 200,
      body: {
        url: this.#gatewayUrl(),
        shards: this.recommendedShards,
        session_start_limit: this.sessionLimit,
      },
    };
  }

  #post(channel: string, body: MessageBody): Reply {
    const known = this.messages.find(
      (one) =>
        body.enforce_nonce === true &&
        one.body.nonce === body.nonce &&
        Date.now() - one.at < this.nonceLifeMs,
    );
    if (known !== undefined) return { status: 200, body: { id: known.id, channel_id: channel } };
    const message = { id: snowflake(), channel, at: Date.now(), body };
    this.messages.push(message);
    this.posts.push(body);
    this.channels.post(channel, message.id, body);
    return { status: 200, body: { id: message.id, channel_id: channel } };
  }

  /** The messages before or after one, as Discord gives them: those nearest to it, the newest of them first. */
  #history(channel: string, query = new URLSearchParams()): Reply {
    const before = query.get('before');
    if (before !== null)
      return { status: 200, body: this.channels.before(channel, before, Number(query.get('limit') ?? 50)) };
    const after = BigInt(query.get('after') ?? 0);
    const page = this.messages
      .filter((one) => one.channel === channel && BigInt(one.id) > after)
      .slice(0, Number(query.get('limit') ?? 50))
      .reverse();
    return { status: 200, body: page.map(({ id, body }) => ({ id, components: body.components ?? [] })) };
  }

  /** As Discord gives them back: with what it adds, and without what is its default. */
  #registered(): Reply {
    const commands = (this.commands ?? []) as readonly object[];
    const body = commands.map((command, i) => ({
      id: `51${i}`,
      application_id: BOT_ID,
      version: `52${i}`,
      default_member_permissions: null,
      type: 1,
      nsfw: false,
      description: '',
      description_localizations: null,
      ...command,
    }));
    return { status: 200, body };
  }

  #message(channelId = '', id = ''): Reply {
    const message = this.channels.get(channelId, id);
    return message === undefined ? error(404, 10008, 'Unknown Message') : { status: 200, body: message };
  }

  #thread([parentId = '', id = '']: readonly string[], { name }: { readonly name: string }): Reply {
    const thread = this.channels.open({ id, parentId, ownerId: BOT_ID, name, locked: false });
    if (thread === undefined) return error(400, 160004, 'A thread has already been created for this message');
    this.onThread(thread);
    return { status: 201, body: { id, name } };
  }

  /** Forgets what was asked and answered, as a long run must. */
  forget(): void {
    this.posts.length = 0;
    this.messages.length = 0;
    this.channels.forget();
    this.interactions.clear();
  }

  #register(body: unknown): Reply {
    this.commands = body;
    return { status: 200, body };
  }
}

function openDirect({ recipient_id }: { readonly recipient_id: string }): Reply {
  return { status: 200, body: { id: directChannelOf(recipient_id), type: 1 } };
}
