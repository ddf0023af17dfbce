import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { keyFrom, signId } from '../../src/discord/custom-id.ts';
import { answersOf, buttonOf, textOf, useBot } from '../support/bot-trip.ts';
import { GUILD_ID } from '../support/fake-discord/gateway.ts';
import type { InteractionGiven, PressGiven } from '../support/fake-discord/events.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
import { flatten } from '../support/fake-discord/schema.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { aRelease } from '../support/builders.ts';
import { headerOf } from '../../src/domain/release.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

const done = async (given: InteractionGiven): Promise<FakeInteraction> => {
  const asked = trip.discord.command(given);
  await trip.discord.until('a reply', () => asked.state === 'answered');
  return asked;
};
const MANAGER = PermissionFlagsBits.ManageGuild.toString();
const SET = { name: 'admin', subcommand: 'settings', options: { private: true }, permissions: MANAGER };
/** What a member has who may read and write, and manages a little, but not the server. */
const NOT_A_MANAGER = (
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageChannels
).toString();

describe('row 19: /admin by somebody who may not', () => {
  it.each<[string, Partial<InteractionGiven>]>([
    ['a member without Manage Server, to whom the server gave the command', { permissions: NOT_A_MANAGER }],
    ['a member with no permission at all', { permissions: '0' }],
    ['a manager who brought the bot along as a user', { install: 'user', permissions: MANAGER }],
  ])('%s is refused in private by every subcommand, and nothing changes', async (_, who) => {
    trip.guilds.change(GUILD_ID, { language: 'id' });
    const before = trip.guilds.read(GUILD_ID);
    await trip.connect(scriptedApp(undefined, { sources: () => Promise.resolve([]) }));
    const wishes: readonly InteractionGiven[] = [
      SET,
      { name: 'admin', subcommand: 'sources', options: { all: true } },
      { name: 'admin', subcommand: 'channels', options: { all: true } },
      { name: 'admin', subcommand: 'add', options: { link: 'https://example.org/a.txt' } },
      { name: 'admin', subcommand: 'remove', options: { release: 'a.txt' } },
      { name: 'admin', subcommand: 'export' },
      { name: 'admin', subcommand: 'delete' },
    ];
    for (const wish of wishes) {
      const asked = await done({ ...wish, ...who });
      expect(answersOf(asked)).toBe(1);
      expect(asked.ephemeral).toBe(true);
      expect(textOf(asked.answers[0])).toContain('Kelola Server');
    }
    const typed = await done({
      name: 'admin',
      subcommand: 'sources',
      options: { add: '' },
      focused: 'add',
      type: 4,
      ...who,
    });
    expect(typed.choices).toEqual([]);
    expect(trip.guilds.read(GUILD_ID)).toEqual(before);
  });

  it('is checked anew each time: who lost the permission is refused', async () => {
    await trip.connect(scriptedApp());
    await done(SET);
    expect(trip.guilds.read(GUILD_ID).settings.privateAnswers).toBe(true);
    await done({ ...SET, options: { private: false }, permissions: NOT_A_MANAGER });
    expect(trip.guilds.read(GUILD_ID).settings.privateAnswers).toBe(true);
  });

  describe('with the button that deletes', () => {
    const OTHER = '840000000000000001';
    const KEPT: readonly (readonly [string, (customId: string) => Omit<PressGiven, 'on'>])[] = [
      ['who lost the permission since', (customId) => ({ customId, permissions: NOT_A_MANAGER })],
      [
        'a manager to whom it was not shown',
        (customId) => ({ customId, permissions: MANAGER, userId: '700000000000000009' }),
      ],
      ['a manager of another server', (customId) => ({ customId, permissions: MANAGER, guildId: OTHER })],
      [
        'a manager who brought the bot along',
        (customId) => ({ customId, permissions: MANAGER, install: 'user' }),
      ],
      [
        'a press whose id was changed',
        (customId) => ({ customId: customId.replace(/:(\w+):/, ':forget0:'), permissions: MANAGER }),
      ],
      [
        'a press whose signature was forged',
        (customId) => ({ customId: customId.replace(/.{22}$/, 'A'.repeat(22)), permissions: MANAGER }),
      ],
    ];

    it.each(KEPT)('%s is refused in private, and nothing is deleted', async (_, pressGiven) => {
      for (const guild of [GUILD_ID, OTHER]) trip.guilds.change(guild, { language: 'id' });
      await trip.connect(scriptedApp(undefined, { list: () => Promise.resolve([]) }));
      const offered = await done({ name: 'admin', subcommand: 'delete', permissions: MANAGER });
      const pressed = trip.discord.press({ on: {}, ...pressGiven(buttonOf(offered, 'Hapus selamanya')) });
      await trip.discord.until('a refusal', () => answersOf(pressed) === 1);
      expect(pressed.ephemeral).toBe(true);
      expect(textOf(pressed.answers[0])).not.toContain('telah dihapus');
      expect(trip.guilds.guilds()).toEqual([GUILD_ID, OTHER]);
    });

    it('it holds for ten minutes, and not for a key of somebody else', async () => {
      trip.guilds.change(GUILD_ID, { language: 'id' });
      await trip.connect(scriptedApp(undefined, { list: () => Promise.resolve([]) }));
      const signed = (ago: number, secret = trip.discord.token): string =>
        signId(
          { action: 'forget', args: [Math.floor(Date.now() / 1_000) - ago] },
          { key: keyFrom(secret), guildId: GUILD_ID },
        );
      for (const customId of [signed(700), signed(1, 'another token')]) {
        const pressed = trip.discord.press({ on: {}, customId, permissions: MANAGER });
        await trip.discord.until('a refusal', () => answersOf(pressed) === 1);
        expect(trip.guilds.guilds()).toEqual([GUILD_ID]);
      }
      const pressed = trip.discord.press({ on: {}, customId: signed(500), permissions: MANAGER });
      await trip.discord.until('the deletion', () => answersOf(pressed) === 1);
      expect(trip.guilds.guilds()).toEqual([]);
    });
  });

  it("changes the manager's own server alone", async () => {
    await trip.connect(scriptedApp());
    await done({ ...SET, guildId: '840000000000000001' });
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({});
    expect(trip.guilds.read('840000000000000001').settings).toEqual({ privateAnswers: true });
  });
});

