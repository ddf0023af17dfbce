// Follows and notices as the rows of their tables.
import { z } from 'zod';
import type { Follow, FollowMode, FollowWish, MatchReason, Notice, PauseReason } from '../domain/follow.ts';

export const FOLLOW =
  'f.id, f.owner, f.guild, f.channel, f.topic, f.source, f.language, f.mode, f.quiet_from, f.quiet_to, f.time_zone, f.created_at, f.paused';
/** Beside those of its follow. */
export const NOTICE = 'n.id AS notice, n.ref, n.revision, n.start, n."end", n.reason, n.found_at, n.due_at';

export interface FollowRow {
  readonly id: number;
  readonly owner: string;
  readonly guild: string | null;
  readonly channel: string | null;
  readonly topic: string;
  readonly source: string | null;
  readonly language: string;
  readonly mode: FollowMode;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
  readonly time_zone: string;
  readonly created_at: number;
  readonly paused: PauseReason | null;
}

export interface NoticeRow extends FollowRow {
  readonly notice: number;
  readonly ref: string;
  readonly revision: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly found_at: number;
  readonly due_at: number;
}

const reasonSchema = z.object({
  words: z.array(z.string()),
  coverage: z.number(),
  cosine: z.number(),
});

export function toFollow(row: FollowRow): Follow {
  const { quiet_from: from, quiet_to: to } = row;
  return {
    id: row.id,
    owner: row.owner,
    ...(row.guild === null ? {} : { guild: row.guild }),
    ...(row.channel === null ? {} : { channel: row.channel }),
    topic: row.topic,
    ...(row.source === null ? {} : { source: row.source }),
    language: row.language,
    mode: row.mode,
    ...(from === null || to === null ? {} : { quiet: { from, to } }),
    timeZone: row.time_zone,
    createdAt: row.created_at,
    ...(row.paused === null ? {} : { paused: row.paused }),
  };
}

export function toNotice(row: NoticeRow): Notice {
  return {
    id: row.notice,
    follow: toFollow(row),
    ref: row.ref,
    revision: row.revision,
    span: { start: row.start, end: row.end },
    reason: reasonSchema.parse(JSON.parse(row.reason)) satisfies MatchReason,
    foundAt: row.found_at,
    dueAt: row.due_at,
  };
}

/** Named parameters of a wish; what is absent is null. */
export function wishParameters(wish: FollowWish) {
  const { owner, guild = null, channel = null, topic, source = null, language, mode, timeZone } = wish;
  const { from = null, to = null } = wish.quiet ?? {};
  return { owner, guild, channel, topic, source, language, mode, timeZone, from, to };
}
