import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/domain/errors.ts';
import { COMMANDS } from '../../src/discord/commands/all.ts';
import { MENUS } from '../../src/discord/menus/all.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const CALLBACK = /^\/interactions\/.*\/callback$/;
const EDIT = /^\/webhooks\/.*\/messages\/@original$/;
const POST = /^\/channels\/\d+\/messages$/;
const QUESTION = { name: 'ask', options: { question: 'Kapan pelabuhan dibuka?' } };

const trip = useBot();

describe('/ask', () => {
  it('is acknowledged first and answered once, in the language of the member', async () => {
    await trip.connect();
    const asked = trip.discord.command({ ...QUESTION, locale: 'en-GB' });
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    expect(textOf(asked.answers[0])).toContain('27 May 2024');
    expect(
      trip.discord.requests
        .filter(({ path }) => CALLBACK.test(path) || EDIT.test(path))
        .map(({ method }) => method),
    ).toEqual(['POST', 'PATCH']);
  });

  it('is private when the member wants it so', async () => {
    await trip.connect();
    const asked = trip.discord.command({ ...QUESTION, options: { ...QUESTION.options, private: true } });
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    expect(asked.ephemeral).toBe(true);
  });

  it('is answered once when Discord delivers it twice', async () => {
    await trip.connect();
    const asked = trip.discord.command(QUESTION);
    trip.discord.gateway.repeatLast();
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    await sleep(200);
    expect(trip.discord.requests.filter(({ path }) => CALLBACK.test(path))).toHaveLength(1);
  });

  it.each([
    ['a 502 before the work', { then: { status: 502 } }],
    ['a 502 after the work', { then: { status: 502 }, afterWork: true }],
    ['a reset connection', { then: 'reset' as const }],
    ['a connection closed without a reply', { then: 'fin' as const }],
    ['a connection closed after the work', { then: 'fin' as const, afterWork: true }],
  ])('gets exactly one answer in spite of %s on acknowledging and on answering', async (_, fault) => {
    await trip.connect();
    trip.discord.fault({ method: 'POST', path: CALLBACK, times: 1, ...fault });
    trip.discord.fault({ method: 'PATCH', path: EDIT, times: 1, ...fault });
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => asked.state === 'answered');
    await sleep(300);
    expect(answersOf(asked)).toBe(1);
  });

  it('waits out a rate limit without a request inside it', async () => {
    await trip.connect();
    const limited = {
      status: 429,
      headers: { 'retry-after': '0.6', 'x-ratelimit-scope': 'shared' },
      body: { message: 'slow down', retry_after: 0.6, global: false },
    };
    trip.discord.fault({ method: 'PATCH', path: EDIT, times: 1, then: limited });
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    const [first, second] = trip.discord.requests.filter(({ path }) => EDIT.test(path)).map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(600);
  });

  it('is given up without a retry or a crash when its time is over', async () => {
    await trip.connect();
    trip.discord.rest.callbackDeadlineMs = -1;
    const late = trip.discord.command(QUESTION);
    await trip.discord.until('the log', () => trip.logged.some((line) => line.includes('expired')));
    trip.discord.rest.callbackDeadlineMs = 3_000;
    const next = trip.discord.command(QUESTION);
    await trip.discord.until('the next answer', () => answersOf(next) === 1);
    expect(answersOf(late)).toBe(0);
    expect(trip.discord.requests.filter(({ path }) => path.includes(late.id))).toHaveLength(1);
  });

  it('tells the member when Rilis itself fails, and logs no word of the question', async () => {
    await trip.connect(scriptedApp(() => Promise.reject(new Error('disk full'))));
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    expect(textOf(asked.answers[0])).toContain('ada gangguan');
    expect(trip.logged.join('')).not.toContain('pelabuhan');
  });

  it('refuses a question above the limit and a day that is none, politely and in private', async () => {
    await trip.connect();
    const long = trip.discord.command({ name: 'ask', options: { question: 'a\u0300'.repeat(3_000) } });
    const undated = trip.discord.command({ ...QUESTION, options: { ...QUESTION.options, from: 'kemarin' } });
    await trip.discord.until('two refusals', () => answersOf(long) + answersOf(undated) === 2);
    expect([long.ephemeral, undated.ephemeral]).toEqual([true, true]);
    expect(textOf(undated.answers[0])).toContain('bukan tanggal');
  });
});

describe('what Discord sends that Rilis does not know', () => {
  it('is refused in private and harms nothing', async () => {
    await trip.connect();
    const unknown = trip.discord.command({ name: 'perintah-lama' });
    trip.discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 99, token: 'x', version: 1 });
    trip.discord.gateway.dispatch('SOMETHING_NEW', { id: 7 });
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('both answers', () => answersOf(unknown) + answersOf(asked) === 2);
    expect(unknown.ephemeral).toBe(true);
  });
});

