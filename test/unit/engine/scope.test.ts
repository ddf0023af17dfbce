import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { Engine } from '../../../src/engine/engine.ts';
import { buildDenseIndex } from '../../../src/search/dense.ts';
import { openSearcher } from '../../../src/search/search.ts';
import type { GuildStore } from '../../../src/store/guilds.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aPreparedRelease } from '../../support/builders.ts';
import { randomFrom } from '../../support/corpus.ts';
import { openTestGuilds } from '../../support/guilds.ts';
import { chanceEmbedder as embedder, FOUR_NUMBERS } from '../../support/searcher.ts';

const GUILDS = ['800000000000000001', '800000000000000002'] as const;
type Asker = (typeof GUILDS)[number] | undefined;

/** Each source has a word of its own that stands in its name and in every sentence, reference and address of it. */
const MARKS = ['zqalfa', 'zqbeta', 'zqgama', 'zqdelta', 'zqeta', 'zqteta'] as const;
type Mark = (typeof MARKS)[number];
const sourceOf = (mark: Mark): string => `Badan ${mark}`;
const TOPICS = ['pelabuhan', 'anggaran', 'jembatan', 'panen', 'kereta', 'sekolah', 'beras', 'danau'] as const;
const LANGUAGES = ['id', 'en'] as const;

let dir: string;
let store: Store;
let guilds: GuildStore;
let engine: Engine;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-scope-'));
  store = openSqliteStore(':memory:');
  guilds = openTestGuilds().store;
  const fingerprint = `${FOUR_NUMBERS}/rules-1`;
  const searcher = await openSearcher({
    store,
    embedder,
    directory: dir,
    fingerprint,
    buildDense: buildDenseIndex,
  });
  engine = new Engine({ config: readConfig({}), store, embedder, searcher, fingerprint });
});

afterEach(async () => {
  await engine.close();
  guilds.close();
  rmSync(dir, { recursive: true });
});

interface Written {
  readonly mark: Mark;
  readonly topic: string;
  readonly n: number;
}

const refOf = ({ mark, n }: Written): string => `${mark}/${n}.txt`;
const titleOf = ({ topic, n }: Written): string => `Laporan ${topic} nomor ${n} tahun berjalan`;
const sentenceOf = ({ mark, topic, n }: Written): string =>
  `Kepala ${mark} mengatakan ${topic} ke-${n} ditetapkan sebanyak ${n * 7} ton pada hari Senin.`;

/** Every third release corrects one of another source, which names that one's headline. */
function keep(written: Written, corrected?: Written): void {
  store.putRelease(
    aPreparedRelease({
      ref: refOf(written),
      title: corrected === undefined ? titleOf(written) : `Ralat atas: ${titleOf(corrected)}`,
      source: sourceOf(written.mark),
      url: `https://${written.mark}.example/${written.n}`,
      language: LANGUAGES[written.n % 2] ?? 'id',
      publishedAt: `2024-05-${String(1 + (written.n % 28)).padStart(2, '0')}`,
      text: `${sentenceOf(written)} ${sentenceOf(written)}\n\n${written.mark} (ZQX) membahas ${written.topic} lagi. ${sentenceOf(written)}`,
    }),
    FOUR_NUMBERS,
  );
}

/** Who may see what, worked out from what was done, apart from the store. */
class Expectation {
  readonly hidden = new Set<Mark>();
  readonly given = new Map<Asker, Set<Mark>>(GUILDS.map((guild) => [guild, new Set()]));
  readonly chosen = new Map<Asker, ReadonlySet<Mark>>();

  sees(asker: Asker, mark: Mark): boolean {
    const shown = !this.hidden.has(mark) || (this.given.get(asker)?.has(mark) ?? false);
    return shown && (this.chosen.get(asker)?.has(mark) ?? true);
  }
}

class World {
  readonly #random: () => number;
  readonly #expectation = new Expectation();
  #written: Written[] = [];
  #last = 0;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    for (let i = 0; i < 30; i++) this.#write();
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #write(): void {
    const written = { mark: this.#pick(MARKS), topic: this.#pick(TOPICS), n: ++this.#last };
    const corrected = this.#chance(0.3) ? this.#written.at(-1) : undefined;
    keep(written, corrected);
    this.#written.push(written);
  }

  /** Something changes: what is in the index, who may see what, or what a server chose. */
  change(): void {
    const mark = this.#pick(MARKS);
    const guild = this.#pick(GUILDS);
    const { hidden, given, chosen } = this.#expectation;
    const changes: readonly (() => void)[] = [
      () => {
        this.#write();
      },
      () => {
        const gone = this.#written.length > 20 ? this.#pick(this.#written) : undefined;
        if (gone !== undefined) store.removeRelease(refOf(gone));
        this.#written = this.#written.filter((one) => one !== gone);
      },
      () => {
        guilds.makePrivate(sourceOf(mark));
        hidden.add(mark);
      },
      () => {
        guilds.makePublic(sourceOf(mark));
        hidden.delete(mark);
        for (const marks of given.values()) marks.delete(mark);
      },
      () => {
        guilds.give(sourceOf(mark), guild);
        hidden.add(mark);
        given.get(guild)?.add(mark);
      },
      () => {
        guilds.take(sourceOf(mark), guild);
        given.get(guild)?.delete(mark);
      },
      () => {
        const marks = this.#chance(0.5) ? undefined : MARKS.filter(() => this.#chance(0.6));
        guilds.change(guild, { sources: marks?.map(sourceOf) ?? null });
        if (marks === undefined) chosen.delete(guild);
        else chosen.set(guild, new Set(marks));
      },
    ];
    this.#pick(changes)();
  }

