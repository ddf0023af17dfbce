// The bot: one gateway client, what it listens to, and how it ends.
import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import { requireDiscord, type Config } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { Delivery } from './delivery.ts';
import { Desk } from './desk.ts';
import { describeFailure, isUnauthorized } from './failure.ts';
import { serveInteraction } from './interactions.ts';
import { serveMessage } from './mentions.ts';

/** Guilds that never come must not keep interactions waiting. */
const WAIT_GUILD_TIMEOUT_MS = 2_000;
const REST_TIMEOUT_MS = 5_000;
/** A client that waits for the gateway's hello never finishes closing; the process ends all the same. */
const DESTROY_MS = 2_000;

export interface StartOptions {
  readonly app: App;
  readonly config: Config;
  readonly log: Logger;
}

/** What serving a member needs. */
export interface BotParts {
  readonly app: App;
  readonly timeZone: string;
  readonly delivery: Delivery;
  readonly desk: Desk;
  /** Logs a failure without tokens, and ends the bot when Discord refuses its token. */
  readonly report: (what: string, error: unknown) => void;
}

export interface Bot {
  /** Rejects when the bot can't go on: its token is refused, or an intent it needs. Never resolves. */
  readonly failed: Promise<never>;
  /** Lets answers under way arrive, up to eight seconds, and leaves the gateway. */
  close(): Promise<void>;
}

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
const REFUSED_TOKEN =
  'DISCORD_TOKEN is refused by Discord: reset it at https://discord.com/developers/applications and copy the new one into .env';
const REFUSED_INTENTS =
  'Discord refuses the intents of this application: Rilis needs none that is privileged, so update Rilis or check the application';

/** Connects and serves. Rejects with `ConfigError` when the token is refused. */
export async function startBot({ app, config, log }: StartOptions): Promise<Bot> {
  const { token, api } = requireDiscord(config);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    waitGuildTimeout: WAIT_GUILD_TIMEOUT_MS,
    rest: { ...(api === undefined ? {} : { api }), timeout: REST_TIMEOUT_MS },
  });
  const desk = new Desk();
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be listening yet.
  failed.catch(() => undefined);
  const report = (what: string, error: unknown): void => {
    log.warn(describeFailure(error), what);
    if (isUnauthorized(error)) fail(new ConfigError([REFUSED_TOKEN]));
  };
  const parts: BotParts = {
    app,
    timeZone: config.timeZone,
    delivery: new Delivery({ api, authorized: client.rest }),
    desk,
    report,
  };
  listen(client, { parts, log, fail });
  await login(client, token);
  return {
    failed,
    close: async () => {
      await desk.close();
      await Promise.race([client.destroy(), patience(DESTROY_MS)]);
    },
  };
}

interface Listeners {
  readonly parts: BotParts;
  readonly log: Logger;
  readonly fail: (error: Error) => void;
}

function listen(client: Client, { parts, log, fail }: Listeners): void {
  client.on(Events.InteractionCreate, (interaction) => {
    parts.desk.watch(serveInteraction(parts, interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    parts.desk.watch(serveMessage(parts, message));
  });
  client.on(Events.ClientReady, ({ guilds }) => {
    log.info({ guilds: guilds.cache.size }, 'connected to Discord');
  });
  client.on(Events.ShardDisconnect, ({ code }: { readonly code: number }) => {
    log.error({ code }, 'disconnected from Discord for good');
    fail(new ConfigError([code === AUTHENTICATION_FAILED ? REFUSED_TOKEN : REFUSED_INTENTS]));
  });
  client.on(Events.ShardReconnecting, (shard) => {
    log.info({ shard }, 'reconnecting to Discord');
  });
  client.on(Events.Error, (error) => {
    parts.report('the client reported an error', error);
  });
}

async function login(client: Client, token: string): Promise<void> {
  try {
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
