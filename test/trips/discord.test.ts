import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/domain/errors.ts';
import { startBot, type Bot } from '../../src/discord/bot.ts';
import { COMMANDS } from '../../src/discord/commands/all.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { flatten } from '../support/fake-discord/schema.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const CALLBACK = /^\/interactions\/.*\/callback$/;
const EDIT = /^\/webhooks\/.*\/messages\/@original$/;
const POST = /^\/channels\/\d+\/messages$/;
const QUESTION = { name: 'ask', options: { question: 'Kapan pelabuhan dibuka?' } };

let discord: FakeDiscord;
let bot: Bot | undefined;
let logged: string[];

beforeEach(async () => {
  discord = await FakeDiscord.start();
  bot = undefined;
  logged = [];
});

afterEach(async () => {
  await bot?.close();
  await discord.close();
  expect(discord.violations).toEqual([]);
  expect(logged.join('')).not.toMatch(/interaction-[0-9a-f]{8}|bot-token/);
});

async function connect(app: App = scriptedApp(), token = discord.token): Promise<Bot> {
  const config = readConfig({ DISCORD_TOKEN: token, DISCORD_API: discord.api });
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const ready = discord.until('the bot to identify', () => discord.gateway.identifies.length > 0);
  bot = await startBot({ app, config, log });
  await ready;
  await discord.until('the bot to be ready', () => logged.some((line) => line.includes('connected')));
  return bot;
}

const answersOf = (given: { readonly answers: readonly object[] }): number => given.answers.length;
const textOf = (body: object | undefined): string =>
  flatten((body as { components?: [] } | undefined)?.components)
    .map(({ content = '' }) => content)
    .join('\n');

describe('/ask', () => {
  it('is acknowledged first and answered once, in the language of the member', async () => {
    await connect();
    const asked = discord.command({ ...QUESTION, locale: 'en-GB' });
    await discord.until('an answer', () => answersOf(asked) === 1);
    expect(textOf(asked.answers[0])).toContain('27 May 2024');
    expect(
      discord.requests
        .filter(({ path }) => CALLBACK.test(path) || EDIT.test(path))
        .map(({ method }) => method),
    ).toEqual(['POST', 'PATCH']);
  });

  it('is private when the member wants it so', async () => {
    await connect();
    const asked = discord.command({ ...QUESTION, options: { ...QUESTION.options, private: true } });
    await discord.until('an answer', () => answersOf(asked) === 1);
    expect(asked.ephemeral).toBe(true);
  });

  it('is answered once when Discord delivers it twice', async () => {
    await connect();
    const asked = discord.command(QUESTION);
    discord.gateway.repeatLast();
    await discord.until('an answer', () => answersOf(asked) === 1);
    await sleep(200);
    expect(discord.requests.filter(({ path }) => CALLBACK.test(path))).toHaveLength(1);
  });

  it.each([
    ['a 502 before the work', { then: { status: 502 } }],
    ['a 502 after the work', { then: { status: 502 }, afterWork: true }],
    ['a reset connection', { then: 'reset' as const }],
    ['a connection closed without a reply', { then: 'fin' as const }],
    ['a connection closed after the work', { then: 'fin' as const, afterWork: true }],
  ])('gets exactly one answer in spite of %s on acknowledging and on answering', async (_, fault) => {
    await connect();
    discord.fault({ method: 'POST', path: CALLBACK, times: 1, ...fault });
    discord.fault({ method: 'PATCH', path: EDIT, times: 1, ...fault });
    const asked = discord.command(QUESTION);
    await discord.until('an answer', () => asked.state === 'answered');
    await sleep(300);
    expect(answersOf(asked)).toBe(1);
  });

  it('waits out a rate limit without a request inside it', async () => {
    await connect();
    const limited = {
      status: 429,
      headers: { 'retry-after': '0.6', 'x-ratelimit-scope': 'shared' },
      body: { message: 'slow down', retry_after: 0.6, global: false },
    };
    discord.fault({ method: 'PATCH', path: EDIT, times: 1, then: limited });
    const asked = discord.command(QUESTION);
    await discord.until('an answer', () => answersOf(asked) === 1);
    const [first, second] = discord.requests.filter(({ path }) => EDIT.test(path)).map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(600);
  });

  it('is given up without a retry or a crash when its time is over', async () => {
    await connect();
    discord.rest.callbackDeadlineMs = -1;
    const late = discord.command(QUESTION);
    await discord.until('the log', () => logged.some((line) => line.includes('expired')));
    discord.rest.callbackDeadlineMs = 3_000;
    const next = discord.command(QUESTION);
    await discord.until('the next answer', () => answersOf(next) === 1);
    expect(answersOf(late)).toBe(0);
    expect(discord.requests.filter(({ path }) => path.includes(late.id))).toHaveLength(1);
  });

  it('tells the member when Rilis itself fails, and logs no word of the question', async () => {
    await connect(scriptedApp(() => Promise.reject(new Error('disk full'))));
    const asked = discord.command(QUESTION);
    await discord.until('an answer', () => answersOf(asked) === 1);
    expect(textOf(asked.answers[0])).toContain('ada gangguan');
    expect(logged.join('')).not.toContain('pelabuhan');
  });

  it('refuses a question above the limit and a day that is none, politely and in private', async () => {
    await connect();
    const long = discord.command({ name: 'ask', options: { question: 'a\u0300'.repeat(3_000) } });
    const undated = discord.command({ ...QUESTION, options: { ...QUESTION.options, from: 'kemarin' } });
    await discord.until('two refusals', () => answersOf(long) + answersOf(undated) === 2);
    expect([long.ephemeral, undated.ephemeral]).toEqual([true, true]);
    expect(textOf(undated.answers[0])).toContain('bukan tanggal');
  });
});

