// The outbox of notices in SQLite: every step of a post is one transaction.
import type Database from 'better-sqlite3';
import type { Destination } from '../domain/follow.ts';
import { FOLLOW, NOTICE, toFollow, toNotice, type FollowRow, type NoticeRow } from './follow-rows.ts';
import type { ClaimedPost, NewPost, Outbox, Pause, Sent } from './outbox.ts';
import { cacheStatements, type Statements } from './statements.ts';

interface PostRow {
  readonly nonce: string;
  readonly destination: Destination;
  readonly claimed_at: number;
  readonly postponed: number;
  readonly missed: number;
}

/** The outbox kept in a database that `openGuildsDatabase` opened. */
export function createOutbox(db: Database.Database): Outbox {
  const sql = cacheStatements(db);
  const atOnce = <T>(work: () => T): T => db.transaction(work).immediate();
  return {
    dueNotices: (now, limit) => {
      const rows = sql(
        `SELECT ${FOLLOW}, ${NOTICE} FROM notice n JOIN follow f ON f.id = n.follow
         WHERE n.post IS NULL AND f.paused IS NULL AND n.due_at <= ? ORDER BY n.due_at, n.id LIMIT ?`,
      ).all(now, limit) as NoticeRow[];
      return rows.map(toNotice);
    },
    postpone: (notices) => {
      atOnce(() => {
        for (const { notice, dueAt } of notices)
          sql('UPDATE notice SET due_at = ? WHERE id = ? AND post IS NULL').run(dueAt, notice);
      });
    },
    claimPost: (post, at) => atOnce(() => claim(sql, post, at)),
    claimedPosts: () => atOnce(() => claimedPosts(sql)),
    recordPost: (nonce, message, at) => {
      sql('UPDATE post SET message = ?, sent_at = ? WHERE nonce = ?').run(message, at, nonce);
    },
    releasePost: (nonce) => {
      atOnce(() => {
        release(sql, nonce);
      });
    },
    pauseDestination: (pause) => {
      atOnce(() => {
        pauseDestination(sql, pause);
      });
    },
    sentPosts: (since) =>
      sql(
        `SELECT destination, sent_at AS at FROM post WHERE sent_at > ? AND message <> '' ORDER BY sent_at`,
      ).all(since) as Sent[],
    forgetSent: (before) => {
      sql('DELETE FROM post WHERE sent_at < ?').run(before);
    },
  };
}

function claim(sql: Statements, { nonce, destination, notices, postponed }: NewPost, at: number): boolean {
  const claimable = sql(
    `SELECT f.id FROM notice n JOIN follow f ON f.id = n.follow
     WHERE n.id = ? AND n.post IS NULL AND f.paused IS NULL`,
  ).pluck();
  const follows = new Set(notices.map((notice) => claimable.get(notice) as number | undefined));
  if (notices.length === 0 || follows.has(undefined)) return false;
  let missed = 0;
  for (const follow of follows) {
    missed += sql('SELECT missed FROM follow WHERE id = ?').pluck().get(follow) as number;
    sql('UPDATE follow SET missed = 0 WHERE id = ?').run(follow);
  }
  sql(`INSERT INTO post (nonce, destination, claimed_at, postponed, missed) VALUES (?, ?, ?, ?, ?)`).run(
    nonce,
    destination,
    at,
    postponed,
    missed,
  );
  for (const notice of notices) sql('UPDATE notice SET post = ? WHERE id = ?').run(nonce, notice);
  return true;
}

function claimedPosts(sql: Statements): readonly ClaimedPost[] {
  // Whoever unfollowed, or a server that left, took the notices along.
  sql(
    `DELETE FROM post WHERE sent_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM notice WHERE post = nonce)
     AND NOT EXISTS (SELECT 1 FROM follow WHERE told_by = nonce)`,
  ).run();
  const rows = sql(
    `SELECT nonce, destination, claimed_at, postponed, missed FROM post WHERE sent_at IS NULL
     ORDER BY claimed_at, nonce`,
  ).all() as PostRow[];
  return rows.map(({ nonce, destination, claimed_at: claimedAt, postponed, missed }) => ({
    nonce,
    destination,
    claimedAt,
    postponed,
    missed,
    notices: (
      sql(
        `SELECT ${FOLLOW}, ${NOTICE} FROM notice n JOIN follow f ON f.id = n.follow WHERE n.post = ? ORDER BY n.id`,
      ).all(nonce) as NoticeRow[]
    ).map(toNotice),
    pauses: (
      sql(`SELECT ${FOLLOW} FROM follow f WHERE f.told_by = ? ORDER BY f.id`).all(nonce) as FollowRow[]
    ).map(toFollow),
  }));
}

function release(sql: Statements, nonce: string): void {
  const missed = sql('SELECT missed FROM post WHERE nonce = ? AND sent_at IS NULL').pluck().get(nonce) as
    number | undefined;
  if (missed === undefined) return;
  sql('UPDATE follow SET missed = missed + ? WHERE id = (SELECT min(follow) FROM notice WHERE post = ?)').run(
    missed,
    nonce,
  );
  sql('UPDATE notice SET post = NULL WHERE post = ?').run(nonce);
  sql('DELETE FROM post WHERE nonce = ?').run(nonce);
}

function pauseDestination(sql: Statements, { destination, reason, refused, at, tell }: Pause): void {
  if (refused !== undefined) release(sql, refused);
  for (const { owner, nonce } of tell) {
    sql(
      `INSERT INTO post (nonce, destination, claimed_at, postponed, missed)
       SELECT ?, ?, ?, 0, 0 WHERE EXISTS
         (SELECT 1 FROM follow WHERE destination = ? AND owner = ? AND paused IS NULL)`,
    ).run(nonce, `@${owner}`, at, destination, owner);
    sql('UPDATE follow SET told_by = ? WHERE destination = ? AND owner = ? AND paused IS NULL').run(
      nonce,
      destination,
      owner,
    );
  }
  sql('UPDATE follow SET paused = ? WHERE destination = ? AND paused IS NULL').run(reason, destination);
}
