// The real bot on a fake Discord, for as long as a test runs.
import { pino } from 'pino';
import { afterEach, beforeEach, expect } from 'vitest';
import type { App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startBot, type Bot, type StartOptions } from '../../src/discord/bot.ts';
import { FakeDiscord } from './fake-discord/fake-discord.ts';
import type { GuildStore } from '../../src/store/guilds.ts';
import { flatten, type MessageBody } from './fake-discord/schema.ts';
import { openTestGuilds } from './guilds.ts';
import { scriptedApp } from './scripted-app.ts';

type BotOptions = Pick<StartOptions, 'heartbeatMs' | 'maxWaiting' | 'notices' | 'signal'> & {
  /** Whether the intent for the contents of messages is asked for. */
  readonly messageContent?: boolean;
  /** Beside the token and the address of Discord. */
  readonly env?: NodeJS.ProcessEnv;
};

export interface BotTrip {
  readonly discord: FakeDiscord;
  /** What is kept of servers; empty before every test. */
  readonly guilds: GuildStore;
  /** Lines of the log. */
  readonly logged: readonly string[];
  /** Starts the bot and waits until it is ready; once more after it was closed. */
  connect(app?: App, token?: string, options?: BotOptions): Promise<Bot>;
}

/**
 * Call it once in a test file. After every test it is checked that all bodies were such as Discord takes, and that no
 * token was logged.
 */
export function useBot(): BotTrip {
  let discord: FakeDiscord;
  let bot: Bot | undefined;
  let logged: string[];
  let kept: ReturnType<typeof openTestGuilds>;

  const connections = (): number => logged.filter((line) => line.includes('connected to Discord')).length;

  beforeEach(async () => {
    discord = await FakeDiscord.start();
    bot = undefined;
    logged = [];
    kept = openTestGuilds();
  });

  afterEach(async () => {
    await bot?.close();
    await discord.close();
    kept.store.close();
    expect(discord.violations).toEqual([]);
    expect(logged.join('')).not.toMatch(/interaction-[0-9a-f]{8}|bot-token/);
  });

  return {
    get discord() {
      return discord;
    },
    get guilds() {
      return kept.store;
    },
    get logged() {
      return logged;
    },
    async connect(
      app = scriptedApp(),
      token = discord.token,
      { messageContent = false, env, ...options } = {},
    ) {
      const config = readConfig({
        DISCORD_TOKEN: token,
        DISCORD_API: discord.api,
        DISCORD_MESSAGE_CONTENT: messageContent ? 'on' : 'off',
        ...env,
      });
      const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
      const [identified, connected] = [discord.gateway.identifies.length, connections()];
      const ready = discord.until(
        'the bot to identify',
        () => discord.gateway.identifies.length > identified,
      );
      // A start that fails is the test's own affair; nobody waits for the session then.
      ready.catch(() => undefined);
      bot = await startBot({ app, guilds: kept.guilds, config, log, ...options });
      await ready;
      await discord.until('the bot to be ready', () => connections() > connected);
      return bot;
    },
  };
}

export const answersOf = (given: { readonly answers: readonly object[] }): number => given.answers.length;

/** All text of a message. */
export const textOf = (body: object | undefined): string =>
  flatten((body as { components?: [] } | undefined)?.components)
    .map(({ content = '' }) => content)
    .join('\n');

/** The custom id of the button that is labelled so. */
export function buttonOf({ answers }: { readonly answers: readonly MessageBody[] }, label: string): string {
  const button = flatten(answers.at(-1)?.components).find((one) => one.label === label);
  return button?.custom_id ?? `there is no button "${label}"`;
}
