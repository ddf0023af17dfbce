// Threads: those that the bot opens on an answer, where it may be asked on, and those of others, where it keeps silent.
import { describe, expect, it } from 'vitest';
import { textOf, useBot } from '../support/bot-trip.ts';
import { answerTo, FIVE, FOURTH, listeningApp, mention, OTHER, passesOver } from '../support/conversation.ts';
import type { PressGiven } from '../support/fake-discord/events.ts';
import { BOT_ID, CHANNEL_ID } from '../support/fake-discord/gateway.ts';
import { flatten, type Component } from '../support/fake-discord/schema.ts';

const trip = useBot();

/** An answer in the channel, and the button below it that opens a thread. */
async function threadButton(): Promise<PressGiven> {
  const answer = await answerTo(trip, { content: mention(FIVE), userId: OTHER });
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
    const inThread = await answerTo(trip, { content: mention(FIVE), channelId });
    const direct = await answerTo(trip, { content: FIVE, direct: true, channelId: '800000000000010009' });
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
    await answerTo(trip, { content: mention('dan yang keempat?'), channelId });
    await answerTo(trip, { content: mention('yang kelima?'), channelId, userId: '700000000000000077' });
    await answerTo(trip, { content: mention('kapan itu?'), channelId });
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FIVE], [FIVE, FOURTH]]);
  });

  it('that a member opened on a question to the bot takes that up', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const id = trip.discord.say({ content: mention(FIVE), userId: OTHER });
    await trip.discord.until('an answer', () => trip.discord.rest.posts.length === 1);
    trip.discord.thread({ id, parentId: CHANNEL_ID, ownerId: OTHER, name: 'Usulan', locked: false });
    await answerTo(trip, { content: mention('dan yang keempat?'), channelId: id });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('needs no mention where the bot reads what is written, in its own threads alone', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app, undefined, { messageContent: true });
    const channelId = await openThread();
    expect(textOf(trip.discord.rest.posts.at(-1))).not.toContain('menyebut');
    await answerTo(trip, { content: 'dan yang keempat?', channelId });
    expect(asked.at(-1)).toMatchObject({ question: 'dan yang keempat?', earlier: [FIVE] });
    const theirs = '800000000000010077';
    trip.discord.thread({ id: theirs, parentId: CHANNEL_ID, ownerId: OTHER, name: 'Obrolan', locked: false });
    await passesOver(
      trip,
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
    await answerTo(trip, { content: 'dan yang keempat?', channelId });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('is given up, and told of once, where the thread was archived or locked meanwhile', async () => {
    await trip.connect();
    const channelId = await openThread();
    const refused = { status: 403, body: { code: 50083, message: 'Thread is archived' } };
    trip.discord.fault({
      method: 'POST',
      path: new RegExp(`/${channelId}/messages$`),
      times: 9,
      then: refused,
    });
    const tries = () =>
      trip.discord.requests.filter(
        ({ method, path }) => method === 'POST' && path === `/channels/${channelId}/messages`,
      ).length;
    const before = tries();
    trip.discord.say({ content: mention('dan yang keempat?'), channelId });
    await trip.discord.until('a line of the log', () =>
      trip.logged.join('').includes('could not be answered'),
    );
    expect(tries()).toBe(before + 1);
  });

  it('is passed over once the thread is locked', async () => {
    await trip.connect();
    const id = await openThread();
    trip.discord.thread({ id, parentId: CHANNEL_ID, ownerId: BOT_ID, name: FIVE, locked: true });
    await passesOver(trip, { content: mention('dan yang keempat?'), channelId: id });
  });
});
