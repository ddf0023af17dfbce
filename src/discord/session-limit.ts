// How long to wait before a session is begun. Discord allows a bot 1,000 a day and resets its token when they are
// spent, which a process that crashes and is started again does within minutes. Pure.

/** What `GET /gateway/bot` tells of the sessions that may be begun. */
export interface SessionLimit {
  readonly total: number;
  readonly remaining: number;
  /** Milliseconds. */
  readonly reset_after: number;
}

/** Above this share of what is left nobody waits: restarting now and then is no loop. */
const FREE_SHARE = 0.5;

/** Milliseconds: none while half the sessions are left, then such a pause that the rest lasts until the reset. */
export function pauseBeforeSession({ total, remaining, reset_after }: SessionLimit, sessions = 1): number {
  if (remaining < sessions) return reset_after;
  return remaining > total * FREE_SHARE ? 0 : Math.ceil((reset_after * sessions) / remaining);
}