describe('row 19: what a button carries gives nobody more than the server may see', () => {
  const SECRET = 'Rahasia Negara';
  const release = { ...aRelease({ source: SECRET, title: SECRET, text: `Isi ${SECRET}.` }), number: 5 };
  const quotes = [
    aQuote({ header: headerOf(release), text: release.text, role: { kind: 'item', n: 1, of: 9, list: 0 } }),
  ];

  /** An app in which the release was seen by whoever asked first, and by nobody after. */
  function appOf() {
    const asked: string[] = [];
    const app = scriptedApp(() => Promise.resolve(anAnswer({ quotes })), {
      showNumber: (number) => {
        asked.push(`number ${number}`);
        return Promise.resolve(undefined);
      },
      search: () =>
        Promise.resolve({
          results: [],
          timings: { embed: 0, lexical: 0, dense: 0, words: 0, extract: 0, total: 0 },
        }),
    });
    return { app, asked };
  }

  it('each press of a button below an answer looks its release up anew, within the scope of the presser', async () => {
    const { app, asked } = appOf();
    await trip.connect(app);
    const [on = {}] = (await done({ name: 'ask', options: { question: 'Apa isinya?', private: true } }))
      .answers;
    // Sharing is tested above, and following opens a form, which shows nothing of the release.
    const others = ['Bagikan', 'Ikuti topik ini'];
    const buttons = flatten(on.components).filter(
      ({ custom_id, label = '' }) => custom_id && !others.includes(label),
    );
    expect(buttons.length).toBe(6);
    for (const { custom_id = '', label = '' } of buttons) {
      const pressed = trip.discord.press({ on, customId: custom_id });
      await trip.discord.until(label, () => answersOf(pressed) === 1);
      expect(pressed.ephemeral).toBe(true);
      expect(textOf(pressed.answers[0]), label).not.toContain(SECRET);
    }
    expect(asked).toContain('number 5');
    expect(trip.guilds.feedback()).toEqual([]);
  });

  it.each(['another server', 'a forged id'])('no button does anything with %s', async (how) => {
    const { app, asked } = appOf();
    await trip.connect(app);
    const [on = {}] = (await done({ name: 'ask', options: { question: 'Apa isinya?', private: true } }))
      .answers;
    for (const { custom_id = '' } of flatten(on.components).filter((one) => one.custom_id)) {
      const pressed = trip.discord.press(
        how === 'another server'
          ? { on, customId: custom_id, guildId: '840000000000000001' }
          : { on, customId: custom_id.replace(/:[0-9a-z.]*:([\w-]{22})$/, ':6.0.2s:$1') },
      );
      await trip.discord.until('a refusal', () => answersOf(pressed) === 1);
      expect(pressed.ephemeral).toBe(true);
      expect(textOf(pressed.answers[0])).toContain('tidak berlaku lagi');
    }
    expect(asked).toEqual([]);
  });
});
