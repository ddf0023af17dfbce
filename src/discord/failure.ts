// What went wrong with a request to Discord: as safe words for the log, and as what to do about it. Pure.
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { PauseReason } from '../domain/follow.ts';

/** An error without what must never be logged: a Discord error's URL holds the interaction's token. */
export interface FailureRecord {
  readonly name: string;
  readonly code?: number | string;
  readonly status?: number;
  readonly method?: string;
}

export function describeFailure(error: unknown): FailureRecord {
  if (error instanceof DiscordAPIError) {
    return { name: 'DiscordAPIError', code: error.code, status: error.status, method: error.method };
  }
  if (error instanceof HTTPError) return { name: 'HTTPError', status: error.status, method: error.method };
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { readonly code?: unknown }).code;
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}) };
}

/** The time to answer an interaction is over before Discord had to say so: no request is made. */
export class ExpiredInteractionError extends Error {
  override readonly name = 'ExpiredInteractionError';
}

/** Milliseconds that Discord wants to be left alone; undefined for every other failure. */
export function rateLimitWait(error: unknown): number | undefined {
  return error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : undefined;
}

/** The acknowledgement arrived already: an earlier try did its work although its reply was lost. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** The message is gone: somebody, or an earlier try whose reply was lost, deleted it. */
export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}

const UNKNOWN_WEBHOOK = 10015;
const GONE: readonly number[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  UNKNOWN_WEBHOOK,
];

/** The interaction can't be answered any more: its time is over. */
export function isExpired(error: unknown): boolean {
  return (
    error instanceof ExpiredInteractionError ||
    (error instanceof DiscordAPIError && GONE.includes(Number(error.code)))
  );
}

/** The bot's own token is refused: nothing will work until it is changed. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401 && error.code === 0;
}

const NO_CHANNEL: readonly number[] = [RESTJSONErrorCodes.UnknownChannel];
const NO_DIRECT: readonly number[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
];
const NO_ACCESS: readonly number[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.ThreadLocked,
];
/** Replies 4xx that say nothing against the message or its channel. */
const OTHERWISE_REFUSED: readonly number[] = [401, 408, 429];

/** Why Discord takes no message there, now and until somebody changes something; undefined for every other failure. */
export function refusalOf(error: unknown): Exclude<PauseReason, 'wish'> | undefined {
  if (!(error instanceof DiscordAPIError) || OTHERWISE_REFUSED.includes(error.status)) return undefined;
  const code = Number(error.code);
  if (NO_CHANNEL.includes(code)) return 'no-channel';
  if (NO_DIRECT.includes(code)) return 'no-direct';
  if (NO_ACCESS.includes(code)) return 'no-access';
  return error.status < 500 ? 'refused' : undefined;
}

/** A failure that another try may mend: Discord's own (5xx), or one of the way there (system and socket errors, time). */
export function isPassing(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status >= 500;
  return error instanceof Error && ('code' in error || error.name === 'AbortError');
}
