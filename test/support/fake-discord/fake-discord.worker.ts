// A fake Discord in a process of its own, so that its work does not count as the bot's.
import { serveWorker } from '../../../src/workers/serve.ts';
import { FakeDiscord } from './fake-discord.ts';
import { mix, type MixOptions, type MixReport } from './mixed.ts';

/** What became of a flood of questions. */
export interface FloodReport {
  readonly asked: number;
  /** Milliseconds from the event to its acknowledgement; one for each that was acknowledged. */
  readonly acknowledged: readonly number[];
  /** Answers that became visible, by question. */
  readonly answers: readonly number[];
  /** Bodies that Discord would have refused. */
  readonly violations: readonly string[];
  /** Until the last answer. */
  readonly seconds: number;
}

/** How to reach it. */
export interface Address {
  readonly api: string;
  readonly token: string;
}

/** Answers still arrive for a moment after the last is there: a second one would be a fault. */
const AFTERMATH_MS = 1_000;

export class FakeDiscordService {
  readonly #discord: FakeDiscord;

  constructor(discord: FakeDiscord) {
    this.#discord = discord;
  }

  address(): Address {
    return { api: this.#discord.api, token: this.#discord.token };
  }

  /** All questions at once, each a `/ask` of another member; waits up to `seconds` for their answers. */
  async flood(questions: readonly string[], seconds: number): Promise<FloodReport> {
    const discord = this.#discord;
    const began = performance.now();
    const asked = questions.map((question, i) =>
      discord.command({ name: 'ask', options: { question }, ...memberOf(i) }),
    );
    const answered = (): boolean => asked.every(({ answers }) => answers.length > 0);
    await discord.until('all answers', answered, seconds * 1_000).catch(() => undefined);
    const took = (performance.now() - began) / 1_000;
    await new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS));
    return {
      asked: asked.length,
      acknowledged: asked.flatMap(({ acknowledgedAfter }) => acknowledgedAfter ?? []),
      answers: asked.map(({ answers }) => answers.length),
      violations: discord.violations,
      seconds: took,
    };
  }

  /** How long an interaction may wait for its acknowledgement; Discord's three seconds at first. */
  allow(deadlineMs: number): void {
    this.#discord.rest.callbackDeadlineMs = deadlineMs;
  }

  /** A mix of everything that members do, with faults in between. */
  mix(options: MixOptions): Promise<MixReport> {
    return mix(this.#discord, options);
  }
}

/** Another member each time, in servers of a hundred. */
function memberOf(i: number): { readonly userId: string; readonly guildId: string } {
  return {
    userId: `${710_000_000_000_000_000n + BigInt(i)}`,
    guildId: `${810_000_000_000_000_000n + BigInt(Math.floor(i / 100))}`,
  };
}

serveWorker(async () => new FakeDiscordService(await FakeDiscord.start()));
