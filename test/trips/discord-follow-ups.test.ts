// Follow-up questions in Discord: what was asked before is read back from the bot's own messages, and from nowhere else.
import { describe, expect, it } from 'vitest';
import type { AskRequest } from '../../src/app.ts';
import { readFollowUp } from '../../src/answer/follow-up.ts';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { aReading, anAnswer, anAskResponse } from '../support/answers.ts';
import { textOf, useBot } from '../support/bot-trip.ts';
import type { PressGiven } from '../support/fake-discord/events.ts';
import type { MessageGiven } from '../support/fake-discord/message-events.ts';
import { BOT_ID, CHANNEL_ID } from '../support/fake-discord/gateway.ts';
import type { ChannelMessage } from '../support/fake-discord/channels.ts';
import { flatten, type Component } from '../support/fake-discord/schema.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const FIVE = 'Apa saja lima usulan Li Qiang?';
const FOURTH = 'Apa usulan ke-4 dari lima usulan Li Qiang?';
const OTHER = '700000000000000009';
const ELSEWHERE = '800000000000010002';

const trip = useBot();

/** An app that keeps what it is asked, and reads follow-ups as the real one does. */
function listeningApp() {
  const asked: AskRequest[] = [];
  const app = scriptedApp(undefined, {
    ask: (request) => {
      asked.push(request);
      const completed = readFollowUp(request.question, request.earlier ?? [])?.question;
      const reading = aReading(completed === undefined ? {} : { completed });
      return Promise.resolve(anAskResponse(anAnswer({ reading })));
    },
  });
  return { app, asked };
}

/** Somebody writes, and is answered; gives the answer. */
async function answerTo(given: MessageGiven): Promise<ChannelMessage> {
  const { posts, channels } = trip.discord.rest;
  const before = posts.length;
  const id = trip.discord.say(given);
  await trip.discord.until('an answer', () => posts.length > before);
  const found = channels
    .before(given.channelId ?? CHANNEL_ID, '9'.repeat(20), 50)
    .find((one) => one.referenced_message?.id === id);
  if (found === undefined) throw new Error('The bot answered something else.');
  return found;
}

/** Messages that are for nobody, then one that is answered: what was said before it has been passed over by then. */
async function passesOver(...given: readonly MessageGiven[]): Promise<void> {
  const before = trip.discord.rest.posts.length;
  for (const one of given) trip.discord.say(one);
  await answerTo({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?`, userId: '700000000000000099' });
  expect(trip.discord.rest.posts).toHaveLength(before + 1);
}

const mention = (question: string): string => `<@${BOT_ID}> ${question}`;

const reads = (): number => trip.discord.requests.filter(({ method }) => method === 'GET').length;

describe('a reply to an answer', () => {
  it('takes up its question, and says as what it was read', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const first = await answerTo({ content: mention(FIVE) });
    const second = await answerTo({ content: 'dan yang keempat?', replyTo: first });
    expect(asked.at(-1)).toMatchObject({ question: 'dan yang keempat?', earlier: [FIVE] });
    expect(unescapeMarkdown(textOf(second))).toContain(`dibaca: “${FOURTH}”`);
  });

  it('takes it up whoever had asked, and is complete itself for those who reply to it', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const first = await answerTo({ content: mention(FIVE), userId: OTHER });
    const second = await answerTo({ content: 'dan yang keempat?', replyTo: first });
    await answerTo({ content: 'kapan itu?', userId: OTHER, replyTo: second });
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FOURTH]]);
  });

  it('that only comments on it, without a ping, is passed over', async () => {
    await trip.connect();
    const first = await answerTo({ content: mention(FIVE) });
    await passesOver({ content: 'dan yang keempat?', replyTo: first, ping: false });
  });
});

describe('a follow-up in a channel', () => {
  it("takes up the member's own question there, and no other's, nor one of another channel", async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    await answerTo({ content: mention(FIVE) });
    await answerTo({ content: mention('Berapa tarif kereta?'), userId: OTHER });
    await answerTo({ content: mention('Berapa produksi beras?'), channelId: ELSEWHERE });
    await answerTo({ content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
    await answerTo({ content: mention('dan yang keempat?'), userId: '700000000000000077' });
    expect(asked.at(-1)?.earlier).toEqual([]);
  });

  it('takes up what the member asked with a command', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const command = trip.discord.command({ name: 'ask', options: { question: FIVE } });
    await trip.discord.until('an answer', () => command.answers.length === 1);
    await answerTo({ content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('reads nothing back for a question that stands alone', async () => {
    await trip.connect();
    await answerTo({ content: mention(FIVE) });
    const before = reads();
    await answerTo({ content: mention('Berapa tarif kereta kelas ekonomi dari Sagara Baru?') });
    expect(reads()).toBe(before);
  });

  it('is known after a restart', async () => {
    const { app, asked } = listeningApp();
    const bot = await trip.connect(app);
    await answerTo({ content: mention(FIVE) });
    await bot.close();
    await trip.connect(app);
    await answerTo({ content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('is answered as it stands where what was said before can not be read', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    await answerTo({ content: mention(FIVE) });
    trip.discord.fault({
      method: 'GET',
      path: /\/messages$/,
      times: 9,
      then: { status: 403, body: { code: 50001, message: 'Missing Access' } },
    });
    await answerTo({ content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([]);
    expect(trip.logged.join('')).toContain('what was asked before could not be read');
    expect(trip.logged.join('')).not.toContain('keempat');
  });
});

describe('a follow-up in a direct message', () => {
  it('takes up what was asked there before', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const place = { direct: true, channelId: '800000000000010009' };
    await answerTo({ content: FIVE, ...place });
    await answerTo({ content: 'dan yang keempat?', ...place });
    await answerTo({ content: 'kapan itu?', ...place });
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FIVE, FOURTH]]);
  });
});

/** An answer in the channel, and the button below it that opens a thread. */
async function threadButton(): Promise<PressGiven> {
  const answer = await answerTo({ content: mention(FIVE), userId: OTHER });
  const components = answer.components as readonly Component[];
  const button = flatten(components).find(({ label }) => label === 'Lanjut di utas');
  return { customId: button?.custom_id ?? '', on: { components }, messageId: answer.id };
}

async function press(given: PressGiven) {
  const pressed = trip.discord.press(given);
  await trip.discord.until('a reply to the press', () => pressed.answers.length === 1);
  return pressed;
}

/** Opens a thread on an answer to somebody else; gives its id. */
async function openThread(): Promise<string> {
  const given = await threadButton();
  await press(given);
  return given.messageId ?? '';
}

describe('the button below an answer that opens a thread', () => {
  it('opens one on it, named by its question, says how to ask there, and tells the presser alone', async () => {
    await trip.connect();
    const given = await threadButton();
    const pressed = await press(given);
    expect(trip.discord.rest.channels.threads.get(given.messageId ?? '')).toMatchObject({
      name: FIVE,
      ownerId: BOT_ID,
    });
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(pressed.answers[0])).toContain(`<#${given.messageId ?? ''}>`);
    expect(textOf(trip.discord.rest.posts.at(-1))).toContain(`menyebut <@${BOT_ID}>`);
  });

  it('leads to the one that is there when it is pressed again', async () => {
    await trip.connect();
    const given = await threadButton();
    await press(given);
    const posts = trip.discord.rest.posts.length;
    expect(textOf((await press(given)).answers[0])).toContain('Utasnya sudah ada');
    expect(trip.discord.rest.posts).toHaveLength(posts);
  });

  it('does nothing where the bot or the member may open none', async () => {
    await trip.connect();
    const given = await threadButton();
    const why = [
      await press({ ...given, permissions: '2048' }),
      await press({ ...given, appPermissions: '2048' }),
    ].map(({ answers }) => textOf(answers[0]));
    expect(why[0]).toContain('Anda tidak boleh membuka utas');
    expect(why[1]).toContain('Create Public Threads');
    expect(trip.discord.rest.channels.threads.size).toBe(0);
  });

  it('is not there on a private answer, in a thread and in direct messages', async () => {
    await trip.connect();
    const channelId = await openThread();
    const hidden = trip.discord.command({ name: 'ask', options: { question: FIVE, private: true } });
    await trip.discord.until('an answer', () => hidden.answers.length === 1);
    const inThread = await answerTo({ content: mention(FIVE), channelId });
    const direct = await answerTo({ content: FIVE, direct: true, channelId: '800000000000010009' });
    const labels = [hidden.answers[0], inThread, direct].flatMap((body) =>
      flatten(body?.components as readonly Component[]).flatMap(({ label }) => label ?? []),
    );
    expect(labels).toContain('Bagikan');
    expect(labels).not.toContain('Lanjut di utas');
  });
});