  /** One reading by somebody, of what they may see or may not; gives all that came back, and what must not have. */
  async read(): Promise<{ readonly returned: unknown; readonly asker: Asker; readonly what: string }> {
    const asker = this.#pick<Asker>([...GUILDS, ...GUILDS, undefined]);
    const library = engine.within(guilds.scope(asker));
    const wanted = this.#pick(this.#written);
    const question = this.#pick([
      `Berapa ton ${wanted.topic} menurut Badan ${wanted.mark}?`,
      `Apa kata kepala ${wanted.mark} tentang ${wanted.topic}?`,
      sentenceOf(wanted),
      'Apa itu ZQX?',
      `${wanted.topic} ${wanted.mark.replace('zq', 'zqq')}`,
    ]);
    const filter = this.#pick([{}, {}, { source: wanted.mark }, { language: 'en' }, { from: '2024-05-10' }]);
    const readings: Readonly<Record<string, () => unknown>> = {
      ask: async () => {
        const { answer } = await library.ask({ question, filter });
        // The question itself comes back in what was read of it, and so does the source that was asked for.
        const { source } = answer.reading.guessed.includes('source') ? answer.reading : {};
        const respelled = question.includes(wanted.mark) ? undefined : answer.reading.respelled;
        return { ...answer, reading: { source, respelled } };
      },
      search: () => library.search({ question, filter, limit: 20 }),
      verify: async () => {
        const found = await library.verify(sentenceOf(wanted));
        return {
          ...found,
          matches: found.matches.map((match) => ({
            ...match,
            changes: match.changes.map(({ actual }) => actual),
          })),
        };
      },
      show: () => library.show(refOf(wanted)),
      revision: async () => library.show(refOf(wanted), store.readRelease(refOf(wanted))?.revision),
      number: () => library.showNumber(1 + Math.floor(this.#random() * this.#last)),
      passages: async () => {
        const number = 1 + Math.floor(this.#random() * this.#last);
        const found = await library.passages(number);
        return found.map(({ ref }) => ref);
      },
      revisions: async () => (await library.revisions(refOf(wanted))).map(() => refOf(wanted)),
      latest: () => library.list(filter, 10),
      autocomplete: () => library.suggest(this.#pick(['lap', wanted.topic.slice(0, 3), '']), 25),
      sources: () => library.sources(),
      holdings: () => library.holdings(),
      match: () => library.match({ topic: wanted.topic, filter, news: [refOf(wanted)] }),
    };
    const what = this.#pick(Object.keys(readings));
    return { returned: await readings[what]?.(), asker, what };
  }

  sees(asker: Asker, mark: Mark): boolean {
    return this.#expectation.sees(asker, mark);
  }

  releases(asker: Asker): readonly Written[] {
    return this.#written.filter(({ mark }) => this.sees(asker, mark));
  }
}

describe('two servers with different sources', () => {
  it('never see a word or a count of what they were not given, in 10,000 random operations', async () => {
    const world = new World(20_260_501);
    const seen: Record<string, number> = {};
    for (let i = 0; i < 10_000; i++) {
      if (i % 25 === 0) world.change();
      const { returned, asker, what } = await world.read();
      const text = JSON.stringify(returned ?? null);
      const shown = MARKS.filter((mark) => text.includes(mark));
      const leaked = shown.filter((mark) => !world.sees(asker, mark));
      expect(leaked, `operation ${i}, ${what}, asked from ${asker ?? 'a direct message'}: ${text}`).toEqual(
        [],
      );
      if (shown.length > 0) seen[what] = (seen[what] ?? 0) + 1;
      const own = world.releases(asker);
      if (what === 'holdings')
        expect(returned).toMatchObject({ releases: own.length, passages: 2 * own.length });
      if (what === 'sources')
        expect((returned as { releases: number }[]).reduce((sum, one) => sum + one.releases, 0)).toBe(
          own.length,
        );
    }
    // Each way of reading did show what may be seen.
    expect(Object.keys(seen).sort()).toEqual(
      [
        'ask',
        'autocomplete',
        'latest',
        'match',
        'number',
        'passages',
        'revision',
        'revisions',
        'search',
        'show',
        'sources',
        'verify',
      ].sort(),
    );
  });
});

describe('a release that moved to another source', () => {
  const give = (source: string, text: string): void => {
    store.putRelease(aPreparedRelease({ ref: 'a.txt', source, text }), FOUR_NUMBERS);
  };

  it('keeps its earlier revisions from those who may not see the source they had', () => {
    guilds.makePrivate('Rahasia');
    give('Rahasia', 'Sebelum diumumkan.');
    const earlier = store.readRelease('a.txt')?.revision ?? '';
    give('Kementerian', 'Sesudah diumumkan.');
    const library = engine.within(guilds.scope());
    expect(library.show('a.txt', earlier)).toBeUndefined();
    expect(library.revisions('a.txt')).toHaveLength(1);
    expect(engine.show('a.txt', earlier)?.text).toBe('Sebelum diumumkan.');
  });

  it('is gone for those who may not see the source it has now, with all its revisions', () => {
    guilds.makePrivate('Rahasia');
    give('Kementerian', 'Sebelum ditarik.');
    const earlier = store.readRelease('a.txt')?.revision ?? '';
    give('Rahasia', 'Sesudah ditarik.');
    const library = engine.within(guilds.scope());
    expect(library.show('a.txt', earlier)).toBeUndefined();
    expect(library.revisions('a.txt')).toEqual([]);
  });
});
