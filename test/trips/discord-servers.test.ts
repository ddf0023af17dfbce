import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/eval/workspace.ts';
import { useBot } from '../support/bot-trip.ts';
import type { InteractionGiven } from '../support/fake-discord/events.ts';
import { GUILD_ID } from '../support/fake-discord/gateway.ts';

const OTHER = '860000000000000001';
/** Each server's own source and the words that stand in its release alone. */
const OWN = {
  [GUILD_ID]: { source: 'Kantor Melati', mark: 'melati' },
  [OTHER]: { source: 'Kantor Cendana', mark: 'cendana' },
} as const;
type GuildId = keyof typeof OWN;

const bodyOf = (mark: string): string =>
  `Rapat dipimpin oleh Ibu ${mark} pada hari Senin.\n\nPertama, dermaga ${mark} dibuka. Kedua, jalan ${mark} ditutup.`;
const line = (id: string, source: string, mark: string): string =>
  JSON.stringify({
    id,
    title: `Rapat dermaga ${mark}`,
    date: '2026-03-02',
    source,
    lang: 'id',
    body: bodyOf(mark),
  });

/** None of these holds a word of one server alone, but for what a member of the other may have heard of. */
const WISHES: readonly InteractionGiven[] = [
  { name: 'ask', options: { question: 'Siapa yang memimpin rapat?' } },
  { name: 'ask', options: { question: 'Apa saja poin rapat itu?', private: true } },
  { name: 'ask', options: { question: 'Dermaga mana yang dibuka?', from: '2026-03-01' } },
  { name: 'search', options: { words: 'dermaga dibuka Senin' } },
  { name: 'verify', options: { text: 'dibuka. Kedua, jalan' } },
  { name: 'latest' },
  { name: 'sources' },
  { name: 'status' },
  { name: 'release', options: { headline: 'rapat' }, type: 4, focused: 'headline' },
  { name: 'release', options: { headline: 'rapat dermaga' } },
  { name: 'ask', options: { question: 'Kapan?', source: 'Kantor' }, type: 4, focused: 'source' },
];

const trip = useBot();
let workspace: Workspace;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-servers-'));
  const lines = [
    line('umum', 'Kantor Umum', 'pelabuhan'),
    ...Object.values(OWN).map(({ source, mark }) => line(mark, source, mark)),
  ];
  const file = path.join(dir, 'rilis.jsonl');
  writeFileSync(file, lines.join('\n'));
  workspace = await openWorkspace();
  await workspace.app.ingest([file]);
});

afterAll(async () => {
  await workspace.close();
  rmSync(dir, { recursive: true });
});

describe('two servers with different sources', () => {
  it('never see a word of each other, whatever they do in whatever order', async () => {
    for (const [guild, { source }] of Object.entries(OWN)) trip.guilds.give(source, guild);
    await trip.connect(workspace.app);
    trip.discord.rest.callbackDeadlineMs = 60_000;
    let member = 0;
    let ownSeen = 0;
    const anyDoing = fc.record({
      guildId: fc.constantFrom<GuildId>(GUILD_ID, OTHER),
      wish: fc.constantFrom(...WISHES),
      locale: fc.constantFrom('id', 'en-US', 'zh-CN'),
    });
    const doAll = fc.asyncProperty(fc.array(anyDoing, { minLength: 8, maxLength: 12 }), async (doings) => {
      const asked = doings.map(({ guildId, wish, locale }) => ({
        guildId,
        wish,
        got: trip.discord.command({
          ...wish,
          guildId,
          locale,
          userId: `${720_000_000_000_000_000n + BigInt(member++)}`,
        }),
      }));
      await trip.discord.until(
        'all replies',
        () => asked.every(({ got }) => got.state === 'answered'),
        120_000,
      );
      for (const { guildId, wish, got } of asked) {
        const shown = JSON.stringify([got.answers, got.told, got.choices ?? []]).toLowerCase();
        const foreign = OWN[guildId === GUILD_ID ? OTHER : GUILD_ID];
        expect(shown, wish.name).not.toContain(foreign.mark);
        if (shown.includes(OWN[guildId].mark)) ownSeen++;
      }
    });
    await fc.assert(doAll, { numRuns: 15, endOnFailure: true });
    // What was looked for is there to be found.
    expect(ownSeen).toBeGreaterThan(20);
  });
});
