// Two servers with different sources, through all that a member can do and see; only the wire is left out.
import { Events, type AutocompleteInteraction, type Interaction } from 'discord.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { Ballots } from '../../../src/discord/ballots.ts';
import type { BotParts } from '../../../src/discord/bot.ts';
import { createClient } from '../../../src/discord/client.ts';
import { openContext, type ContextParts } from '../../../src/discord/context.ts';
import { keyFrom } from '../../../src/discord/custom-id.ts';
import { History } from '../../../src/discord/history.ts';
import { QuestionLog } from '../../../src/discord/question-log.ts';
import { commandOf, serviceFor } from '../../../src/discord/services.ts';
import type { Embedder } from '../../../src/embed/embedder.ts';
import { Keeper } from '../../../src/keeper.ts';
import type { Library } from '../../../src/library.ts';
import { aPreparedRelease, aVector } from '../../support/builders.ts';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';
import {
  interactionEvent,
  menuEvent,
  pressEvent,
  type InteractionGiven,
  type InteractionEvent,
} from '../../support/fake-discord/events.ts';
import { GUILD_ID } from '../../support/fake-discord/gateway.ts';
import { flatten, type MessageBody } from '../../support/fake-discord/schema.ts';
import { openTestGuilds } from '../../support/guilds.ts';

const OPERATIONS = 10_000;
const A_RUN = 100;
const OTHER = '860000000000000001';
/** Each source's word, which stands in its name, its address and every sentence of it, and in no question. */
const MARKS = { [GUILD_ID]: 'melati', [OTHER]: 'cendana', public: 'pelabuhan' } as const;
const SERVERS = [GUILD_ID, OTHER] as const;
const sourceOf = (mark: string): string => `Kantor ${mark}`;
/** What is near is left to chance, so that every passage is a candidate for every question. */
const embedder: Embedder = {
  fingerprint: 'four-numbers@1',
  dimensions: 4,
  embedPassages: (texts) => Promise.resolve(texts.map(aVector)),
  embedQuestions: (texts) => Promise.resolve(texts.map(aVector)),
  close: () => Promise.resolve(),
};

const client = createClient({ api: undefined });
const kept = openTestGuilds();
let engine: TestEngine;
let parts: ContextParts;

/** The engine of this process as if it were in another one. */
function inProcess(library: object): Library {
  return new Proxy(library, {
    get: (target, method) =>
      method === 'then'
        ? undefined
        : async (...args: unknown[]): Promise<unknown> =>
            (await Reflect.apply(Reflect.get(target, method) as () => unknown, target, args)) as unknown,
  }) as Library;
}

beforeAll(async () => {
  engine = await openTestEngine(embedder);
  for (const [at, mark] of Object.values(MARKS).entries())
    for (let n = 0; n < 4; n++)
      engine.store.putRelease(
        aPreparedRelease({
          ref: `${mark}/${n}.txt`,
          title: `Rapat dermaga ${mark} ke-${n}`,
          source: sourceOf(mark),
          url: `https://${mark}.example/${n}`,
          language: n % 2 === 0 ? 'id' : 'en',
          publishedAt: `2026-03-${String(1 + n * 3 + at).padStart(2, '0')}`,
          text: `Rapat dipimpin oleh Ibu ${mark} pada hari Senin.\n\nPertama, dermaga ${mark} dibuka. Kedua, jalan ${mark} ditutup.`,
        }),
        embedder.fingerprint,
      );
  for (const server of SERVERS) kept.store.give(sourceOf(MARKS[server]), server);
  const app = { within: (scope) => inProcess(engine.engine.within(scope)) } as App;
  const { guilds } = kept;
  const report = (what: string): never => {
    throw new Error(what);
  };
  parts = {
    app,
    guilds,
    keeper: new Keeper(app, guilds),
    history: new History(client.rest),
    timeZone: 'Asia/Jakarta',
    questions: new QuestionLog({ guilds, days: undefined, report }),
    ballots: new Ballots(),
    idKey: keyFrom('a secret'),
  };
});

