import { describe, expect, it } from 'vitest';
import { headerOf } from '../../src/domain/release.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

describe('looking things up', () => {
  const release = aRelease({ title: 'Pelabuhan baru dibuka' });
  const header = headerOf(release);
  const app = scriptedApp(undefined, {
    show: (ref) => Promise.resolve(ref === release.ref ? release : undefined),
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
