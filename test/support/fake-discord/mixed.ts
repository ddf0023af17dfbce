// What members do all day, in fast motion: commands of every kind, mentions, nonsense, and a network that fails.
import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../../../src/eval/random.ts';
import { interactionEvent } from './events.ts';
import type { FakeDiscord, Fault } from './fake-discord.ts';
import { memberOf } from '../requests.ts';
import { BOT_ID } from './gateway.ts';
import { visibleOf, type FakeInteraction } from './interaction.ts';
import { flatten } from './schema.ts';

export interface MixOptions {
  readonly count: number;
  readonly seed: number;
  /** Milliseconds until an acknowledgement is too late; Discord's are 3,000. */
  readonly deadlineMs: number;
}

export interface MixReport {
  readonly asked: number;
  /** Exactly one visible answer. */
  readonly once: number;
  readonly unanswered: number;
  readonly twice: number;
  readonly faults: number;
  /** What got no answer, in words. */
  readonly missing: readonly string[];
  readonly violations: readonly string[];
}

/** Under way at the same time. */
const OPEN = 40;
/** Answers that are still missing after this are counted as missing. */
const PATIENCE_MS = 60_000;
/** A second answer would come within this. */
const AFTERMATH_MS = 700;

const CALLBACK = /^\/interactions\/.*\/callback$/;
const EDIT = /^\/webhooks\/.*\/messages\/@original$/;
const POST = /^\/channels\/\d+\/messages$/;
const LIMITED = {
  status: 429,
  headers: { 'retry-after': '0.2', 'x-ratelimit-scope': 'shared' },
  body: { message: 'slow down', retry_after: 0.2, global: false },
};
const FAULTS: readonly Fault[] = [CALLBACK, EDIT, POST].flatMap((path) =>
  [
    { then: { status: 502 } },
    { then: { status: 502 }, afterWork: true },
    { then: 'reset' as const },
    { then: 'fin' as const, afterWork: true },
    { then: LIMITED },
  ].map((fault) => ({ method: path === EDIT ? 'PATCH' : 'POST', path, times: 1, ...fault })),
);

/** Something that was done, and how many answers there are to it so far. */
interface Watched {
  readonly count: () => number;
  /** For those who look into what got none. */
  readonly tell: () => string;
}

const question = (n: number): string => `Kapan pelabuhan ke-${n} dibuka?`;

/** Kinds of doings with how many of a hundred they are; each starts one and gives its count of answers. */
const DOINGS: readonly (readonly [number, (discord: FakeDiscord, n: number) => Watched])[] = [
  [40, (discord, n) => command(discord, n, { name: 'ask', options: { question: question(n) } })],
  [
    10,
    (discord, n) => command(discord, n, { name: 'ask', options: { question: question(n), private: true } }),
  ],
  [5, (discord, n) => command(discord, n, { name: 'ask', options: { question: 'a\u0300'.repeat(2_000) } })],
  [10, (discord, n) => command(discord, n, { name: 'search', options: { words: question(n) } })],
  [5, (discord, n) => command(discord, n, { name: 'latest', options: {} })],
  [5, (discord, n) => command(discord, n, { name: 'help', options: {} })],
  [3, (discord, n) => command(discord, n, { name: 'perintah-lama', options: {} })],
  [10, (discord, n) => typing(discord, n)],
  [5, (discord, n) => mention(discord, n)],
  [5, press],
  [2, malformed],
];

interface Asked {
  readonly name: string;
  readonly options: Readonly<Record<string, string | boolean>>;
}

function command(discord: FakeDiscord, n: number, { name, options }: Asked): Watched {
  const asked = discord.command({ name, options, ...memberOf(n) });
  return watching(asked, name);
}

function typing(discord: FakeDiscord, n: number): Watched {
  const asked = discord.command({
    name: 'release',
    options: { headline: String(n) },
    ...memberOf(n),
    type: 4,
    focused: 'headline',
  });
  return { ...watching(asked, 'typing'), count: () => (asked.choices === undefined ? 0 : 1) };
}

function mention(discord: FakeDiscord, n: number): Watched {
  const id = discord.say({ content: `<@${BOT_ID}> ${question(n)}`, userId: memberOf(n).userId });
  return {
    count: () => discord.rest.posts.filter(({ nonce }) => nonce === id).length,
    tell: () => 'a mention',
  };
}