describe('what Discord sends that Rilis does not know', () => {
  it('is refused in private and harms nothing', async () => {
    await connect();
    const unknown = discord.command({ name: 'perintah-lama' });
    discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 99, token: 'x', version: 1 });
    discord.gateway.dispatch('SOMETHING_NEW', { id: 7 });
    const asked = discord.command(QUESTION);
    await discord.until('both answers', () => answersOf(unknown) + answersOf(asked) === 2);
    expect(unknown.ephemeral).toBe(true);
  });
});

describe('a mention', () => {
  it('is answered as a reply that pings nobody', async () => {
    await connect();
    const id = discord.say({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?` });
    await discord.until('a reply', () => discord.rest.posts.length === 1);
    expect(discord.rest.posts[0]).toMatchObject({
      message_reference: { message_id: id },
      nonce: id,
      enforce_nonce: true,
    });
  });

  it('is answered once although the reply to the post was lost', async () => {
    await connect();
    discord.fault({ method: 'POST', path: POST, times: 1, then: 'fin', afterWork: true });
    discord.say({ content: `<@${BOT_ID}> Kapan?` });
    await discord.until(
      'a second try',
      () => discord.requests.filter(({ path }) => POST.test(path)).length === 2,
    );
    await sleep(200);
    expect(discord.rest.posts).toHaveLength(1);
  });

  it('is not heard from bots, nor when everyone is mentioned, nor without a mention', async () => {
    await connect();
    discord.say({ content: `<@${BOT_ID}> halo`, bot: true });
    discord.say({ content: `@everyone <@${BOT_ID}> halo`, everyone: true });
    discord.say({ content: 'Kapan pelabuhan dibuka?' });
    discord.say({ content: `<@${BOT_ID}>` });
    await discord.until('the one reply', () => discord.rest.posts.length === 1);
    expect(textOf(discord.rest.posts[0])).toContain('Sebut saya bersama pertanyaannya');
  });
});

describe('the gateway', () => {
  it('is resumed after a lost connection, and what was missed is answered once', async () => {
    await connect();
    discord.gateway.drop();
    const missed = discord.command(QUESTION);
    await discord.until('the missed question to be answered', () => answersOf(missed) === 1);
    expect(discord.gateway.resumes).toBe(1);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  it('recovers when it is asked to reconnect and when its session is ended', async () => {
    await connect();
    discord.gateway.askToReconnect();
    await discord.until('a resume', () => discord.gateway.resumes === 1);
    discord.gateway.invalidateSessions();
    await discord.until('a new session', () => discord.gateway.identifies.length === 2, 15_000);
    const asked = discord.command(QUESTION);
    await discord.until('an answer', () => answersOf(asked) === 1, 15_000);
  });

  it('refuses a wrong token with words that say what to do', async () => {
    const wrong = connect(scriptedApp(), `wrong.${'x'.repeat(60)}`);
    await expect(wrong).rejects.toThrow(ConfigError);
    await expect(wrong).rejects.toThrow(/DISCORD_TOKEN is refused.*reset it/s);
  });

  it.each([4004, 4014])('ends the bot when it is closed with %i', async (code) => {
    const running = await connect();
    discord.gateway.drop(code);
    await expect(running.failed).rejects.toThrow(ConfigError);
  });
});

describe('stopping', () => {
  it('lets the answer under way arrive and turns newcomers away', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const running = await connect(scriptedApp(() => held.then(() => anAnswer())));
    const asked = discord.command(QUESTION);
    await discord.until('the acknowledgement', () => asked.state === 'deferred');
    const closing = running.close();
    const newcomer = discord.command(QUESTION);
    await discord.until('the refusal', () => answersOf(newcomer) === 1);
    release();
    await closing;
    expect(answersOf(asked)).toBe(1);
    expect(textOf(newcomer.answers[0])).toContain('dimulai ulang');
  });
});

describe('a thousand questions at once', () => {
  it('are all acknowledged within the three seconds that Discord gives, and answered exactly once', async () => {
    const quotes = [aQuote({ text: 'Kapal pertama tiba pukul sembilan. '.repeat(20) })];
    await connect(
      scriptedApp(async () => {
        await sleep(2);
        return anAnswer({ quotes });
      }),
    );
    const asked = Array.from({ length: 1_000 }, () => discord.command(QUESTION));
    await discord.until('all answers', () => asked.every((one) => one.state === 'answered'), 60_000);
    await sleep(200);
    expect(asked.filter((one) => one.acknowledgedAfter === undefined)).toEqual([]);
    expect(asked.filter((one) => answersOf(one) !== 1)).toEqual([]);
  });
});

describe('npm run register', () => {
  it('puts every command in one valid request, and says which', async () => {
    const config = { token: discord.token, applicationId: BOT_ID, guildId: undefined, api: discord.api };
    expect(await registerCommands(config)).toEqual(COMMANDS.map(({ data }) => data.name));
    expect(discord.rest.commands).toHaveLength(COMMANDS.length);
  });

  it('says which setting is missing', async () => {
    const config = { token: discord.token, applicationId: undefined, guildId: undefined, api: discord.api };
    await expect(registerCommands(config)).rejects.toThrow(/DISCORD_APPLICATION_ID/);
  });
});
