// The bot: one gateway client, what it listens to, and how it ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { Events, GatewayCloseCodes, Routes, type APIGatewayBotInfo, type Client } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Guilds } from '../guilds.ts';
import { Keeper } from '../keeper.ts';
import { requireDiscord, type Config } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import type { Health } from '../ops/health.ts';
import { Metrics } from '../ops/metrics.ts';
import { QuietLog } from '../ops/quiet-log.ts';
import { loadDetector } from '../text/language.ts';
import { Ballots } from './ballots.ts';
import { createClient } from './client.ts';
import { keyFrom } from './custom-id.ts';
import { Delivery } from './delivery.ts';
import type { ContextParts } from './context.ts';
import { Desk } from './desk.ts';
import { describeFailure, isUnauthorized } from './failure.ts';
import { checkEngine, measureQuestions } from './engine-watch.ts';
import { Manners } from './manners.ts';
import { serveInteraction } from './interactions.ts';
import { serveMessage } from './mentions.ts';
import { ChannelPosts } from './channel-posts.ts';
import { forgetLeftGuilds } from './left-guilds.ts';
import { Notifier, type NotifierOptions, type NotifierParts } from './notifier.ts';
import { History } from './history.ts';
import { QuestionLog } from './question-log.ts';
import { Pulse } from './pulse.ts';
import { createRestWatch } from './rest-watch.ts';
import { pauseBeforeSession } from './session-limit.ts';

/** A client that waits for the gateway's hello never finishes closing; the process ends all the same. */
const DESTROY_MS = 2_000;
/** Notices under way are given this long; what is not sent by then is looked for at the next start. */
const DRAIN_MS = 8_000;

export interface StartOptions {
  readonly app: App;
  readonly guilds: Guilds;
  readonly config: Config;
  readonly log: Logger;
  /** Ends the wait for a session that Discord does not allow yet. */
  readonly signal?: AbortSignal;
  /** Milliseconds between the gateway's heartbeats; default is what Discord's documentation says. */
  readonly heartbeatMs?: number;
  /** Questions that may wait for their turn; further ones are told that the bot is busy. Default 2,000. */
  readonly maxWaiting?: number;
  readonly notices?: NotifierOptions;
}

/** What serving a member needs. */
export interface BotParts extends ContextParts {
  readonly manners: Manners;
  readonly delivery: Delivery;
  readonly desk: Desk;
  /** Logs a failure without tokens, and ends the bot when Discord refuses its token. */
  readonly report: (what: string, error: unknown) => void;
}

export interface Bot {
  /** Rejects when the bot can't go on: its token is refused, or an intent it needs. Never resolves. */
  readonly failed: Promise<never>;
  /** The first shard that this process serves; 0 where there is one process. */
  readonly shard: number;
  /** Whether the gateway is heard and the engine answers. */
  readonly health: () => Promise<Health>;
  /** Logs what nobody caught, as every other failure is logged. */
  readonly report: BotParts['report'];
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  /** Lets answers under way arrive, up to eight seconds, and leaves the gateway. */
  close(): Promise<void>;
}

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
const REFUSED_TOKEN =
  'DISCORD_TOKEN is refused by Discord: reset it at https://discord.com/developers/applications and copy the new one into .env';
const REFUSED_INTENTS =
  'Discord refuses the intents of this application: with DISCORD_MESSAGE_CONTENT=on the Message Content Intent must be switched on at https://discord.com/developers/applications; without it Rilis needs none that is privileged';

const FEW_SESSIONS =
  "most of the day's sessions are spent, which a process that is restarted over and over does: waiting before the next";

/** Connects and serves. Rejects with `ConfigError` when the token is refused, with `AbortError` when `signal` is. */
export async function startBot(options: StartOptions): Promise<Bot> {
  const { app, guilds, config, log, signal } = options;
  const { token, api, messageContent } = requireDiscord(config);
  // The first question whose language its words don't tell would hold up everybody's for a second.
  loadDetector();
  const client = createClient({ api, messageContent });
  const pulse = new Pulse(client, options.heartbeatMs);
  const desk = new Desk(options.maxWaiting);
  const metrics = new Metrics(() => desk.waiting);
  const quiet = new QuietLog(log);
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be listening yet.
  failed.catch(() => undefined);
  const report = (what: string, error: unknown): void => {
    quiet.write('warn', describeFailure(error), what);
    if (isUnauthorized(error)) fail(new ConfigError([REFUSED_TOKEN]));
  };
  const parts: BotParts = {
    app: measureQuestions(app, metrics),
    guilds,
    keeper: new Keeper(app, guilds),
    manners: new Manners(),
    timeZone: config.timeZone,
    idKey: keyFrom(token),
    delivery: new Delivery({ api, authorized: client.rest, watch: createRestWatch(metrics, quiet) }),
    history: new History(client.rest),
    ballots: new Ballots(),
    questions: new QuestionLog({ guilds, days: config.logQuestionsDays, report }),
    desk,
    report,
  };
  const notifier = new Notifier({ ...parts, ...noticeParts(client, metrics), ...options.notices });
  listen(client, { parts, metrics, log: quiet, fail, notifier });
  // The first question should not wait for the model to be read; one that fails says so when it is asked.
  app.ping().catch((error: unknown) => {
    report('the engine does not start', error);
  });
  await login(client, { token, log, signal });
  return {
    failed,
    shard: client.shard?.ids[0] ?? 0,
    health: () => healthOf(pulse, app, desk),
    report,
    metrics: async () => ({ text: await metrics.registry.metrics(), type: metrics.registry.contentType }),
    close: () => leave(client, { ...parts, notifier, quiet }),
  };
}

