import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { FOLLOW_LIMITS } from '../../src/following.ts';
import { aRelease } from '../support/builders.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import type { InteractionGiven, PressGiven } from '../support/fake-discord/events.ts';
import { BOT_ID, CHANNEL_ID, GUILD_ID } from '../support/fake-discord/gateway.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
import { flatten, type MessageBody } from '../support/fake-discord/schema.ts';
import { aWish, NOON, OWNER } from '../support/follows.ts';
import { newsApp, type NewsApp } from '../support/news-app.ts';

const trip = useBot();
const OTHER_CHANNEL = '800000000000010002';
const OTHER_MEMBER = '700000000000000009';
const { ViewChannel, SendMessages, ManageMessages, ManageGuild, ReadMessageHistory } = PermissionFlagsBits;
const MODERATOR = (ViewChannel | SendMessages | ManageMessages).toString();
const MEMBER = (ViewChannel | SendMessages).toString();
const MANAGER = (ViewChannel | ManageGuild).toString();

let app: NewsApp;
beforeEach(() => {
  app = newsApp();
});

async function answered(asked: FakeInteraction): Promise<FakeInteraction> {
  await trip.discord.until('an answer', () => answersOf(asked) > 0);
  return asked;
}
const command = (given: InteractionGiven) => answered(trip.discord.command(given));
const follow = (options: Readonly<Record<string, string | boolean>>, given: Partial<InteractionGiven> = {}) =>
  command({ name: 'follow', options: { topic: 'pelabuhan', ...options }, ...given });
const words = ({ answers }: FakeInteraction): string => textOf(answers.at(-1));

/** Presses what is labelled so on what was shown last, or chooses `values` in its menu. */
async function press(
  shown: FakeInteraction,
  label: string,
  given: Partial<PressGiven> = {},
): Promise<FakeInteraction> {
  const on: MessageBody = shown.answers.at(-1) ?? {};
  const found = flatten(on.components).find((one) => one.label === label || one.placeholder === label);
  if (found?.custom_id === undefined) throw new Error(`Nothing is labelled "${label}".`);
  return answered(trip.discord.press({ on, customId: found.custom_id, ...given }));
}

/** A channel of the server in which the member has `allowed` besides, and the bot lacks `denied`. */
function channelWith(allowed: bigint, denied: bigint): void {
  trip.discord.gateway.dispatch('CHANNEL_CREATE', {
    id: OTHER_CHANNEL,
    type: 0,
    name: 'lain',
    position: 1,
    guild_id: GUILD_ID,
    permission_overwrites: [
      { id: OWNER, type: 1, allow: allowed.toString(), deny: '0' },
      { id: BOT_ID, type: 1, allow: '0', deny: denied.toString() },
    ],
  });
}

