// One SQLite file: WAL, so that others read while one writes, and every commit synced to the disk.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../domain/errors.ts';

/** A writer waits this long for another process's transaction before it gives up. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens `file`, or a database in memory for `:memory:`, and brings it to the newest version: step n of `migrations`
 * brings it from version n to n + 1. Throws `StoreError` when that can't be done.
 */
export function openDatabase(file: string, migrations: readonly string[]): Database.Database {
  try {
    if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
    const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db, migrations);
    return db;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      `The store ${file} can't be opened: ${(error as Error).message}. Check that the folder is writable and the file is Rilis's own.`,
      { cause: error },
    );
  }
}

/** In one transaction. Throws `StoreError` for a file that a newer Rilis wrote. */
function migrate(db: Database.Database, migrations: readonly string[]): void {
  const upgrade = db.transaction(() => {
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > migrations.length) {
      throw new StoreError(
        `The store has version ${version}, this Rilis knows up to ${migrations.length}. Update Rilis, or name another folder in RILIS_DATA_DIR.`,
      );
    }
    for (const step of migrations.slice(version)) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  });
  upgrade.immediate();
}
