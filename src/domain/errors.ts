// The failures of Rilis: one class per remedy. Messages say what failed, which thing, and what to do next. Pure.

abstract class RilisError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Whether `error` is one of ours, so that its message can be shown as it is. */
export function isRilisError(error: unknown): error is RilisError {
  return error instanceof RilisError;
}

/** Settings that can't be used; `problems` holds every fault found, one sentence each. */
export class ConfigError extends RilisError {
  readonly code = 'CONFIG';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} fault(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** A command was called in a way it does not take. */
export class UsageError extends RilisError {
  readonly code = 'USAGE';
}

/** A release that is not in the index. */
export class UnknownReleaseError extends RilisError {
  readonly code = 'UNKNOWN_RELEASE';
  readonly ref: string;

  constructor(ref: string) {
    super(`No release "${ref}" is in the index. \`rilis list\` shows those that are.`);
    this.ref = ref;
  }
}

/** The embedding model can't be loaded. */
export class ModelError extends RilisError {
  readonly code = 'MODEL';
  readonly model: string;

  constructor(model: string, reason: string, options?: ErrorOptions) {
    super(`The embedding model "${model}" can't be loaded: ${reason}`, options);
    this.model = model;
  }
}

/** The store can't be opened or used. */
export class StoreError extends RilisError {
  readonly code = 'STORE';
}

/** A cached index that does not match the store; rebuilt, never served. */
export class StaleIndexError extends RilisError {
  readonly code = 'STALE_INDEX';
}

/** An error as plain data, for the way between processes. */
export interface ErrorRecord {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const CLASSES = {
  ConfigError,
  UsageError,
  UnknownReleaseError,
  ModelError,
  StoreError,
  StaleIndexError,
};

/** The error that a record was made of, of the class it had; a class unknown here becomes a plain `Error`. */
export function reviveError(record: ErrorRecord): Error {
  const { name, message, stack, fields } = record;
  const ours = Object.entries(CLASSES).find(([known]) => known === name)?.[1];
  const error = Object.create(ours?.prototype ?? Error.prototype) as Error;
  return Object.assign(error, { name, message, ...(stack === undefined ? {} : { stack }), ...fields });
}
