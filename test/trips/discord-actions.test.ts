import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { headerOf, type Release } from '../../src/domain/release.ts';
import { allowsSource } from '../../src/domain/scope.ts';
import { anAnswer, aQuote } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import type { PressGiven } from '../support/fake-discord/events.ts';
import type { FakeInteraction } from '../support/fake-discord/rest.ts';
import { flatten, type MessageBody } from '../support/fake-discord/schema.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const NUMBER = 41;
const OTHER_GUILD = '800000000000000009';
const SECRET = 'Rahasia Negara';

/** An app of one release, seen by those who may see its source. */
function appOf(release: Release, more: Partial<App> = {}): App {
  const header = { ...headerOf(release), number: NUMBER };
  const within: App['within'] = (scope) => {
    const seen = allowsSource(scope, release.source) ? { ...release, number: NUMBER } : undefined;
    return scriptedApp(
      () =>
        Promise.resolve(
          anAnswer({ quotes: [aQuote({ header, text: release.text.split('\n\n')[0] ?? '' })] }),
        ),
      {
        show: () => Promise.resolve(seen),
        showNumber: (number) => Promise.resolve(number === NUMBER ? seen : undefined),
        revisions: () => Promise.resolve([]),
        ...more,
      },
    );
  };
  return scriptedApp(undefined, { within });
}

/** A message of the bot that was shown to a member. */
async function asked(options: Readonly<Record<string, string | boolean>> = {}): Promise<MessageBody> {
  const interaction = trip.discord.command({
    name: 'ask',
    options: { question: 'Kapan pelabuhan dibuka?', ...options },
  });
  await trip.discord.until('an answer', () => answersOf(interaction) === 1);
  return interaction.answers[0] ?? {};
}

function idOf(on: MessageBody, label: string): string {
  return flatten(on.components).find((one) => one.label === label)?.custom_id ?? '';
}

async function press(
  on: MessageBody,
  label: string,
  who: Partial<PressGiven> = {},
): Promise<FakeInteraction> {
  const pressed = trip.discord.press({ on, customId: idOf(on, label), ...who });
  await trip.discord.until(`an answer to ${label}`, () => answersOf(pressed) === 1);
  return pressed;
}

describe('the buttons below an answer', () => {
  it('name the releases that it rests on, and say that one was changed since', async () => {
    const release = aRelease();
    const later = aRelease({ text: 'Pelabuhan baru ditutup.' });
    await trip.connect(appOf(release, { show: () => Promise.resolve(later) }));
    const pressed = await press(await asked(), 'Sumber');
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(pressed.answers[0])).toContain('Pelabuhan baru dibuka');
    expect(textOf(pressed.answers[0])).toContain('sudah berubah');
  });

  it('count whether it was useful, by quote and day, without a name', async () => {
    const release = aRelease();
    await trip.connect(appOf(release));
    const on = await asked();
    for (const label of ['Berguna', 'Berguna', 'Tidak berguna']) {
      const pressed = await press(on, label);
      expect(pressed.ephemeral).toBe(true);
      expect(textOf(pressed.answers[0])).toContain('tanpa nama');
    }
    const quote = { ref: release.ref, revision: release.revision, start: 0 };
    expect(trip.guilds.feedback()).toHaveLength(2);
    expect(trip.guilds.feedback()).toContainEqual(
      expect.objectContaining({ ...quote, useful: true, count: 2 }),
    );
    expect(trip.guilds.feedback()).toContainEqual(
      expect.objectContaining({ ...quote, useful: false, count: 1 }),
    );
  });

  it('share what only one member sees', async () => {
    await trip.connect(appOf(aRelease()));
    const pressed = await press(await asked({ private: true }), 'Bagikan');
    expect(pressed.ephemeral).toBe(false);
    expect(textOf(pressed.answers[0])).toContain('Pelabuhan baru dibuka');
  });

  it.each(['Sumber', 'Berguna'])(
    'show and keep nothing of a source that the server may not see any more: %s',
    async (label) => {
      await trip.connect(appOf(aRelease({ source: SECRET, title: SECRET })));
      const on = await asked();
      trip.guilds.makePrivate(SECRET);
      const pressed = await press(on, label);
      expect(textOf(pressed.answers[0])).not.toContain(SECRET);
      expect(textOf(pressed.answers[0])).toContain('tidak tersedia lagi');
      expect(trip.guilds.feedback()).toEqual([]);
    },
  );

  it.each(['Sumber', 'Berguna', 'Tidak berguna'])(
    'do nothing in another server, or when their id is forged: %s',
    async (label) => {
      await trip.connect(appOf(aRelease()));
      const on = await asked();
      const customId = idOf(on, label).replace(/:[0-9a-z.]*:([\w-]+)$/, ':1.2.3.4:$1');
      for (const who of [{ guildId: OTHER_GUILD }, { customId }]) {
        const pressed = await press(on, label, who);
        expect(pressed.ephemeral).toBe(true);
        expect(textOf(pressed.answers[0])).toContain('tidak berlaku lagi');
      }
      expect(trip.guilds.feedback()).toEqual([]);
    },
  );
});
