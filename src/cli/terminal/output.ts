// Writes to a stream no faster than it is read, and stops quietly when the reader is gone.
import type { Writable } from 'node:stream';

const EVENTS = ['drain', 'error', 'close'] as const;

/** The reader of our output went away, as `head` does: there is nobody left to work for. */
export class ClosedOutputError extends Error {
  override readonly name = 'ClosedOutputError';
}

export interface Output {
  /** Resolves when there is room for more. Rejects with `ClosedOutputError` once the reader is gone. */
  write(text: string): Promise<void>;
}

export function openOutput(stream: Writable): Output {
  const failures: Error[] = [];
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failures.push(
      error.code === 'EPIPE' ? new ClosedOutputError('The output was closed.', { cause: error }) : error,
    );
  });
  const check = (): void => {
    const [failure] = failures;
    if (failure !== undefined) throw failure;
  };
  return {
    async write(text) {
      check();
      if (!stream.write(text)) await room(stream);
      check();
    },
  };
}

/** Resolves when the stream takes more, or never will. */
function room(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of EVENTS) stream.off(event, done);
      resolve();
    };
    for (const event of EVENTS) stream.on(event, done);
  });
}
