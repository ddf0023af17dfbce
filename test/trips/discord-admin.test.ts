import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { headerOf } from '../../src/domain/release.ts';
import type { DocumentOptions, GivenDocument } from '../../src/app.ts';
import { allowsSource } from '../../src/domain/scope.ts';
import { answersOf, buttonOf, textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import type { InteractionGiven } from '../support/fake-discord/events.ts';
import { CHANNEL_ID, GUILD_ID } from '../support/fake-discord/gateway.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

const done = async (given: InteractionGiven): Promise<FakeInteraction> => {
  const asked = trip.discord.command(given);
  await trip.discord.until('a reply', () => asked.state === 'answered');
  return asked;
};
const admin = (subcommand: string, given: Partial<InteractionGiven> = {}): Promise<FakeInteraction> =>
  done({ name: 'admin', subcommand, permissions: PermissionFlagsBits.ManageGuild.toString(), ...given });
const SOURCES = [
  { source: 'Kementerian', releases: 2 },
  { source: 'Pelabuhan', releases: 1 },
];

describe('/admin', () => {
  it('settles how a server is served, and shows it', async () => {
    await trip.connect(scriptedApp(undefined, { sources: () => Promise.resolve(SOURCES) }));
    const options = { language: 'zh', time_zone: 'Asia/Makassar', private: true, member_limit: 30 };
    const shown = await admin('settings', { options });
    expect(textOf(shown.answers[0])).toContain('Asia/Makassar');
    await admin('sources', { options: { remove: 'Pelabuhan' } });
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({
      language: 'zh',
      timeZone: 'Asia/Makassar',
      privateAnswers: true,
      memberLimit: 30,
      sources: ['Kementerian'],
    });
    const asked = await done({ name: 'ask', options: { question: 'Kapan?' }, locale: 'fr' });
    expect(asked.ephemeral).toBe(true);
    expect(textOf(asked.answers[0])).toContain('可信度');
    const open = await done({ name: 'ask', options: { question: 'Kapan?', private: false } });
    expect(open.ephemeral).toBe(false);
  });

  it('leaves a single setting to the bot again', async () => {
    trip.guilds.change(GUILD_ID, { language: 'zh', memberLimit: 3, privateAnswers: true });
    await trip.connect(scriptedApp());
    await admin('settings', { options: { reset: 'memberLimit' } });
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({ language: 'zh', privateAnswers: true });
    await admin('settings', { options: { reset: 'language', language: 'en' } });
    expect(trip.guilds.read(GUILD_ID).settings.language).toBe('en');
    await admin('settings', { options: { reset: 'channels' } });
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({ language: 'en', privateAnswers: true });
  });

  it('takes no zone and no source that are none', async () => {
    await trip.connect(scriptedApp(undefined, { sources: () => Promise.resolve(SOURCES) }));
    const zone = await admin('settings', { options: { time_zone: 'Jakarta**' } });
    const source = await admin('sources', { options: { add: 'Rahasia' } });
    expect(textOf(zone.answers[0])).toContain('bukan zona waktu');
    expect(textOf(source.answers[0])).toContain('Tidak ada sumber');
    expect(trip.guilds.guilds()).toEqual([]);
  });

  it('lets the bot answer in the channels chosen alone, mentions included', async () => {
    await trip.connect();
    await admin('channels', { channels: { add: CHANNEL_ID } });
    const elsewhere = await done({
      name: 'ask',
      options: { question: 'Kapan?' },
      channelId: '800000000000010002',
    });
    expect(elsewhere.ephemeral).toBe(true);
    expect(textOf(elsewhere.answers[0])).toContain(`<#${CHANNEL_ID}>`);
    const here = await done({ name: 'ask', options: { question: 'Kapan?' } });
    expect(here.ephemeral).toBe(false);
  });

  it("adds a release as the server's own, and tells what was not taken", async () => {
    const given: { document: GivenDocument; options: DocumentOptions | undefined }[] = [];
    await trip.connect(
      scriptedApp(undefined, {
        ingestDocument: (document, options) => {
          given.push({ document, options });
          const rejected = [{ path: 'b.txt', reason: 'is empty: fill it' }];
          return Promise.resolve({
            added: 1,
            updated: 0,
            unchanged: 0,
            rejected,
            releases: 999,
            passages: 9_999,
            seconds: 1,
          });
        },
      }),
    );
    const attachment = {
      filename: 'a.txt',
      url: 'https://cdn.discordapp.com/attachments/1/2/a.txt',
      size: 9,
    };
    const added = await admin('add', { attachment });
    expect(given).toEqual([
      {
        document: { kind: 'attachment', name: 'a.txt', url: attachment.url, size: 9 },
        options: { source: `Ruang Pers · ${GUILD_ID}`, refPrefix: `guild/${GUILD_ID}/` },
      },
    ]);
    expect(allowsSource(trip.guilds.scope(), `Ruang Pers · ${GUILD_ID}`)).toBe(false);
    expect(textOf(added.answers[0])).toContain('is empty');
    // How much the index holds beside is not the server's to know.
    expect(textOf(added.answers[0])).not.toContain('999');
    const both = await admin('add', { attachment, options: { link: 'https://example.org' } });
    expect(textOf(both.answers[0])).toContain('salah satu saja');
  });

  it("removes the server's own releases and nobody else's", async () => {
    const removed: string[] = [];
    const own = aRelease({ ref: `guild/${GUILD_ID}/a.txt`, source: 'Ruang Pers' });
    trip.guilds.ownSource(GUILD_ID, 'Ruang Pers');
    await trip.connect(
      scriptedApp(undefined, {
        list: () => Promise.resolve([headerOf(own)]),
        remove: (ref) => Promise.resolve(removed.push(ref) > 0),
      }),
    );
    await admin('remove', { options: { release: 'pelabuhan.txt' } });
    expect(removed).toEqual([]);
    await admin('remove', { options: { release: own.ref } });
    expect(removed).toEqual([own.ref]);
  });

  it('hands out all that is kept as a file, and deletes it when that is sure', async () => {
    trip.guilds.change(GUILD_ID, { timeZone: 'Asia/Jayapura' });
    await trip.connect(scriptedApp(undefined, { list: () => Promise.resolve([]) }));
    const exported = await admin('export');
    expect(JSON.stringify(exported.answers[0])).toContain(`attachment://rilis-${GUILD_ID}.json`);
    const offered = await admin('delete');
    expect(trip.guilds.guilds()).toEqual([GUILD_ID]);
    const pressed = trip.discord.press({
      on: offered.answers[0] ?? {},
      customId: buttonOf(offered, 'Hapus selamanya'),
      permissions: PermissionFlagsBits.ManageGuild.toString(),
    });
    await trip.discord.until('the deletion', () => answersOf(pressed) === 1);
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(pressed.answers[0])).toContain('telah dihapus');
    expect(trip.guilds.guilds()).toEqual([]);
  });
});
