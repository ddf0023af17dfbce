// Ids of Discord as they are given on the command line. Pure.
import { UsageError } from '../domain/errors.ts';

/** Throws `UsageError` for what is no id; `of` says of what it should be one. */
export function readSnowflake(given: string, of: string): string {
  if (/^\d{17,20}$/.test(given)) return given;
  throw new UsageError(
    `"${given}" is no id of a Discord ${of}: 17 to 20 digits, copied from Discord in developer mode.`,
  );
}
