import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  renderCited,
  renderHeaders,
  renderHelp,
  renderHoldings,
  renderSources,
  renderVerification,
} from '../../../src/discord/cards.ts';
import { renderCard } from '../../../src/discord/release-card.ts';
import { COMMANDS } from '../../../src/discord/commands/all.ts';
import type { Body } from '../../../src/discord/body.ts';
import { UI_LANGUAGES } from '../../../src/discord/messages.ts';
import { PROJECT_DIR } from '../../../src/config.ts';
import { headerOf } from '../../../src/domain/release.ts';
import { aRelease } from '../../support/builders.ts';
import { faultsOf, flatten, type Component } from '../../support/fake-discord/schema.ts';

const faults = (body: Body): readonly string[] => faultsOf('/webhooks/1/t/messages/@original', body);
const textOf = ({ components }: Body): string =>
  flatten(components as unknown as Component[])
    .map(({ content = '' }) => content)
    .join('\n');

const anyText = fc.string({ unit: 'binary', maxLength: 5_000 });
const anyRelease = fc
  .record({
    title: fc.string({ unit: 'binary', maxLength: 500 }),
    source: fc.string({ unit: 'binary', maxLength: 300 }),
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: 6_000 }),
    points: fc.array(fc.constant({ start: 0, end: 1 }), { minLength: 1, maxLength: 40 }),
    lists: fc.nat(30),
  })
  .map(({ title, source, text, points, lists }) =>
    aRelease({
      title,
      source,
      text,
      outline: {
        paragraphs: [],
        headings: [],
        turns: [],
        lists: Array.from({ length: lists }, () => ({
          style: 'ordinal' as const,
          announcement: { start: 0, end: text.length },
          points: points.map((span, at) => ({ span, n: at + 1 })),
        })),
      },
    }),
  );