function noticeParts(client: Client, metrics: Metrics): Pick<NotifierParts, 'posts' | 'count'> {
  return { posts: new ChannelPosts(client.rest), count: metrics.notice.bind(metrics) };
}

async function healthOf(pulse: Pulse, app: App, { waiting }: Desk): Promise<Health> {
  const [gateway, engine] = [pulse.health, await checkEngine(app)];
  return { healthy: gateway.healthy && engine.healthy, gateway, engine, waiting };
}

interface Leaving extends Pick<BotParts, 'questions'> {
  readonly desk: Desk;
  readonly notifier: Notifier;
  readonly quiet: QuietLog;
}

async function leave(client: Client, { desk, notifier, quiet, questions }: Leaving): Promise<void> {
  questions.close();
  await Promise.all([desk.close(), Promise.race([notifier.close(), patience(DRAIN_MS)])]);
  await Promise.race([client.destroy(), patience(DESTROY_MS)]);
  quiet.close();
}

interface Listeners {
  readonly parts: BotParts;
  readonly metrics: Metrics;
  readonly log: QuietLog;
  readonly fail: (error: Error) => void;
  readonly notifier: Notifier;
}

function listen(client: Client, { parts, metrics, log, fail, notifier }: Listeners): void {
  const serve = async (kind: 'interaction' | 'message', work: Promise<void>): Promise<void> => {
    const start = performance.now();
    await work;
    metrics.served(kind, (performance.now() - start) / 1_000);
  };
  client.on(Events.InteractionCreate, (interaction) => {
    parts.desk.watch(serve('interaction', serveInteraction(parts, interaction)));
  });
  client.on(Events.MessageCreate, (message) => {
    parts.desk.watch(serve('message', serveMessage(parts, message)));
  });
  // An outage takes a server away for a while only, and is another event.
  client.on(Events.GuildDelete, ({ id }) => {
    const work = parts.keeper.delete(id).catch((error: unknown) => {
      parts.report('what was kept of a server that was left could not be deleted', error);
    });
    parts.desk.watch(work);
  });
  client.on(Events.GuildCreate, ({ id, client: { application } }) => {
    const work = parts.guilds.joinGuilds(application.id, [id]).catch((error: unknown) => {
      parts.report('a server that was joined could not be remembered', error);
    });
    parts.desk.watch(work);
  });
  client.on(Events.ClientReady, (ready) => {
    log.write('info', { guilds: ready.guilds.cache.size }, 'connected to Discord');
    const work = forgetLeftGuilds(ready, parts).catch((error: unknown) => {
      parts.report('servers that were left meanwhile could not be forgotten', error);
    });
    parts.desk.watch(work);
    // Notices and what is forgotten are one process's business, whatever the number of shards.
    if (ready.shard === null || ready.shard.ids.includes(0)) {
      notifier.start();
      parts.questions.start();
    }
  });
  client.on(Events.ShardDisconnect, ({ code }: { readonly code: number }) => {
    log.write('error', { code }, 'disconnected from Discord for good');
    fail(new ConfigError([code === AUTHENTICATION_FAILED ? REFUSED_TOKEN : REFUSED_INTENTS]));
  });
  client.on(Events.ShardReconnecting, (shard) => {
    log.write('info', { shard }, 'reconnecting to Discord');
  });
  client.on(Events.Error, (error) => {
    parts.report('the client reported an error', error);
  });
}

interface Login {
  readonly token: string;
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
}

async function login(client: Client, { token, log, signal }: Login): Promise<void> {
  try {
    client.rest.setToken(token);
    const { session_start_limit: limit } = (await client.rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    const pause = pauseBeforeSession(limit);
    if (pause > 0) {
      log.warn({ remaining: limit.remaining, seconds: Math.ceil(pause / 1_000) }, FEW_SESSIONS);
      await sleep(pause, undefined, { signal });
    }
    await client.login(token);
  } catch (error) {
    await Promise.race([client.destroy(), patience(DESTROY_MS)]);
    const code = (error as { readonly code?: unknown }).code;
    if (code === 'TokenInvalid' || isUnauthorized(error)) throw new ConfigError([REFUSED_TOKEN]);
    throw error;
  }
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