describe('/follow', () => {
  it('tells by direct message, and shows what the last 30 days would have sent', async () => {
    app.publish(aRelease());
    await trip.connect(app);
    const asked = await follow({ source: 'Otoritas', quiet_hours: '22:00-07:00', daily: true });
    expect(asked.ephemeral).toBe(true);
    expect(words(asked)).toContain('Mengikuti **pelabuhan**, dikabarkan lewat pesan langsung');
    expect(words(asked)).toContain('akan mengabarkan 1 petikan');
    expect(words(asked)).toContain('> Pelabuhan baru dibuka pada hari Senin');
    expect(trip.guilds.follows()).toMatchObject([
      {
        owner: OWNER,
        topic: 'pelabuhan',
        source: 'Otoritas',
        mode: 'daily',
        quiet: { from: '22:00', to: '07:00' },
      },
    ]);
    expect(trip.guilds.follows()[0]).not.toHaveProperty('guild');
  });

  it('shows and tells by direct message nothing of what only the server may see', async () => {
    trip.guilds.give('Rahasia', GUILD_ID);
    app.publish(aRelease({ source: 'Rahasia' }));
    await trip.connect(app);
    expect(words(await follow({}))).toContain('tidak ada yang akan dikabarkan');
    const there = await follow({}, { channels: { channel: CHANNEL_ID }, permissions: MODERATOR });
    expect(words(there)).toContain('akan mengabarkan 1 petikan');
  });

  it('tells in a channel, in the language of the server, where the member moderates it', async () => {
    trip.guilds.change(GUILD_ID, { language: 'zh', timeZone: 'Asia/Makassar' });
    await trip.connect(app);
    await follow({}, { channels: { channel: CHANNEL_ID }, permissions: MODERATOR });
    expect(trip.guilds.follows()).toMatchObject([
      { guild: GUILD_ID, channel: CHANNEL_ID, language: 'zh', timeZone: 'Asia/Makassar' },
    ]);
  });

  it.each<[string, Partial<InteractionGiven>, string]>([
    ['a member who does not moderate it', { permissions: MEMBER }, 'Kelola Pesan'],
    ['a member who brought the bot along', { permissions: MODERATOR, install: 'user' }, 'tidak terpasang'],
    [
      'a moderator of this channel, into one that the bot does not know',
      { permissions: MODERATOR, channels: { channel: '800000000000010009' } },
      'Kelola Pesan',
    ],
  ])('refuses %s', async (_, given, why) => {
    await trip.connect(app);
    const asked = await follow({}, { channels: { channel: CHANNEL_ID }, ...given });
    expect(asked.ephemeral).toBe(true);
    expect(words(asked)).toContain(why);
    expect(trip.guilds.follows()).toEqual([]);
  });

  it('checks the permissions of member and bot in the very channel', async () => {
    await trip.connect(app);
    const there = { channels: { channel: OTHER_CHANNEL }, permissions: MODERATOR };
    channelWith(0n, 0n);
    expect(words(await follow({}, there))).toContain('Kelola Pesan');
    channelWith(ManageMessages, ReadMessageHistory | SendMessages);
    expect(words(await follow({}, there))).toContain('Kirim Pesan, Baca Riwayat Pesan');
    expect(trip.guilds.follows()).toEqual([]);
    channelWith(ManageMessages, 0n);
    await follow({}, there);
    expect(trip.guilds.follows()).toHaveLength(1);
  });

  it('posts to none of the channels that the server keeps the bot out of', async () => {
    trip.guilds.change(GUILD_ID, { channels: [OTHER_CHANNEL] });
    await trip.connect(app);
    const asked = await follow({}, { channels: { channel: CHANNEL_ID }, permissions: MODERATOR });
    expect(words(asked)).toContain(`<#${OTHER_CHANNEL}>`);
    expect(trip.guilds.follows()).toEqual([]);
  });

  it('says what is wrong with a wish', async () => {
    await trip.connect(app);
    expect(words(await follow({ topic: 'a' }))).toContain('2 sampai 100');
    expect(words(await follow({ quiet_hours: 'malam' }))).toContain('bukan jam tenang');
    await follow({});
    expect(words(await follow({ topic: 'Pelabuhan' }))).toContain('sudah diikuti');
    for (let i = 1; i < FOLLOW_LIMITS.owner; i++)
      trip.guilds.addFollow(aWish({ topic: `t${i}` }), { at: NOON, limits: FOLLOW_LIMITS });
    expect(words(await follow({ topic: 'satu lagi' }))).toContain(`Paling banyak ${FOLLOW_LIMITS.owner}`);
  });
});

describe('“Follow this topic” below an answer', () => {
  it('opens a form with the words of the question, for whoever presses it, and follows what they make of it', async () => {
    await trip.connect(app);
    const asked = await command({ name: 'ask', options: { question: 'Kapan pelabuhan baru dibuka?' } });
    const on = asked.answers.at(-1) ?? {};
    const button = flatten(on.components).find(({ label }) => label === 'Ikuti topik ini');
    const pressed = trip.discord.press({ on, customId: button?.custom_id ?? '', userId: OTHER_MEMBER });
    await trip.discord.until('the form', () => pressed.form !== undefined);
    expect(JSON.stringify(pressed.form)).toContain('"value":"pelabuhan baru dibuka"');
    const customId = pressed.form?.custom_id ?? '';
    const stranger = await answered(trip.discord.submit({ customId, fields: { topic: 'apa saja' } }));
    expect(words(stranger)).toContain('Hanya yang bertanya');
    const sent = await answered(
      trip.discord.submit({ customId, fields: { topic: 'pelabuhan baru' }, userId: OTHER_MEMBER }),
    );
    expect(sent.ephemeral).toBe(true);
    expect(words(sent)).toContain('Mengikuti **pelabuhan baru**');
    expect(trip.guilds.follows()).toMatchObject([{ owner: OTHER_MEMBER, topic: 'pelabuhan baru' }]);
  });
});

