// What a running bot counts, in the form that Prometheus reads.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a question ended: with quotes, with an honest no, or with a failure of Rilis. */
export type Outcome = 'answered' | 'unanswered' | 'failed';

/** Seconds; Discord shows "thinking" meanwhile, and gives up after fifteen minutes. */
const ANSWER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900];

export class Metrics {
  readonly registry = new Registry();
  readonly #questions = new Counter({
    name: 'rilis_questions_total',
    help: 'Questions by how they ended',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: 'rilis_served_seconds',
    help: 'From the event of a member to the last request for it, in seconds',
    labelNames: ['kind'] as const,
    buckets: ANSWER_BUCKETS,
    registers: [this.registry],
  });
  readonly #failures = new Counter({
    name: 'rilis_rest_failures_total',
    help: 'Requests to Discord that failed, every try counted, by class',
    labelNames: ['class'] as const,
    registers: [this.registry],
  });
  readonly #invalid = new Counter({
    name: 'rilis_invalid_requests_total',
    help: 'Replies 401, 403 and 429 (but for shared limits), of which Discord allows 10,000 in ten minutes',
    registers: [this.registry],
  });

  readonly #notices = new Counter({
    name: 'rilis_notices_total',
    help: 'Posts about followed topics, by what became of them',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  /** `waiting` gives how many questions wait for their turn. */
  constructor(waiting: () => number) {
    // Event-loop delay, memory and processor time of this process among them.
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'rilis_queue_waiting',
      help: 'Questions that wait for their turn',
      registers: [this.registry],
      collect() {
        this.set(waiting());
      },
    });
  }

  question(outcome: Outcome): void {
    this.#questions.inc({ outcome });
  }

  served(kind: 'interaction' | 'message', seconds: number): void {
    this.#seconds.observe({ kind }, seconds);
  }

  notice(outcome: 'sent' | 'refused' | 'failed'): void {
    this.#notices.inc({ outcome });
  }

  restFailed(failureClass: string): void {
    this.#failures.inc({ class: failureClass });
  }

  invalidRequest(): void {
    this.#invalid.inc();
  }
}
