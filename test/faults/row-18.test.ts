import { describe, expect, it } from 'vitest';
import type { Bot } from '../../src/discord/bot.ts';
import { keyFrom, openId, signId } from '../../src/discord/custom-id.ts';
import { anAnswer } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
import { flatten, type MessageBody } from '../support/fake-discord/schema.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const OTHER_USER = '700000000000000009';
const OTHER_GUILD = '800000000000000009';
const NO_PERMISSIONS = '0';

const app = scriptedApp(() => Promise.resolve(anAnswer()), {
  verify: () => Promise.resolve({ verdict: 'not found', matches: [] }),
});

/** What a member sees who used the menu of a message, and the id of the button below. */
async function found(): Promise<{ readonly on: MessageBody; readonly customId: string; readonly bot: Bot }> {
  const bot = await trip.connect(app);
  const asked = trip.discord.menu({
    name: 'Find the release behind this',
    target: 'Pelabuhan dibuka hari Senin.',
  });
  await trip.discord.until('what was found', () => answersOf(asked) === 1);
  expect(asked.ephemeral).toBe(true);
  const [on = {}] = asked.answers;
  return {
    bot,
    on,
    customId: flatten(on.components).find(({ label }) => label === 'Bagikan')?.custom_id ?? '',
  };
}

async function refused(pressed: FakeInteraction): Promise<string> {
  await trip.discord.until('a refusal', () => answersOf(pressed) === 1);
  expect(pressed.ephemeral).toBe(true);
  return textOf(pressed.answers[0]);
}

describe('row 18: custom ids tampered with, of another version, another user or another guild', () => {
  it('serves the one whose button it is, for everyone to see, and without the button', async () => {
    const { on, customId } = await found();
    const pressed = trip.discord.press({ on, customId });
    await trip.discord.until('the shared answer', () => answersOf(pressed) === 1);
    expect(pressed.ephemeral).toBe(false);
    expect(textOf(pressed.answers[0]).trim()).toBe(textOf(on).trim());
    expect(flatten(pressed.answers[0]?.components).some(({ label }) => label === 'Bagikan')).toBe(false);
  });

  it('serves it after a restart: nothing is kept in memory', async () => {
    const { on, customId, bot } = await found();
    await bot.close();
    await trip.connect(app);
    await trip.discord.until('a new session', () => trip.discord.gateway.identifies.length === 2);
    const pressed = trip.discord.press({ on, customId });
    await trip.discord.until('the shared answer', () => answersOf(pressed) === 1);
    expect(textOf(pressed.answers[0]).trim()).toBe(textOf(on).trim());
  });

  it('refuses another user in private, and says what to do', async () => {
    const { on, customId } = await found();
    const pressed = trip.discord.press({ on, customId, userId: OTHER_USER });
    expect(await refused(pressed)).toContain('Ajukan sendiri');
  });

  it.each([
    ['tampered with', (id: string) => id.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))],
    ['of another version', (id: string) => id.replace(/^1/, '9')],
    ['for another action', (id: string) => id.replace('share', 'admin')],
    ['of no form at all', () => 'lama'],
  ])('refuses an id %s in private, and says what to do', async (_, forge) => {
    const { on, customId } = await found();
    expect(await refused(trip.discord.press({ on, customId: forge(customId) }))).toContain('sekali lagi');
  });

  it('refuses an id in another guild', async () => {
    const { on, customId } = await found();
    expect(await refused(trip.discord.press({ on, customId, guildId: OTHER_GUILD }))).toContain(
      'sekali lagi',
    );
  });

  it('refuses to share where the member may not write', async () => {
    const { on, customId } = await found();
    const pressed = trip.discord.press({ on, customId, permissions: NO_PERMISSIONS });
    expect(await refused(pressed)).toContain('tidak boleh menulis');
  });

  it('signs what only the holder of the secret can open', () => {
    const id = signId({ action: 'share' }, { key: keyFrom('one'), guildId: null });
    expect(openId(id, { key: keyFrom('other'), guildId: null, userId: OTHER_USER }).kind).toBe('invalid');
  });
});

describe('the form of /verify', () => {
  it('opens where no text is given, and its quote is checked', async () => {
    await trip.connect(app);
    const asked = trip.discord.command({ name: 'verify', options: { private: true } });
    await trip.discord.until('the form', () => asked.form !== undefined);
    const sent = trip.discord.submit({
      customId: asked.form?.custom_id ?? '',
      fields: { quote: 'Pelabuhan ditutup selamanya.' },
    });
    await trip.discord.until('the verdict', () => answersOf(sent) === 1);
    expect(sent.ephemeral).toBe(true);
    expect(textOf(sent.answers[0])).toContain('Tidak ditemukan');
  });
});

describe('the menu of a message without words', () => {
  it('says so in private', async () => {
    await trip.connect(app);
    expect(await refused(trip.discord.menu({ name: 'Check this quote', target: '' }))).toContain(
      'tidak memuat teks',
    );
  });
});
