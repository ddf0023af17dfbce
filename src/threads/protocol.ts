// What two threads say to each other: calls, replies and notices, all structured-cloneable.
import { isRilisError, type ErrorRecord } from '../domain/errors.ts';

export interface Call {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorRecord }
  | { readonly kind: 'notice'; readonly name: string; readonly data: unknown };

/** Id of the error that a thread reports when it can't start at all. */
export const STARTUP = -1;

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
