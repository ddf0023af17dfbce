// The store of releases in one SQLite file.
import type Database from 'better-sqlite3';
import type { Release, ReleaseHeader, ReleaseRef } from '../domain/release.ts';
import type { Passage, StoredPassage } from '../domain/passage.ts';
import type { Vector } from '../domain/vector.ts';
import {
  hashText,
  toHeader,
  toPassage,
  toRelease,
  type HeaderRow,
  type PassageRow,
  type ReleaseRow,
} from './rows.ts';
import { openDatabase } from './database.ts';
import { MIGRATIONS } from './schema.ts';
import { cacheStatements, type Statements } from './statements.ts';
import { VECTOR_OF_PASSAGE, VectorTable } from './vectors.ts';
import type {
  IndexedRelease,
  NumberedRevision,
  PassageVector,
  PreparedRelease,
  PutOutcome,
  Revision,
  Store,
  StoreCounts,
} from './store.ts';

/** Rows fetched at once when walking the whole store: bounds memory, keeps the connection free in between. */
const PAGE = 256;

const RELEASE = 'number, ref, revision, title, published_at, source, language, url, text, outline, rules';
const PASSAGE = 'p.id, r.ref, p.ordinal, p.start, p."end", p.role, p.heading_start, p.heading_end';

/** Opens the store at `file`, or one in memory for `:memory:`. Throws `StoreError` when that can't be done. */
export function openSqliteStore(file: string): Store {
  return new SqliteStore(openDatabase(file, MIGRATIONS));
}

