import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { GUILD_ID } from '../support/fake-discord/gateway.ts';
import type { InteractionGiven } from '../support/fake-discord/events.ts';
import type { FakeInteraction } from '../support/fake-discord/rest.ts';
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
      { name: 'admin', subcommand: 'delete', options: { sure: true } },
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

  it("changes the manager's own server alone", async () => {
    await trip.connect(scriptedApp());
    await done({ ...SET, guildId: '840000000000000001' });
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({});
    expect(trip.guilds.read('840000000000000001').settings).toEqual({ privateAnswers: true });
  });
});
