import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/discord/commands/all.ts';
import { MENUS } from '../../src/discord/menus/all.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { CALLBACK, EDIT, QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

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

  it('tells the member when Rilis itself fails, and logs no word of the question', async () => {
    await trip.connect(scriptedApp(() => Promise.reject(new Error('disk full'))));
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    expect(textOf(asked.answers[0])).toContain('ada gangguan');
    expect(trip.logged.join('')).not.toContain('pelabuhan');
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

describe('npm run register', () => {
  it('puts every command in one valid request, and says which', async () => {
    const config = {
      token: trip.discord.token,
      applicationId: BOT_ID,
      guildId: undefined,
      api: trip.discord.api,
      messageContent: false,
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
      messageContent: false,
    };
    await expect(registerCommands(config)).rejects.toThrow(/DISCORD_APPLICATION_ID/);
  });
});