describe('what is looked up', () => {
  it('fits every limit of Discord, whatever a release holds', () => {
    fc.assert(
      fc.property(anyRelease, fc.constantFrom(...UI_LANGUAGES), fc.nat(9), (release, language, revisions) => {
        const header = headerOf(release);
        const kept = Array.from({ length: revisions }, (_, i) => ({
          revision: String(i),
          title: release.title,
          readAt: '2024-05-27T10:00:00.000Z',
          current: i === 0,
        }));
        expect(faults(renderCard(release, { revisions: kept, language }))).toEqual([]);
        const cited = { header: { ...header, url: 'https://contoh.test/1' }, revisions, changed: true };
        expect(faults(renderCited([...Array.from({ length: 9 }, () => cited), undefined], language))).toEqual(
          [],
        );
        expect(faults(renderHeaders(Array(10).fill(header), language))).toEqual([]);
        const sources = Array(40).fill({ source: release.source, releases: 1, latest: '2024-05-27' });
        expect(faults(renderSources(sources, language))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('fits them for every checked quote', () => {
    const change = fc.record({ pasted: anyText, actual: anyText, start: fc.nat(), end: fc.nat() });
    const match = fc.record({
      release: fc.string(),
      start: fc.nat(),
      end: fc.nat(),
      text: anyText,
      changes: fc.array(change, { maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(match, { maxLength: 3 }), anyRelease, (matches, release) => {
        const cited = matches.map((one) => ({ match: one, header: headerOf(release) }));
        const body = renderVerification({ verdict: 'altered', matches }, { matches: cited, language: 'id' });
        expect(faults(body)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the card of a release', () => {
  const text = [
    'Presiden membuka rapat itu dan menyampaikan tiga hal.',
    'Pertama, jalan diperbaiki.',
    'Kedua, pasar dibuka.',
    'Ketiga, sekolah dibangun.',
  ].join('\n');
  const lines = [...text.matchAll(/.+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  const [announcement = { start: 0, end: 0 }, ...points] = lines;
  const release = aRelease({
    text,
    url: 'https://contoh.test/1',
    outline: {
      paragraphs: lines,
      headings: [],
      lists: [{ style: 'ordinal', announcement, points: points.map((span, i) => ({ n: i + 1, span })) }],
      turns: [
        { role: 'question', span: { start: 0, end: 5 } },
        { role: 'answer', span: { start: 6, end: 9 } },
      ],
    },
  });

  it('tells date, source, host, list with all its points, turns and revisions', () => {
    const revisions = [true, false].map((current) => ({
      revision: String(current),
      title: release.title,
      readAt: '2024-06-01T10:00:00.000Z',
      current,
    }));
    const shown = textOf(renderCard(release, { revisions, language: 'id' }));
    for (const part of [
      '27 Mei 2024',
      'Otoritas Pelabuhan',
      'contoh\\.test',
      'daftar 3 butir: Presiden membuka',
      '1 · Pertama, jalan',
      '3 · Ketiga, sekolah',
      '1 pertanyaan wartawan, 1 jawaban',
      '2 revisi tersimpan · terakhir dibaca 1 Juni 2024',
    ])
      expect(shown).toContain(part);
  });

  it('marks where its text was cut, and how many lines of the outline found no room', () => {
    const long = 'kata '.repeat(2_000);
    const many = Array.from({ length: 200 }, (_, i) => ({ n: i + 1, span: { start: 0, end: 80 } }));
    const crowded = aRelease({
      text: long,
      outline: { ...release.outline, lists: [{ style: 'number', points: many }], turns: [] },
    });
    const shown = textOf(renderCard(crowded, { revisions: [], language: 'en' }));
    expect(shown).toContain('\\[… cut\\]');
    expect(shown).toMatch(/… \\\+1\d\d/);
  });
});

describe('a checked quote', () => {
  it('shows what was pasted beside what the release says', () => {
    const release = aRelease();
    const match = {
      release: release.ref,
      start: 0,
      end: 45,
      text: 'Pelabuhan baru dibuka pada hari Senin.',
      changes: [{ pasted: 'Selasa', actual: 'Senin', start: 32, end: 37 }],
    };
    const body = renderVerification(
      { verdict: 'altered', matches: [match] },
      { matches: [{ match, header: headerOf(release) }], language: 'en' },
    );
    expect(textOf(body)).toContain('~~Selasa~~ → **Senin**');
    expect(textOf(body)).toContain('Altered');
  });
});

describe('the state of the bot', () => {
  it('says that something is wrong and who can see what: members are not operators', () => {
    const holdings = { releases: 2, passages: 5, languages: {}, model: 'm@1' };
    expect(textOf(renderHoldings({ ...holdings, sound: false }, 'id'))).toContain('rilis status');
    expect(textOf(renderHoldings({ ...holdings, sound: true }, 'id'))).not.toContain('rilis status');
  });
});

describe('the commands', () => {
  it('have names and descriptions in Indonesian and Chinese, and so have their options', () => {
    for (const { data } of COMMANDS) {
      for (const named of [data, ...(data.options ?? [])]) {
        expect(Object.keys(named.name_localizations ?? {}), named.name).toEqual(['id', 'zh-CN']);
        expect(Object.keys(named.description_localizations ?? {}), named.name).toEqual(['id', 'zh-CN']);
      }
    }
  });

  it('are told apart in every language', () => {
    for (const locale of ['id', 'zh-CN'] as const) {
      const names = COMMANDS.map(({ data }) => data.name_localizations?.[locale]);
      expect(new Set(names).size).toBe(COMMANDS.length);
    }
  });

  it('are all in the README', () => {
    const readme = readFileSync(path.join(PROJECT_DIR, 'README.md'), 'utf8');
    for (const { data } of COMMANDS) expect(readme).toMatch(new RegExp(`^\\| \`/${data.name}\` `, 'm'));
  });

  it('are all in the help', () => {
    const lines = COMMANDS.map(({ data: { name, description } }) => ({ name, description }));
    const text = textOf(renderHelp(lines, [], 'en'));
    for (const { name } of lines) expect(text).toContain(`/${name}`);
  });
});
