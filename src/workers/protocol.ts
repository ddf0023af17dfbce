// What a process and its workers say to each other: calls, replies and notices, all structured-cloneable.
import { isRilisError, type ErrorRecord } from '../domain/errors.ts';

/** The first message to a worker: what its service is opened with. */
export interface Opening {
  readonly kind: 'open';
  readonly data: unknown;
}

export interface Call {
  readonly kind: 'call';
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

export type ToWorker = Opening | Call;

export type FromWorker =
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorRecord }
  | { readonly kind: 'notice'; readonly name: string; readonly data: unknown };

/** Id of the reply to the opening. */
export const OPENING = 0;

/** An error as data: structured clone would drop its class and fields. */
export function recordError(error: unknown): ErrorRecord {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} };
  return {
    name: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    fields: isRilisError(error) ? Object.fromEntries(Object.entries(error)) : {},
  };
}
