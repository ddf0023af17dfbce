// Followed topics in SQLite.
import type Database from 'better-sqlite3';
import { destinationOf, type Follow, type FollowWish } from '../domain/follow.ts';
import { FOLLOW, toFollow, wishParameters, type FollowRow } from './follow-rows.ts';
import type {
  Comparison,
  Finding,
  FollowLimits,
  FollowOutcome,
  FollowStore,
  RevisionKey,
} from './follows.ts';
import { cacheStatements, type Statements } from './statements.ts';

/** The follows kept in a database that `openGuildsDatabase` opened. */
export function createFollowStore(db: Database.Database): FollowStore {
  const sql = cacheStatements(db);
  const atOnce = <T>(work: () => T): T => db.transaction(work).immediate();
  const readFollow = (id: number): Follow | undefined => {
    const row = sql(`SELECT ${FOLLOW} FROM follow f WHERE f.id = ?`).get(id) as FollowRow | undefined;
    return row === undefined ? undefined : toFollow(row);
  };
  return {
    readFollow,
    addFollow: (wish, { at, limits }) =>
      atOnce((): FollowOutcome => {
        const refusal = refusalOf(sql, wish, limits);
        if (refusal !== undefined) return { kind: refusal };
        const { lastInsertRowid } = sql(
          `INSERT INTO follow (owner, guild, channel, topic, source, language, mode, quiet_from, quiet_to, time_zone, created_at)
           VALUES (@owner, @guild, @channel, @topic, @source, @language, @mode, @from, @to, @timeZone, @at)`,
        ).run({ ...wishParameters(wish), at });
        return { kind: 'added', follow: { ...wish, id: Number(lastInsertRowid), createdAt: at } };
      }),
    follows: ({ owner = null, guild = null } = {}) => {
      const rows = sql(
        `SELECT ${FOLLOW} FROM follow f
         WHERE (@owner IS NULL OR f.owner = @owner) AND (@guild IS NULL OR f.guild = @guild) ORDER BY f.id`,
      ).all({ owner, guild }) as FollowRow[];
      return rows.map(toFollow);
    },
    changeFollow: (id, { mode, paused }) =>
      atOnce(() => {
        if (mode !== undefined) sql('UPDATE follow SET mode = ? WHERE id = ?').run(mode, id);
        if (paused !== undefined) sql('UPDATE follow SET paused = ? WHERE id = ?').run(paused, id);
        return readFollow(id);
      }),
    removeFollow: (id) => sql('DELETE FROM follow WHERE id = ?').run(id).changes > 0,
    unlooked: (revisions) => unlooked(sql, revisions),
    keepComparison: (comparison) => atOnce(() => keepComparison(sql, comparison)),
  };
}

function refusalOf(
  sql: Statements,
  wish: FollowWish,
  limits: FollowLimits,
): Exclude<FollowOutcome['kind'], 'added'> | undefined {
  const { owner, guild, channel, topic, source = '' } = wish;
  const there = sql(`SELECT ${FOLLOW} FROM follow f WHERE f.destination = ?`).all(
    destinationOf(wish),
  ) as FollowRow[];
  const isSame = ({ topic: known, source: from }: FollowRow): boolean =>
    known.toLowerCase() === topic.toLowerCase() && (from ?? '').toLowerCase() === source.toLowerCase();
  if (there.some(isSame)) return 'same';
  const own = sql('SELECT count(*) FROM follow WHERE owner = ?').pluck().get(owner) as number;
  if (own >= limits.owner) return 'own-limit';
  if (guild === undefined || channel === undefined) return undefined;
  const all = sql('SELECT count(*) FROM follow WHERE guild = ?').pluck().get(guild) as number;
  return all >= limits.guild ? 'guild-limit' : undefined;
}

function unlooked(sql: Statements, revisions: readonly RevisionKey[]): readonly RevisionKey[] {
  const look = sql('SELECT 1 FROM looked WHERE ref = ? AND revision = ?').pluck();
  return revisions.filter(({ ref, revision }) => look.get(ref, revision) === undefined);
}

function keepComparison(sql: Statements, { revisions, follows, found, at, room }: Comparison): boolean {
  const active = sql('SELECT id FROM follow WHERE paused IS NOT ?').pluck().all('wish') as number[];
  if (active.some((id) => !follows.includes(id))) return false;
  const fresh = unlooked(sql, revisions);
  for (const { ref, revision } of fresh) sql('INSERT INTO looked VALUES (?, ?)').run(ref, revision);
  const keys = new Set(fresh.map(keyOf));
  for (const finding of found) if (keys.has(keyOf(finding))) keepFinding(sql, finding, { at, room });
  return true;
}

function keyOf({ ref, revision }: RevisionKey): string {
  return JSON.stringify([ref, revision]);
}

function keepFinding(
  sql: Statements,
  { follow, ref, revision, span, reason, dueAt }: Finding,
  { at, room }: Pick<Comparison, 'at' | 'room'>,
): void {
  const waiting = sql('SELECT count(*) FROM notice WHERE follow = ? AND post IS NULL')
    .pluck()
    .get(follow) as number;
  if (waiting >= room) {
    sql('UPDATE follow SET missed = missed + 1 WHERE id = ?').run(follow);
    return;
  }
  // A follow that was removed meanwhile gets none.
  sql(
    `INSERT OR IGNORE INTO notice (follow, ref, revision, start, "end", reason, found_at, due_at)
     SELECT id, ?, ?, ?, ?, ?, ?, ? FROM follow WHERE id = ?`,
  ).run(ref, revision, span.start, span.end, JSON.stringify(reason), at, dueAt, follow);
}