describe('/follows', () => {
  const keep = (given = {}) =>
    trip.guilds.addFollow(aWish({ guild: GUILD_ID, channel: CHANNEL_ID, ...given }), {
      at: NOON,
      limits: FOLLOW_LIMITS,
    });
  const list = (given: Partial<InteractionGiven> = {}) => command({ name: 'follows', ...given });

  it('lists what the member follows, and lets them pause, resume, change and stop it', async () => {
    keep();
    await trip.connect(app);
    const shown = await list();
    expect(shown.ephemeral).toBe(true);
    expect(words(shown)).toContain(`🔔 **pelabuhan baru** · di <#${CHANNEL_ID}>`);
    const one = await press(shown, 'Pilih topik yang hendak diubah', { values: ['1'] });
    const paused = await press(one, 'Jeda');
    expect(words(paused)).toContain('*dijeda*');
    expect(trip.guilds.readFollow(1)?.paused).toBe('wish');
    const daily = await press(paused, 'Ringkasan harian');
    expect(trip.guilds.readFollow(1)?.mode).toBe('daily');
    const resumed = await press(daily, 'Lanjutkan', { permissions: MODERATOR });
    expect(trip.guilds.readFollow(1)?.paused).toBeUndefined();
    const stopped = await press(resumed, 'Berhenti');
    expect(words(stopped)).toContain('Belum ada topik');
    expect(trip.guilds.follows()).toEqual([]);
  });

  it('turns its pages', async () => {
    for (let i = 0; i < 12; i++) keep({ topic: `topik ${i}` });
    await trip.connect(app);
    const shown = await list();
    expect(words(shown)).not.toContain('topik 11');
    const next = flatten(shown.answers[0]?.components).find(({ label }) => label?.includes('Berikut'));
    expect(words(await press(shown, next?.label ?? ''))).toContain('topik 11');
  });

  it('resumes nothing in a channel that the member may not post to any more', async () => {
    keep();
    trip.guilds.changeFollow(1, { paused: 'no-access' });
    await trip.connect(app);
    const one = await press(await list(), 'Pilih topik yang hendak diubah', { values: ['1'] });
    expect(words(await press(one, 'Lanjutkan', { permissions: MEMBER }))).toContain('Kelola Pesan');
    expect(trip.guilds.readFollow(1)?.paused).toBe('no-access');
  });

  it('shows managers what is told in their server, and nobody else', async () => {
    keep({ owner: OTHER_MEMBER });
    keep({ owner: OTHER_MEMBER, guild: '860000000000000001', channel: '8' });
    await trip.connect(app);
    expect(words(await list())).toContain('Belum ada topik');
    const shown = await list({ permissions: MANAGER });
    expect(words(shown)).toContain(`<@${OTHER_MEMBER}>`);
    const menu = 'Pilih topik yang hendak diubah';
    const one = await press(shown, menu, { values: ['1'], permissions: MANAGER });
    // The permission is looked at with every press, and what was chosen is not trusted.
    expect(words(await press(one, 'Berhenti', { permissions: MEMBER }))).toContain('tidak lagi diikuti');
    expect(words(await press(shown, menu, { values: ['2'], permissions: MANAGER }))).toContain(
      'tidak lagi diikuti',
    );
    await press(one, 'Berhenti', { permissions: MANAGER });
    expect(trip.guilds.follows().map(({ id }) => id)).toEqual([2]);
  });

  it('has buttons for the one alone to whom it was shown', async () => {
    keep();
    await trip.connect(app);
    const one = await press(await list(), 'Pilih topik yang hendak diubah', { values: ['1'] });
    const pressed = await press(one, 'Berhenti', { userId: OTHER_MEMBER });
    expect(words(pressed)).toContain('Hanya yang bertanya');
    expect(trip.guilds.follows()).toHaveLength(1);
  });
});
