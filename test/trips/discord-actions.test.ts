import { describe, expect, it } from 'vitest';
import type { App, SearchRequest } from '../../src/app.ts';
import { MEMBER_LIMIT } from '../../src/discord/manners.ts';
import { headerOf, type Release } from '../../src/domain/release.ts';
import { allowsSource } from '../../src/domain/scope.ts';
import { anAnswer, aQuote, aResult, aSearchResponse } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { aRelease, passagesOf } from '../support/builders.ts';
import type { PressGiven } from '../support/fake-discord/events.ts';
import type { FakeInteraction } from '../support/fake-discord/interaction.ts';
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

function inParagraphs(text: string): Release {
  const release = aRelease({ text });
  return {
    ...release,
    outline: { ...release.outline, paragraphs: passagesOf(release).map(({ span }) => span) },
  };
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

  it('count whether it was useful, by quote and day, without a name, and once of each', async () => {
    const release = aRelease();
    await trip.connect(appOf(release));
    const on = await asked();
    const [one, other] = ['910000000000000001', '910000000000000002'];
    for (const [label, messageId, userId] of [
      ['Berguna', one, '700000000000000003'],
      ['Tidak berguna', one, '700000000000000004'],
      ['Berguna', other, '700000000000000003'],
    ] as const) {
      const pressed = await press(on, label, { messageId, userId });
      expect(pressed.ephemeral).toBe(true);
      expect(textOf(pressed.answers[0])).toContain('Terima kasih');
    }
    // One voice counts once, whatever it says the second time.
    for (const label of ['Berguna', 'Tidak berguna']) {
      const again = await press(on, label, { messageId: one, userId: '700000000000000003' });
      expect(textOf(again.answers[0])).toContain('sudah dicatat, tanpa nama');
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
    const [shared = {}] = pressed.answers;
    expect(textOf(shared)).toContain('Pelabuhan baru dibuka');
    // What is for anyone to press goes along; sharing it again does not.
    expect(idOf(shared, 'Bagikan')).toBe('');
    const other = await press(shared, 'Konteks', { userId: '700000000000000077' });
    expect(textOf(other.answers[0])).toContain('bagian 1 dari');
  });

  it('show what stands before and after a quote, and lead through the whole release', async () => {
    const paragraphs = Array.from({ length: 20 }, (_, i) => `Paragraf ${i}: ${'kata '.repeat(60).trim()}.`);
    const release = inParagraphs(['Pelabuhan dibuka hari Senin.', ...paragraphs].join('\n\n'));
    await trip.connect(appOf(release));
    const opened = await press(await asked(), 'Konteks');
    expect(opened.ephemeral).toBe(true);
    const first = opened.answers[0] ?? {};
    expect(textOf(first)).toContain('**Pelabuhan dibuka hari Senin\\.**');
    expect(textOf(first)).toContain('Paragraf 0');
    const seen = [textOf(first)];
    for (let on = first; idOf(on, 'Berikutnya') !== '';) {
      const turned = await press(on, 'Berikutnya');
      on = turned.answers[0] ?? {};
      seen.push(textOf(on));
    }
    for (let i = 0; i < paragraphs.length; i++) expect(seen.join('\n')).toContain(`Paragraf ${i}\\:`);
  });

  it('turn more pages in a minute than questions may be asked', async () => {
    const release = inParagraphs(Array.from({ length: 40 }, () => 'kata '.repeat(60).trim()).join('\n\n'));
    await trip.connect(appOf(release));
    const on = (await press(await asked(), 'Konteks')).answers[0] ?? {};
    for (let i = 0; i < MEMBER_LIMIT + 2; i++)
      expect(textOf((await press(on, 'Berikutnya')).answers[0])).toContain('bagian');
  });

  it('turn the page of the message itself, and leave it alone when that fails', async () => {
    const release = inParagraphs(Array.from({ length: 40 }, () => 'kata '.repeat(60).trim()).join('\n\n'));
    let broken = false;
    const pinned = { ...release, number: NUMBER };
    await trip.connect(
      appOf(release, {
        showNumber: () => (broken ? Promise.reject(new Error('The disk is gone.')) : Promise.resolve(pinned)),
      }),
    );
    const on = (await press(await asked(), 'Konteks')).answers[0] ?? {};
    broken = true;
    const pressed = trip.discord.press({ on, customId: idOf(on, 'Berikutnya') });
    await trip.discord.until('a word beside it', () => pressed.told.length === 1);
    expect(textOf(pressed.told[0])).toContain('ada gangguan');
    expect(answersOf(pressed)).toBe(0);
  });

  it('show all points of the list that one of them is of', async () => {
    const release = aRelease({ text: 'Pertama, satu.\nKedua, dua.\nKetiga, tiga.' });
    const points = [...release.text.matchAll(/.+/g)].map(({ 0: line, index }, i) => ({
      n: i + 1,
      span: { start: index, end: index + line.length },
    }));
    const listed = {
      ...release,
      outline: { ...release.outline, lists: [{ style: 'ordinal' as const, points }] },
    };
    const header = { ...headerOf(release), number: NUMBER };
    const role = { kind: 'item', n: 2, of: 3, list: 0 } as const;
    const answer = anAnswer({ quotes: [aQuote({ header, text: 'Kedua, dua.', role })] });
    await trip.connect(
      scriptedApp(() => Promise.resolve(answer), { showNumber: () => Promise.resolve(listed) }),
    );
    const pressed = await press(await asked(), 'Semua 3 butir');
    expect(textOf(pressed.answers[0])).toContain('> Pertama, satu\\.\n> Kedua, dua\\.\n> Ketiga, tiga\\.');
    expect(textOf(pressed.answers[0])).toContain('butir 1–3 dari 3');
  });

  it('show more passages of the same question, without those that the answer has, page by page', async () => {
    const release = aRelease();
    const header = { ...headerOf(release), number: NUMBER };
    const results = Array.from({ length: 14 }, (_, i) =>
      aResult({
        header,
        passage: { ...aResult().passage, span: { start: i * 100, end: i * 100 + 99 } },
        text: `Petikan ke-${i} dari rilis.`,
      }),
    );
    const wishes: SearchRequest[] = [];
    await trip.connect(
      appOf(release, {
        search: (wish) => {
          wishes.push(wish);
          return Promise.resolve(aSearchResponse(results.slice(0, wish.limit)));
        },
      }),
    );
    const question = 'Kapan *pelabuhan* dibuka (di_utara)?';
    const on = await asked({ question, source: 'Otoritas [A]' });
    const first = (await press(on, 'Petikan lain')).answers[0] ?? {};
    expect(textOf(first)).not.toContain('ke\\-0 ');
    for (let i = 1; i <= 5; i++) expect(textOf(first)).toContain(`ke\\-${i} `);
    const second = (await press(first, 'Berikutnya')).answers[0] ?? {};
    expect(textOf(second)).toContain('ke\\-6 ');
    expect(textOf(second)).not.toContain('ke\\-5 ');
    expect(textOf((await press(second, 'Sebelumnya')).answers[0])).toBe(textOf(first));
    for (const wish of wishes) expect(wish).toMatchObject({ question, filter: { source: 'Otoritas [A]' } });
  });

  it.each(['Sumber', 'Berguna', 'Konteks'])(
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

  it.each(['Sumber', 'Berguna', 'Tidak berguna', 'Konteks', 'Petikan lain'])(
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

describe('the pages of /search', () => {
  const results = Array.from({ length: 12 }, (_, i) => aResult({ text: `Petikan ke-${i} dari rilis.` }));
  const app = scriptedApp(undefined, {
    search: ({ limit }) => Promise.resolve(aSearchResponse(results.slice(0, limit))),
  });
  const searched = async (): Promise<MessageBody> => {
    const interaction = trip.discord.command({
      name: 'search',
      options: { words: 'pelabuhan', from: '2024-05-01' },
    });
    await trip.discord.until('results', () => answersOf(interaction) === 1);
    return interaction.answers[0] ?? {};
  };

  it('are turned after a restart too, and end where the results do', async () => {
    const bot = await trip.connect(app);
    const first = await searched();
    await bot.close();
    await trip.connect(app);
    await trip.discord.until('a new session', () => trip.discord.gateway.identifies.length === 2);
    const second = (await press(first, 'Berikutnya')).answers[0] ?? {};
    const third = (await press(second, 'Berikutnya')).answers[0] ?? {};
    expect(textOf(second)).toContain('ke\\-9 ');
    expect(textOf(third)).toContain('halaman 3');
    expect(textOf(third)).toContain('ke\\-11 ');
    expect(idOf(third, 'Berikutnya')).toBe('');
  });

  it('are turned by the one who asked alone', async () => {
    await trip.connect(app);
    const pressed = await press(await searched(), 'Berikutnya', { userId: '700000000000000077' });
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(pressed.answers[0])).toContain('Hanya yang bertanya');
  });
});