class SqliteStore implements Store {
  readonly #db: Database.Database;
  readonly #sql: Statements;
  readonly #vectors: VectorTable;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#sql = cacheStatements(db);
    this.#vectors = new VectorTable(this.#sql);
  }

  #write<T>(change: () => T): T {
    return this.#db
      .transaction(() => {
        const result = change();
        this.#sql('UPDATE generation SET value = value + 1').run();
        return result;
      })
      .immediate();
  }

  generation(): number {
    return this.#sql('SELECT value FROM generation').pluck().get() as number;
  }

  holds(release: Release, rules: number): boolean {
    const row = this.#currentRow(release.ref);
    return row !== undefined && sameRelease(row, release, rules);
  }

  putRelease(prepared: PreparedRelease, model: string): PutOutcome {
    const { release, rules } = prepared;
    return this.#db
      .transaction((): PutOutcome => {
        const former = this.#currentRow(release.ref);
        if (former !== undefined && sameRelease(former, release, rules)) return 'unchanged';
        return this.#write(() => {
          this.#sql('UPDATE release SET current = 0 WHERE ref = ?').run(release.ref);
          const number = this.#insertRelease(prepared);
          this.#vectors.insert(prepared.embeddedTexts, prepared.vectors, model);
          prepared.passages.forEach((passage, i) => {
            this.#insertPassage(number, passage, prepared.embeddedTexts[i] ?? '');
          });
          if (former !== undefined) this.#retire(former, { number, release });
          return former === undefined ? 'added' : 'updated';
        });
      })
      .immediate();
  }

  #currentRow(ref: ReleaseRef): ReleaseRow | undefined {
    return this.#sql(`SELECT ${RELEASE} FROM release WHERE ref = ? AND current = 1`).get(ref) as
      ReleaseRow | undefined;
  }

  #insertRelease({ release, rules }: PreparedRelease): number {
    const { lastInsertRowid } = this.#sql(
      `INSERT INTO release (ref, revision, title, published_at, source, language, url, text, outline, rules, read_at, current)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    ).run(
      release.ref,
      release.revision,
      release.title,
      release.publishedAt ?? null,
      release.source,
      release.language,
      release.url ?? null,
      release.text,
      JSON.stringify(release.outline),
      rules,
      new Date().toISOString(),
    );
    return Number(lastInsertRowid);
  }

  #insertPassage(number: number, passage: Passage, embeddedText: string): void {
    this.#sql(
      `INSERT INTO passage (release, ordinal, start, "end", role, heading_start, heading_end, text_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      number,
      passage.ordinal,
      passage.span.start,
      passage.span.end,
      JSON.stringify(passage.role),
      passage.heading?.start ?? null,
      passage.heading?.end ?? null,
      hashText(embeddedText),
    );
  }

  /** The same words again, with another header or chunked by other rules, are no revision: their row goes. */
  #retire(former: ReleaseRow, successor: Pick<IndexedRelease, 'number' | 'release'>): void {
    this.#dropPassages(former.number);
    if (former.revision === successor.release.revision) {
      const { number } = successor;
      this.#sql('UPDATE former_number SET release = ? WHERE release = ?').run(number, former.number);
      this.#sql('INSERT INTO former_number (number, release) VALUES (?, ?)').run(former.number, number);
      this.#sql('DELETE FROM release WHERE number = ?').run(former.number);
    }
  }

  /** Takes the passages of a former revision out of search, with the vectors that nothing else uses. */
  #dropPassages(number: number): void {
    const hashes = this.#sql('SELECT DISTINCT text_hash FROM passage WHERE release = ?')
      .pluck()
      .all(number) as Buffer[];
    this.#sql('DELETE FROM passage WHERE release = ?').run(number);
    this.#vectors.dropUnused(hashes);
  }

  removeRelease(ref: ReleaseRef): boolean {
    return this.#db
      .transaction(() => {
        const numbers = this.#sql('SELECT number FROM release WHERE ref = ?').pluck().all(ref) as number[];
        if (numbers.length === 0) return false;
        this.#write(() => {
          for (const number of numbers) this.#dropPassages(number);
          this.#sql('DELETE FROM release WHERE ref = ?').run(ref);
        });
        return true;
      })
      .immediate();
  }

  readRelease(ref: ReleaseRef, revision?: string): Release | undefined {
    const row =
      revision === undefined
        ? this.#currentRow(ref)
        : (this.#sql(
            `SELECT ${RELEASE} FROM release WHERE ref = ? AND revision = ? ORDER BY number DESC LIMIT 1`,
          ).get(ref, revision) as ReleaseRow | undefined);
    return row === undefined ? undefined : toRelease(row);
  }

  readNumber(number: number): Release | undefined {
    const row = this.#sql(
      `SELECT ${RELEASE} FROM release
       WHERE number = coalesce((SELECT release FROM former_number WHERE number = @number), @number)`,
    ).get({ number }) as ReleaseRow | undefined;
    return row === undefined ? undefined : toRelease(row);
  }

  readRevisions(ref: ReleaseRef): readonly Revision[] {
    const rows = this.#sql(
      'SELECT revision, title, read_at AS readAt, current FROM release WHERE ref = ? ORDER BY number DESC',
    ).all(ref) as (Omit<Revision, 'current'> & { current: number })[];
    return rows.map((row) => ({ ...row, current: row.current === 1 }));
  }

  revisionsAfter(after: number, limit: number): readonly NumberedRevision[] {
    return this.#sql(
      'SELECT number, ref, revision, read_at AS readAt FROM release WHERE current = 1 AND number > ? ORDER BY number LIMIT ?',
    ).all(after, limit) as NumberedRevision[];
  }

  listReleases(): readonly ReleaseHeader[] {
    const rows = this.#sql(
      `SELECT number, ref, revision, title, published_at, source, language, url FROM release WHERE current = 1
       ORDER BY published_at IS NULL, published_at DESC, ref`,
    ).all() as HeaderRow[];
    return rows.map(toHeader);
  }

  readPassages(ref: ReleaseRef): readonly StoredPassage[] {
    const row = this.#currentRow(ref);
    return row === undefined ? [] : this.#passagesOf(row.number);
  }

  #passagesOf(number: number): readonly StoredPassage[] {
    const rows = this.#sql(
      `SELECT ${PASSAGE} FROM passage p JOIN release r ON r.number = p.release WHERE p.release = ? ORDER BY p.ordinal`,
    ).all(number) as PassageRow[];
    return rows.map(toPassage);
  }

  *releasesAfter(after: number): IterableIterator<IndexedRelease> {
    for (let last = after; ;) {
      const rows = this.#sql(
        `SELECT ${RELEASE} FROM release WHERE current = 1 AND number > ? ORDER BY number LIMIT ${PAGE}`,
      ).all(last) as ReleaseRow[];
      for (const row of rows) yield this.#toIndexed(row);
      if (rows.length < PAGE) return;
      last = rows.at(-1)?.number ?? last;
    }
  }

  #toIndexed(row: ReleaseRow): IndexedRelease {
    return { number: row.number, release: toRelease(row), passages: this.#passagesOf(row.number) };
  }

  currentNumbers(): readonly number[] {
    return this.#sql('SELECT number FROM release WHERE current = 1 ORDER BY number')
      .pluck()
      .all() as number[];
  }

  vectorsAfter(after: number, model: string): IterableIterator<PassageVector> {
    return this.#vectors.after(after, model);
  }

  findVectors(texts: readonly string[], model: string): ReadonlyMap<string, Vector> {
    return this.#vectors.find(texts, model);
  }

  unembeddedReleases(model: string, limit: number): readonly IndexedRelease[] {
    const rows = this.#sql(
      `SELECT ${RELEASE} FROM release WHERE number IN (
         SELECT DISTINCT p.release FROM passage p WHERE NOT EXISTS (${VECTOR_OF_PASSAGE}) ORDER BY p.release LIMIT ?
       ) ORDER BY number`,
    ).all(model, limit) as ReleaseRow[];
    return rows.map((row) => this.#toIndexed(row));
  }

  putVectors(texts: readonly string[], vectors: readonly Vector[], model: string): void {
    this.#write(() => {
      this.#vectors.insert(texts, vectors, model);
    });
  }

  counts(model: string): StoreCounts {
    return this.#sql(
      `SELECT (SELECT count(*) FROM release WHERE current = 1) AS releases,
              (SELECT count(*) FROM passage) AS passages,
              (SELECT count(*) FROM passage p WHERE NOT EXISTS (${VECTOR_OF_PASSAGE})) AS unembedded`,
    ).get(model) as StoreCounts;
  }

  check(): readonly string[] {
    const found = this.#db.pragma('quick_check') as { quick_check: string }[];
    return found.map((row) => row.quick_check).filter((message) => message !== 'ok');
  }

  close(): void {
    this.#db.close();
  }
}

/** Whether a row is this release in every part that a reader sees, read by the same rules. */
function sameRelease(row: ReleaseRow, release: Release, rules: number): boolean {
  const kept = toHeader(row);
  return (
    row.rules === rules &&
    (['revision', 'publishedAt', 'source', 'language', 'url', 'title'] as const).every(
      (field) => kept[field] === release[field],
    )
  );
}