afterAll(async () => {
  await engine.close();
  kept.store.close();
  await client.destroy();
});

/** The event as discord.js hands it to who listens. */
function received(event: InteractionEvent): Interaction {
  let got: Interaction | undefined;
  client.once(Events.InteractionCreate, (interaction) => {
    got = interaction;
  });
  const { actions } = client as unknown as {
    readonly actions: { readonly InteractionCreate: { handle(data: InteractionEvent): void } };
  };
  actions.InteractionCreate.handle(event);
  if (got === undefined) throw new Error('discord.js could not read the event.');
  return got;
}

/** All that the member is shown. */
async function serve(event: InteractionEvent): Promise<unknown> {
  const interaction = received(event);
  if (interaction.isAutocomplete()) return suggest(interaction);
  if (!interaction.isRepliable()) throw new Error('Nobody would be answered.');
  const context = await openContext(parts, interaction);
  const service = serviceFor(parts as BotParts, {
    interaction,
    context,
  });
  if (service.kind === 'refused') return service.why;
  return service.kind === 'form' ? service.data : service.run();
}

async function suggest(interaction: AutocompleteInteraction): Promise<unknown> {
  return commandOf(interaction)?.suggest?.(interaction, await openContext(parts, interaction));
}

const QUESTIONS = ['Siapa yang memimpin rapat itu?', 'Apa saja poin rapat itu?', 'Dermaga mana yang dibuka?'];
const WISHES: readonly InteractionGiven[] = [
  ...QUESTIONS.map((question) => ({ name: 'ask', options: { question } })),
  { name: 'ask', options: { question: 'Dermaga mana yang dibuka hari Senin?', private: true } },
  { name: 'ask', options: { question: 'Siapa yang memimpin?', from: '2026-03-02', source: 'Kantor' } },
  { name: 'ask', options: { question: 'x', source: 'Kan' }, type: 4, focused: 'source' },
  { name: 'search', options: { words: 'dermaga dibuka Senin' } },
  { name: 'search', options: { words: 'jalan ditutup', source: 'Kantor' } },
  { name: 'verify', options: { text: 'dibuka. Kedua, jalan' } },
  { name: 'verify', options: { text: 'Rapat dipimpin oleh Ibu Kartini pada hari Senin.' } },
  { name: 'verify' },
  { name: 'latest' },
  { name: 'latest', options: { source: 'kantor' } },
  { name: 'sources' },
  { name: 'status' },
  { name: 'help' },
  { name: 'release', options: { headline: 'rapat' }, type: 4, focused: 'headline' },
  { name: 'release', options: { headline: 'rapat dermaga' } },
  ...[1, 2, 5, 7, 9, 11].map((n) => ({ name: 'release', options: { headline: `#${n}` } })),
  { name: 'quote', options: { headline: 'dermaga' } },
  { name: 'quote', options: { headline: '#6' } },
  { name: 'follow', options: { topic: 'rapat dermaga' } },
  { name: 'follows' },
  { name: 'admin', subcommand: 'sources' },
  { name: 'admin', subcommand: 'settings' },
  { name: 'admin', subcommand: 'sources', options: { add: 'kan' }, type: 4, focused: 'add' },
];
const MENUS = ['Find the release behind this', 'Check this quote'];

interface Operation {
  readonly server: (typeof SERVERS)[number];
  readonly install: 'guild' | 'user';
  readonly locale: string;
  readonly member: number;
  readonly kind: 'command' | 'press' | 'menu';
  readonly wish: InteractionGiven;
  /** Chooses among what there is. */
  readonly which: number;
  readonly where: number;
}

