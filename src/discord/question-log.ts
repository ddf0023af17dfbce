// The questions that members ask, kept for as long as whoever runs the bot set: with their day alone, without who asked
// or where. Nothing is kept where nothing is set.
import { Cron } from 'croner';
import { DateTime } from 'luxon';
import type { Guilds } from '../guilds.ts';

/** Once a day, so that questions go even when nobody asks any more. */
const DAILY = '7 0 * * *';

export interface QuestionLogParts {
  readonly guilds: Guilds;
  /** Days that a question is kept, that of the question included; undefined keeps none. */
  readonly days: number | undefined;
  readonly report: (what: string, error: unknown) => void;
  /** Default now. */
  readonly clock?: () => Date;
}

export class QuestionLog {
  readonly #parts: QuestionLogParts;
  #job: Cron | undefined;

  constructor(parts: QuestionLogParts) {
    this.#parts = parts;
  }

  /** Forgets what is kept longer than is wished, at once and then every day. */
  start(): void {
    this.#job ??= new Cron(DAILY, { timezone: 'UTC', unref: true }, () => this.forget());
    void this.forget();
  }

  /** Keeps a question, where that is wished; whoever asked does not wait for it. */
  note(question: string): void {
    const { guilds, report } = this.#parts;
    const keptFrom = this.#keptFrom();
    if (keptFrom === undefined) return;
    guilds.logQuestion(question, this.#today().toISODate(), keptFrom).catch((error: unknown) => {
      report('a question could not be logged', error);
    });
  }

  async forget(): Promise<void> {
    const { guilds, report } = this.#parts;
    try {
      await guilds.forgetQuestions(this.#keptFrom() ?? this.#today().plus({ days: 1 }).toISODate());
    } catch (error) {
      report('old questions could not be deleted', error);
    }
  }

  close(): void {
    this.#job?.stop();
  }

  #today(): DateTime<true> {
    return DateTime.fromJSDate(this.#parts.clock?.() ?? new Date(), { zone: 'utc' }) as DateTime<true>;
  }

  #keptFrom(): string | undefined {
    const { days } = this.#parts;
    return days === undefined
      ? undefined
      : this.#today()
          .minus({ days: days - 1 })
          .toISODate();
  }
}