describe('a mention', () => {
  it('is answered as a reply that pings nobody', async () => {
    await trip.connect();
    const id = trip.discord.say({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?` });
    await trip.discord.until('a reply', () => trip.discord.rest.posts.length === 1);
    expect(trip.discord.rest.posts[0]).toMatchObject({
      message_reference: { message_id: id },
      nonce: id,
      enforce_nonce: true,
    });
  });

  it('is answered once although the reply to the post was lost', async () => {
    await trip.connect();
    trip.discord.fault({ method: 'POST', path: POST, times: 1, then: 'fin', afterWork: true });
    trip.discord.say({ content: `<@${BOT_ID}> Kapan?` });
    await trip.discord.until(
      'a second try',
      () => trip.discord.requests.filter(({ path }) => POST.test(path)).length === 2,
    );
    await sleep(200);
    expect(trip.discord.rest.posts).toHaveLength(1);
  });

  it('is not heard from bots, nor when everyone is mentioned, nor without a mention', async () => {
    await trip.connect();
    trip.discord.say({ content: `<@${BOT_ID}> halo`, bot: true });
    trip.discord.say({ content: `@everyone <@${BOT_ID}> halo`, everyone: true });
    trip.discord.say({ content: 'Kapan pelabuhan dibuka?' });
    trip.discord.say({ content: `<@${BOT_ID}>` });
    await trip.discord.until('the one reply', () => trip.discord.rest.posts.length === 1);
    expect(textOf(trip.discord.rest.posts[0])).toContain('Sebut saya bersama pertanyaannya');
  });
});

describe('the gateway', () => {
  it('is resumed after a lost connection, and what was missed is answered once', async () => {
    await trip.connect();
    trip.discord.gateway.drop();
    const missed = trip.discord.command(QUESTION);
    await trip.discord.until('the missed question to be answered', () => answersOf(missed) === 1);
    expect(trip.discord.gateway.resumes).toBe(1);
    expect(trip.discord.gateway.identifies).toHaveLength(1);
  });

  it('recovers when it is asked to reconnect and when its session is ended', async () => {
    await trip.connect();
    trip.discord.gateway.askToReconnect();
    await trip.discord.until('a resume', () => trip.discord.gateway.resumes === 1);
    trip.discord.gateway.invalidateSessions();
    await trip.discord.until('a new session', () => trip.discord.gateway.identifies.length === 2, 15_000);
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1, 15_000);
  });

  it('refuses a wrong token with words that say what to do', async () => {
    const wrong = trip.connect(scriptedApp(), `wrong.${'x'.repeat(60)}`);
    await expect(wrong).rejects.toThrow(ConfigError);
    await expect(wrong).rejects.toThrow(/DISCORD_TOKEN is refused.*reset it/s);
  });

  it.each([4004, 4014])('ends the bot when it is closed with %i', async (code) => {
    const running = await trip.connect();
    trip.discord.gateway.drop(code);
    await expect(running.failed).rejects.toThrow(ConfigError);
  });
});

describe('stopping', () => {
  it('lets the answer under way arrive and turns newcomers away', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const running = await trip.connect(scriptedApp(() => held.then(() => anAnswer())));
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('the acknowledgement', () => asked.state === 'deferred');
    const closing = running.close();
    const newcomer = trip.discord.command(QUESTION);
    await trip.discord.until('the refusal', () => answersOf(newcomer) === 1);
    release();
    await closing;
    expect(answersOf(asked)).toBe(1);
    expect(textOf(newcomer.answers[0])).toContain('dimulai ulang');
  });
});

describe('a thousand questions at once', () => {
  it('are all acknowledged within the three seconds that Discord gives, and answered exactly once', async () => {
    const quotes = [aQuote({ text: 'Kapal pertama tiba pukul sembilan. '.repeat(20) })];
    await trip.connect(
      scriptedApp(async () => {
        await sleep(2);
        return anAnswer({ quotes });
      }),
    );
    // By as many members, in ten servers: what one of them may ask is a matter of manners.
    const asked = Array.from({ length: 1_000 }, (_, i) =>
      trip.discord.command({
        ...QUESTION,
        userId: `${710_000_000_000_000_000n + BigInt(i)}`,
        guildId: `${810_000_000_000_000_000n + BigInt(i % 10)}`,
      }),
    );
    await trip.discord.until('all answers', () => asked.every((one) => one.state === 'answered'), 60_000);
    await sleep(200);
    expect(asked.filter((one) => one.acknowledgedAfter === undefined)).toEqual([]);
    expect(asked.filter((one) => answersOf(one) !== 1)).toEqual([]);
  });
});

describe('npm run register', () => {
  it('puts every command in one valid request, and says which', async () => {
    const config = {
      token: trip.discord.token,
      applicationId: BOT_ID,
      guildId: undefined,
      api: trip.discord.api,
    };
    expect(await registerCommands(config)).toEqual([...COMMANDS, ...MENUS].map(({ data }) => data.name));
    expect(trip.discord.rest.commands).toHaveLength(COMMANDS.length + MENUS.length);
  });

  it('says which setting is missing', async () => {
    const config = {
      token: trip.discord.token,
      applicationId: undefined,
      guildId: undefined,
      api: trip.discord.api,
    };
    await expect(registerCommands(config)).rejects.toThrow(/DISCORD_APPLICATION_ID/);
  });
});
