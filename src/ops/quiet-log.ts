// A log in which what goes wrong a thousand times takes one line a minute, with the count of what was left out.
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

const MINUTE_MS = 60_000;
/** Kinds of lines remembered; past that the oldest is forgotten, and may come a second time within its minute. */
const MAX_KINDS = 500;

export type Level = 'error' | 'warn' | 'info';

interface Window {
  count: number;
  readonly timer: NodeJS.Timeout;
}

export class QuietLog {
  readonly #log: Logger;
  readonly #windows = new LRUCache<string, Window>({
    max: MAX_KINDS,
    dispose: ({ timer }) => {
      clearTimeout(timer);
    },
  });

  constructor(log: Logger) {
    this.#log = log;
  }

  /**
   * Writes the line, unless the same one (message and fields) was written within the last minute; then it is counted,
   * and the count is told in a line of its own when the minute is over.
   */
  write(level: Level, fields: object, message: string): void {
    const kind = JSON.stringify([level, message, fields]);
    const open = this.#windows.get(kind);
    if (open !== undefined) {
      open.count++;
      return;
    }
    this.#log[level](fields, message);
    this.#open(kind, { level, fields, message });
  }

  #open(
    kind: string,
    line: { readonly level: Level; readonly fields: object; readonly message: string },
  ): void {
    const timer = setTimeout(() => {
      const count = this.#windows.get(kind)?.count ?? 0;
      this.#windows.delete(kind);
      if (count === 0) return;
      this.#log[line.level]({ ...line.fields, more: count }, line.message);
      // That line counts as this minute's.
      this.#open(kind, line);
    }, MINUTE_MS);
    timer.unref();
    this.#windows.set(kind, { count: 0, timer });
  }

  /** Tells what is still counted; nothing is held back after that. */
  close(): void {
    for (const [kind, { count }] of this.#windows.entries()) {
      if (count === 0) continue;
      const [level, message, fields] = JSON.parse(kind) as [Level, string, object];
      this.#log[level]({ ...fields, more: count }, message);
    }
    this.#windows.clear();
  }
}
