import { describe, expect, it } from 'vitest';
import { headerOf } from '../../src/domain/release.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { flatten } from '../support/fake-discord/schema.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

describe('looking things up', () => {
  const release = aRelease({ title: 'Pelabuhan baru dibuka' });
  const header = headerOf(release);
  const passages = Array.from({ length: 60 }, (_, ordinal) => ({
    ref: release.ref,
    ordinal,
    span: { start: ordinal % 30, end: 38 },
    role:
      ordinal === 0 ? ({ kind: 'answer', speaker: 'Menteri' } as const) : ({ kind: 'paragraph' } as const),
  }));
  const app = scriptedApp(undefined, {
    show: (ref) => Promise.resolve(ref === release.ref ? release : undefined),
    showNumber: (number) => Promise.resolve(number === 7 ? { ...release, number } : undefined),
    passages: (number) => Promise.resolve(number === 7 ? passages : []),
    revisions: () => Promise.resolve([]),
    list: (_, limit) => Promise.resolve([header].slice(0, limit)),
    suggest: (words, limit) => Promise.resolve([header].slice(0, limit).filter(() => words !== 'kereta')),
    sources: () => Promise.resolve([{ source: release.source, releases: 3, latest: '2024-05-27' }]),
    verify: (pasted) =>
      Promise.resolve({
        verdict: 'altered',
        matches: [
          {
            release: release.ref,
            start: 0,
            end: 45,
            text: release.text.slice(0, 45),
            changes: [{ pasted, actual: 'dibuka', start: 15, end: 21 }],
          },
        ],
      }),
    holdings: () =>
      Promise.resolve({ releases: 1, passages: 2, languages: { id: 1 }, model: 'm', sound: true }),
  });

  it.each([
    ['release', { headline: release.ref }, 'Pelabuhan baru dibuka'],
    ['release', { headline: 'kata yang tidak ada di mana pun' }, 'Pelabuhan baru dibuka'],
    ['release', { headline: 'kereta' }, 'tidak ditemukan'],
    ['release', { headline: '#7' }, 'Pelabuhan baru dibuka'],
    ['quote', { headline: 'kereta' }, 'tidak ditemukan'],
    ['latest', {}, 'Pelabuhan baru dibuka'],
    ['sources', {}, 'Otoritas Pelabuhan'],
    ['verify', { text: 'ditutup' }, 'Berubah'],
    ['status', {}, '1 rilis'],
    ['help', {}, '/tanya'],
  ])('/%s %j tells of it in one answer', async (name, options, expected) => {
    await trip.connect(app);
    const asked = trip.discord.command({ name, options });
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    expect(textOf(asked.answers[0])).toContain(expected);
  });

  it('offers what was typed first, then the releases with such a headline', async () => {
    await trip.connect(app);
    const typing = trip.discord.command({
      name: 'release',
      options: { headline: 'pel' },
      type: 4,
      focused: 'headline',
    });
    await trip.discord.until('choices', () => typing.choices !== undefined);
    expect(typing.choices).toEqual([
      { name: 'pel', value: 'pel' },
      { name: 'Pelabuhan baru dibuka', value: release.ref },
    ]);
  });

  it('marks where a choice is cut, and names a release by its number where its ref is too long', async () => {
    const long = { ...header, ref: 'r'.repeat(300), title: 'Panjang '.repeat(40), number: 7 };
    await trip.connect(scriptedApp(undefined, { suggest: () => Promise.resolve([long]) }));
    const typing = trip.discord.command({
      name: 'quote',
      options: { headline: '' },
      type: 4,
      focused: 'headline',
    });
    await trip.discord.until('choices', () => typing.choices !== undefined);
    expect(typing.choices).toEqual([
      { name: expect.stringMatching(/^Panjang .{90,91}…$/) as string, value: '#7' },
    ]);
  });

  it.each(['ask', 'search', 'latest'])('offers sources for /%s', async (name) => {
    const names = ['Otoritas Pelabuhan', '', 'Kementerian', `Otoritas ${'x'.repeat(200)}`];
    const sources = names.map((source) => ({ source, releases: 1 }));
    await trip.connect(scriptedApp(undefined, { sources: () => Promise.resolve(sources) }));
    const typing = trip.discord.command({ name, options: { source: 'OTORI' }, type: 4, focused: 'source' });
    await trip.discord.until('choices', () => typing.choices !== undefined);
    expect(typing.choices).toEqual([
      { name: 'OTORI', value: 'OTORI' },
      { name: 'Otoritas Pelabuhan', value: 'Otoritas Pelabuhan' },
      { name: `Otoritas ${'x'.repeat(90)}…`, value: `Otoritas ${'x'.repeat(91)}` },
    ]);
  });

  const choose = async () => {
    const asked = trip.discord.command({ name: 'quote', options: { headline: '#7' } });
    await trip.discord.until('a menu', () => answersOf(asked) === 1);
    expect(asked.ephemeral).toBe(true);
    const [on = {}] = asked.answers;
    const menu = flatten(on.components).find(({ options }) => options !== undefined);
    return { on, menu, values: [menu?.options?.[0]?.value ?? ''] };
  };

  it('/quote posts the passage that is chosen, alone and for everyone, with who speaks', async () => {
    await trip.connect(app);
    const { on, menu, values } = await choose();
    expect(menu?.options).toHaveLength(25);
    const chosen = trip.discord.press({ on, customId: menu?.custom_id ?? '', values });
    await trip.discord.until('the passage', () => answersOf(chosen) === 1);
    expect(chosen.ephemeral).toBe(false);
    expect(textOf(chosen.answers[0])).toContain('> Pelabuhan baru dibuka pada hari Senin\\.\n-# ');
    expect(textOf(chosen.answers[0])).toContain('jawaban Menteri');
    expect(flatten(chosen.answers[0]?.components).some(({ custom_id }) => custom_id)).toBe(false);
  });

  it('/quote has pages where a release has more than 25 passages', async () => {
    await trip.connect(app);
    const { on } = await choose();
    const next = flatten(on.components).find(({ label }) => label === 'Berikutnya')?.custom_id ?? '';
    const turned = trip.discord.press({ on, customId: next });
    await trip.discord.until('the second page', () => answersOf(turned) === 1);
    const options = flatten(turned.answers[0]?.components).find((one) => one.options !== undefined)?.options;
    expect(options?.map(({ value }) => value)).toEqual(Array.from({ length: 25 }, (_, i) => String(25 + i)));
    expect(textOf(turned.answers[0])).toContain('halaman 2 dari 3');
  });

  it.each([
    { who: 'a passage that there is none of', given: { values: ['999'] }, told: 'tidak tersedia lagi' },
    { who: 'a member who may not write', given: { permissions: '0' }, told: 'tidak boleh menulis' },
    { who: 'another server', given: { guildId: '800000000000000009' }, told: 'tidak berlaku lagi' },
  ])('/quote posts nothing for $who', async ({ given, told }) => {
    await trip.connect(app);
    const { on, menu, values } = await choose();
    const pressed = trip.discord.press({ on, customId: menu?.custom_id ?? '', values, ...given });
    await trip.discord.until('a word', () => answersOf(pressed) === 1);
    expect(textOf(pressed.answers[0])).toContain(told);
    expect(textOf(pressed.answers[0])).not.toContain('> ');
  });

  it('/release leads to its passages and through its text', async () => {
    await trip.connect(app);
    const asked = trip.discord.command({ name: 'release', options: { headline: '#7' } });
    await trip.discord.until('a card', () => answersOf(asked) === 1);
    const [on = {}] = asked.answers;
    for (const [label, expected] of [
      ['Baca', 'Kapal pertama tiba'],
      ['Kutip petikan', 'Pilih petikan'],
    ] as const) {
      const customId = flatten(on.components).find((one) => one.label === label)?.custom_id ?? '';
      const pressed = trip.discord.press({ on, customId });
      await trip.discord.until(label, () => answersOf(pressed) === 1);
      expect(pressed.ephemeral).toBe(true);
      expect(textOf(pressed.answers[0])).toContain(expected);
    }
  });

  it('offers nothing rather than an error where choices cannot be had', async () => {
    await trip.connect(scriptedApp());
    const typing = trip.discord.command({
      name: 'release',
      options: { headline: 'pel' },
      type: 4,
      focused: 'headline',
    });
    await trip.discord.until('choices', () => typing.choices !== undefined);
    expect(typing.choices).toEqual([]);
  });
});