/** Somebody asks, and presses a button below the answer: both get one. */
function press(discord: FakeDiscord, n: number): Watched {
  const who = memberOf(n);
  const asked = discord.command({ name: 'ask', options: { question: question(n) }, ...who });
  let pressed: Watched = { ...watching(asked, 'ask, before a press'), count: () => 0 };
  const answered = discord
    .until('an answer', () => asked.answers.length > 0, PATIENCE_MS)
    .then(() => {
      const [on = {}] = asked.answers;
      const buttons = flatten(on.components).flatMap(({ custom_id }) => custom_id ?? []);
      const customId = buttons[n % Math.max(1, buttons.length)];
      // Where the question was refused there is nothing to press.
      if (customId === undefined) pressed = watching(asked, 'ask');
      else {
        const interaction = discord.press({ on, customId, ...who });
        // A button may open a form, as one that follows a topic does.
        pressed = {
          ...watching(interaction, 'a press'),
          count: () => visibleOf(interaction) + (interaction.form === undefined ? 0 : 1),
        };
      }
    });
  // Counted as missing by those who watch.
  answered.catch(() => undefined);
  return {
    count: () => (asked.answers.length > 1 ? asked.answers.length : pressed.count()),
    tell: () => pressed.tell(),
  };
}

function watching(asked: FakeInteraction, name: string): Watched {
  return {
    count: () => visibleOf(asked),
    tell: () =>
      `${name}: ${asked.state}, ${
        asked.acknowledgedAfter === undefined
          ? 'never acknowledged'
          : `acknowledged after ${asked.acknowledgedAfter} ms`
      }`,
  };
}

/** Nobody waits for an answer to what no member can do. */
function malformed(discord: FakeDiscord, n: number): Watched {
  const broken = [{ type: 99 }, { entitlements: undefined }, { member: undefined }, { data: null }][n % 4];
  const event = interactionEvent('interaction-malformed', { name: 'ask', options: { question: 'x' } });
  discord.gateway.dispatch('INTERACTION_CREATE', { ...event, ...broken });
  return { count: () => 1, tell: () => 'malformed' };
}

/** Does `count` things, each of another member and a few at a time, a fault with every fortieth, and a lost connection halfway. */
export async function mix(discord: FakeDiscord, { count, seed, deadlineMs }: MixOptions): Promise<MixReport> {
  const random = randomFrom(seed);
  discord.rest.callbackDeadlineMs = deadlineMs;
  const watched: Watched[] = [];
  const open = new Set<Watched>();
  let faults = 0;
  for (let n = 0; n < count; n++) {
    if (n % 40 === 0) {
      faults++;
      const fault = FAULTS[Math.floor(random() * FAULTS.length)];
      // What nothing met for a while would pile up, to fail one request as often as no network does.
      discord.calm();
      if (fault !== undefined) discord.fault(fault);
    }
    if (n === Math.floor(count / 2)) discord.gateway.drop();
    // Others ask in every batch: who is told in public to wait is told so once a minute.
    const one = pick(random())(discord, seed + n);
    watched.push(one);
    open.add(one);
    await room(open);
  }
  await discord
    .until('all answers', () => watched.every((one) => one.count() > 0), PATIENCE_MS)
    .catch(() => undefined);
  await sleep(AFTERMATH_MS);
  const answers = watched.map((one) => one.count());
  discord.forget();
  return {
    asked: count,
    once: answers.filter((one) => one === 1).length,
    unanswered: answers.filter((one) => one === 0).length,
    twice: answers.filter((one) => one > 1).length,
    faults,
    missing: watched.filter((_, i) => answers[i] === 0).map((one) => one.tell()),
    violations: discord.violations.splice(0),
  };
}

function pick(share: number): (typeof DOINGS)[number][1] {
  let left = share * DOINGS.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, start] of DOINGS) {
    left -= weight;
    if (left < 0) return start;
  }
  return malformed;
}

/** Waits until fewer than `OPEN` are under way, but not for one that never ends. */
async function room(open: Set<Watched>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (open.size >= OPEN && Date.now() < end) {
    await sleep(1);
    for (const one of open) if (one.count() > 0) open.delete(one);
  }
  // What was given up takes no room from those that follow; it is counted as unanswered.
  if (open.size >= OPEN) open.clear();
}