const anyOperation: fc.Arbitrary<Operation> = fc.record({
  server: fc.constantFrom(...SERVERS),
  install: fc.constantFrom('guild' as const, 'guild' as const, 'guild' as const, 'user' as const),
  locale: fc.constantFrom('id', 'en-US', 'zh-CN'),
  member: fc.integer({ min: 1, max: 400 }),
  kind: fc.constantFrom(
    'command' as const,
    'command' as const,
    'press' as const,
    'press' as const,
    'menu' as const,
  ),
  wish: fc.constantFrom(...WISHES),
  which: fc.nat(),
  where: fc.nat(),
});

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];

/** A press on something that was shown, in whichever server: an id of the other one is worth nothing. */
function pressOf(
  { which, where }: Operation,
  shown: readonly MessageBody[],
  who: object,
): InteractionEvent | undefined {
  const on = pick(shown, where);
  // What is shared are words that the presser has before them.
  const parts = flatten(on?.components).filter(
    ({ custom_id: id = '' }) => id !== '' && !id.includes(':share:'),
  );
  const part = pick(parts, which) as
    { readonly custom_id?: string; readonly options?: readonly { readonly value: string }[] } | undefined;
  if (on === undefined || part?.custom_id === undefined) return undefined;
  pressed.add(/^1:([a-z]+)/.exec(part.custom_id)?.[1] ?? '');
  const chosen = part.options === undefined ? undefined : pick(part.options, where)?.value;
  return pressEvent('t', {
    ...who,
    on,
    customId: part.custom_id,
    ...(chosen === undefined ? {} : { values: [chosen] }),
  });
}

/** The action of every id that was pressed. */
const pressed = new Set<string>();

function eventOf(operation: Operation, shown: readonly MessageBody[]): InteractionEvent {
  const { server, install, locale, member, kind, wish, which } = operation;
  const who = { guildId: server, install, locale, userId: `${720_000_000_000_000_000n + BigInt(member)}` };
  if (kind === 'menu')
    return menuEvent('t', { ...who, name: pick(MENUS, which) ?? '', target: pick(QUESTIONS, which) ?? '' });
  const press = kind === 'press' ? pressOf(operation, shown, who) : undefined;
  return press ?? interactionEvent('t', { ...wish, ...who });
}

describe('two servers with different sources', () => {
  it(`never see a word of each other, in ${OPERATIONS} random commands, presses, menus and keystrokes`, async () => {
    let done = 0;
    const ownSeen = new Map<string, number>();
    const run = async (operations: readonly Operation[]): Promise<void> => {
      const shown: MessageBody[] = [];
      for (const operation of operations) {
        const { server, install } = operation;
        const event = eventOf(operation, shown);
        const got = await serve(event);
        done++;
        const text = JSON.stringify(got ?? null).toLowerCase();
        const seen: readonly string[] = [MARKS.public, ...(install === 'guild' ? [MARKS[server]] : [])];
        const foreign = Object.values(MARKS).filter((mark) => !seen.includes(mark) && text.includes(mark));
        expect(foreign, `${JSON.stringify(event)} gave ${text}`).toEqual([]);
        if (text.includes(MARKS[server])) ownSeen.set(server, (ownSeen.get(server) ?? 0) + 1);
        if (isMessage(got)) shown.push(got);
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(anyOperation, { minLength: A_RUN, maxLength: A_RUN }), run), {
      numRuns: OPERATIONS / A_RUN,
      endOnFailure: true,
    });
    expect(done).toBe(OPERATIONS);
    // What was looked for is there to be found, and buttons of each kind were pressed.
    for (const server of SERVERS) expect(ownSeen.get(server)).toBeGreaterThan(500);
    const actions = 'context window more results cited passages passage followthis follow followone';
    expect([...pressed]).toEqual(expect.arrayContaining(actions.split(' ')));
  });
});

/** A form has components, too, and an id of its own. */
function isMessage(got: unknown): got is MessageBody {
  return typeof got === 'object' && got !== null && 'components' in got && !('custom_id' in got);
}
