// How a process is asked to stop: the first signal asks, the second does not wait.

/** What a shell reports for a process that ended by this signal. */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** What the manager of shards sends to those that are to stop; `discord/sharding.ts` knows it by the same words. */
const STOP_MESSAGE = 'rilis: stop';

export interface Signals {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Ends the process with `code`: on its own once nothing is left to do, at once where it was asked to stop. */
  end(code: number): void;
}

/** Listens for as long as the process lives. */
export function listenForSignals(): Signals {
  const stopping = new AbortController();
  let stoppedBy: keyof typeof SIGNAL_CODES | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Who asks twice does not want to wait.
      if (stoppedBy !== undefined) process.exit(SIGNAL_CODES[signal]);
      stoppedBy = signal;
      stopping.abort();
    });
  }
  // The manager of shards asks in its own way, and its end is a wish to stop as well.
  const stop = (): void => {
    stopping.abort();
  };
  process.on('message', (message) => {
    if (message === STOP_MESSAGE) stop();
  });
  process.once('disconnect', stop);
  return {
    signal: stopping.signal,
    end: (code) => {
      // A gateway that is just being reconnected, or an ingest whose kept part is safe, would keep it alive.
      if (stopping.signal.aborted)
        process.exit(code !== 0 && stoppedBy !== undefined ? SIGNAL_CODES[stoppedBy] : code);
      process.exitCode = code;
      // A shard's channel to its manager would, too.
      if (process.connected) process.disconnect();
    },
  };
}
