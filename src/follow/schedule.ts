// When a notice is due: at once or with the day's digest, never in quiet hours. Pure.
import { Cron } from 'croner';
import { DateTime } from 'luxon';
import type { Follow, QuietHours } from '../domain/follow.ts';

/** Digests are sent at eight in the morning, where the follow is. */
const DIGEST_TIME = '08:00';

type Scheduled = Pick<Follow, 'mode' | 'quiet' | 'timeZone'>;

/** Milliseconds since 1970 from which a match found at `found` may be sent. */
export function dueAt(follow: Scheduled, found: number): number {
  const wished = follow.mode === 'daily' ? nextTime(DIGEST_TIME, follow.timeZone, found) : found;
  return afterQuiet(follow, wished);
}

/** The next digest after `now`: also where what is over a limit goes. */
export function nextDigest(follow: Scheduled, now: number): number {
  return afterQuiet(follow, nextTime(DIGEST_TIME, follow.timeZone, now));
}

/** `at`, or the end of the quiet hours that it falls into. */
export function afterQuiet({ quiet, timeZone }: Scheduled, at: number): number {
  return quiet !== undefined && isQuiet(quiet, timeZone, at) ? nextTime(quiet.to, timeZone, at) : at;
}

function isQuiet({ from, to }: QuietHours, timeZone: string, at: number): boolean {
  const time = DateTime.fromMillis(at, { zone: timeZone }).toFormat('HH:mm');
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The next moment after `after` at which clocks of the zone show `time` (`HH:MM`). */
function nextTime(time: string, timeZone: string, after: number): number {
  const [hour = '0', minute = '0'] = time.split(':');
  const next = new Cron(`${Number(minute)} ${Number(hour)} * * *`, { timezone: timeZone }).nextRun(
    new Date(after),
  );
  // A pattern without a date always comes again.
  return next?.getTime() ?? after;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Quiet hours written as `22:00-07:00`; undefined where that can't be read or is no time at all. */
export function readQuiet(written: string): QuietHours | undefined {
  const [from = '', to = '', ...more] = written.replaceAll('.', ':').split(/\s*[-–]\s*/);
  const fine = more.length === 0 && TIME.test(from.trim()) && TIME.test(to.trim()) && from !== to;
  return fine ? { from: from.trim(), to: to.trim() } : undefined;
}