describe('a follow-up in a thread', () => {
  it('takes up the answer on which it was opened, then what the member asked in it, and no other member', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const channelId = await openThread();
    await answerTo({ content: mention('dan yang keempat?'), channelId });
    await answerTo({ content: mention('yang kelima?'), channelId, userId: '700000000000000077' });
    await answerTo({ content: mention('kapan itu?'), channelId });
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FIVE], [FIVE, FOURTH]]);
  });

  it('that a member opened on a question to the bot takes that up', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const id = trip.discord.say({ content: mention(FIVE), userId: OTHER });
    await trip.discord.until('an answer', () => trip.discord.rest.posts.length === 1);
    trip.discord.thread({ id, parentId: CHANNEL_ID, ownerId: OTHER, name: 'Usulan', locked: false });
    await answerTo({ content: mention('dan yang keempat?'), channelId: id });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('needs no mention where the bot reads what is written, in its own threads alone', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app, undefined, { messageContent: true });
    const channelId = await openThread();
    expect(textOf(trip.discord.rest.posts.at(-1))).not.toContain('menyebut');
    await answerTo({ content: 'dan yang keempat?', channelId });
    expect(asked.at(-1)).toMatchObject({ question: 'dan yang keempat?', earlier: [FIVE] });
    const theirs = '800000000000010077';
    trip.discord.thread({ id: theirs, parentId: CHANNEL_ID, ownerId: OTHER, name: 'Obrolan', locked: false });
    await passesOver(
      { content: 'dan yang keempat?', channelId: theirs },
      { content: 'dan yang keempat?' },
      { content: 'terima kasih!', channelId },
      { content: '👍', channelId },
      { content: `<@${OTHER}> dan yang keempat?`, channelId, mentions: [OTHER] },
    );
  });

  it('is heard without a mention after a restart too', async () => {
    const { app, asked } = listeningApp();
    const bot = await trip.connect(app, undefined, { messageContent: true });
    const channelId = await openThread();
    await bot.close();
    await trip.connect(app, undefined, { messageContent: true });
    await answerTo({ content: 'dan yang keempat?', channelId });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('is passed over once the thread is locked', async () => {
    await trip.connect();
    const id = await openThread();
    trip.discord.thread({ id, parentId: CHANNEL_ID, ownerId: BOT_ID, name: FIVE, locked: true });
    await passesOver({ content: mention('dan yang keempat?'), channelId: id });
  });
});
